using ScrBudget.Domain.ScrData;

namespace ScrBudget.Tests.ScrData;

/// <summary>The supplied extracts with TCO involvement: one with faults, one without.</summary>
public sealed class SuppliedExtractsTests : IDisposable
{
    private readonly ScrDatabase database = new();

    [Fact]
    public async Task Import_OfTheExtractWithFaults_FindsExactlyThose()
    {
        var imported = (
            await database.PublishAsync(ScrDatabase.Unpacked("extract-dirty-fy2023.csv.gz"), ExtractReader.AsOf)
        ).Value;

        var found = imported
            .Problems.Where(problem => problem.Code != ProblemCodes.NoEarlierInitialInvestigation)
            .Select(problem =>
                (problem.Row, problem.Column, problem.Severity.ToString().ToLowerInvariant(), problem.Code)
            );
        Assert.Equal(
            [
                (12, "SCR Number", "error", ProblemCodes.ScrNumberDuplicate),
                (22, "Approved Date", "error", ProblemCodes.DateMissing),
                (32, "Category", "error", ProblemCodes.CategoryUnknown),
                (42, "Approved Date", "error", ProblemCodes.DateInvalid),
                (52, "SCR Type", "error", ProblemCodes.TypeUnknown),
                (102, "Subcategory", "warning", ProblemCodes.FormulaText),
                (112, "Case Number", "error", ProblemCodes.CaseNumberMissing),
                (122, "Approved Date", "error", ProblemCodes.DateAfterAsOf),
                (137, "TCO Involvement", "warning", ProblemCodes.TcoYesWithoutTest),
                (138, "TCO Involvement", "warning", ProblemCodes.TcoNotRecorded),
                (402, "SCR Number", "warning", ProblemCodes.TotalsRow),
            ],
            found
        );
        Assert.Equal((400, 393), (imported.Rows, imported.Records));
        Assert.Equal(
            140,
            imported.Problems.Count(problem => problem.Code == ProblemCodes.NoEarlierInitialInvestigation)
        );
    }

    [Fact]
    public async Task Import_OfTheExtractWithFaults_FindsThemWhereTheListThatCameWithItDoes()
    {
        using var list = new StreamReader(ScrDatabase.Supplied("extract-dirty-fy2023.expected.tsv"));
        var expected = (await list.ReadToEndAsync(TestContext.Current.CancellationToken))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => string.Join('\t', line.Split('\t').Take(3)));

        var imported = (
            await database.PublishAsync(ScrDatabase.Unpacked("extract-dirty-fy2023.csv.gz"), ExtractReader.AsOf)
        ).Value;

        Assert.Equal(
            expected,
            imported
                .Problems.Where(problem => problem.Code != ProblemCodes.NoEarlierInitialInvestigation)
                .Select(problem => $"{problem.Row}\t{problem.Column}\t{problem.Severity.ToString().ToLowerInvariant()}")
        );
    }

    [Fact]
    public async Task Import_OfTheExtractWithTcoInvolvement_HasNoErrorAndWarnsOfCasesThatDisagree()
    {
        var imported = (
            await database.PublishAsync(ScrDatabase.Unpacked("extract-fy2023-2025.csv.gz"), ExtractReader.AsOf)
        ).Value;

        Assert.Empty(imported.Errors);
        Assert.Equal(4_200, imported.Records);
        Assert.Equal(17, imported.Warnings.Count(warning => warning.Code == ProblemCodes.CaseDisagrees));
        Assert.All(
            imported.Warnings,
            warning =>
                Assert.Contains(
                    warning.Code,
                    (string[])
                        [
                            ProblemCodes.CaseDisagrees,
                            ProblemCodes.NoEarlierInitialInvestigation,
                            ProblemCodes.ResultAfterDismantlement,
                        ]
                )
        );
    }

    public void Dispose() => database.Dispose();
}
