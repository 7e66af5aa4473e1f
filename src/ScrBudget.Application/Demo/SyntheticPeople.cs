using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Application.Demo;

/// <summary>Who acts in invented requests: the demo's people, so that their queues hold them, and one author for each other office.</summary>
internal static class SyntheticPeople
{
    public static Person Analyst => DemoPeople.Analyst.AsPerson();

    public static Person Compiler => DemoPeople.Compiler.AsPerson();

    public static Person AuthorOf(Office office) =>
        (
            DemoPeople.All.FirstOrDefault(person => person.OfficeCode == office.Code)
            ?? new DemoPerson(
                $"author-{office.Code.ToLowerInvariant()}",
                $"Author and approver, {office.Name}",
                office.Code,
                Role.ProgramOfficeAuthor,
                Role.ProgramOfficeApprover
            )
        ).AsPerson();
}
