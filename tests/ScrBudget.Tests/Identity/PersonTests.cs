using ScrBudget.Domain.Identity;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Identity;

public sealed class PersonTests
{
    [Theory]
    [InlineData(Role.ProgramOfficeAuthor, Permission.DraftRequests)]
    [InlineData(Role.ProgramOfficeApprover, Permission.SubmitRequests)]
    public void OfficeRole_ReachesItsOwnOfficeOnly(Role role, Permission permission)
    {
        var person = People.Holding(role);

        Assert.True(person.Can(permission, "VAP"));
        Assert.False(person.Can(permission, "CCU"));
        Assert.False(person.Can(permission, "vap"));
        Assert.True(person.Can(permission));
    }

    [Fact]
    public void AuthorWithoutAnOffice_ReachesNone() =>
        Assert.False(People.Named("x", null, Role.ProgramOfficeAuthor).Can(Permission.DraftRequests, ""));

    [Fact]
    public void TwoRoles_AddUp()
    {
        var both = People.AuthorAndApprover;

        Assert.True(both.Can(Permission.DraftRequests, "VAP") && both.Can(Permission.SubmitRequests, "VAP"));
    }

    [Fact]
    public void WithoutARole_NothingIsAllowed() =>
        Assert.All(
            Enum.GetValues<Permission>(),
            permission => Assert.False(People.WithoutRole.Can(permission) || People.WithoutRole.Can(permission, "VAP"))
        );

    [Fact]
    public void SystemOperator_MayDoEverythingEverywhere_AndIsNamedSo()
    {
        Assert.All(
            Enum.GetValues<Permission>(),
            permission => Assert.True(Person.SystemOperator.Can(permission, "CCU"))
        );
        Assert.Equal("operator (system user)", Person.SystemOperator.Name);
    }

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.AuditLiaison)]
    [InlineData(Role.BudgetAnalyst)]
    [InlineData(Role.OaoCompiler)]
    public void ReaderOfAllOffices_ChangesNone(Role role)
    {
        var person = People.Holding(role);

        Assert.True(person.Can(Permission.ReadRequests, "CCU"));
        Assert.DoesNotContain(
            [Permission.DraftRequests, Permission.SubmitRequests, Permission.ImportScrData, Permission.Administer],
            person.Can
        );
    }
}
