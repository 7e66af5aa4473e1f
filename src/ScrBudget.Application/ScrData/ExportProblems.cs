using System.Globalization;
using System.Text.Json;
using nietras.SeparatedValues;
using ScrBudget.Documents;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.ScrData;

/// <summary>Writes all problems of an import, row by row, for those who may see records.</summary>
public sealed class ExportProblems(ReadProblems problems)
{
    private static readonly string[] Header = ["File", "Row", "Severity", "Code", "Column", "Value", "What to do"];

    /// <summary>CSV in UTF-8; texts that a spreadsheet would take for a formula begin with an apostrophe.</summary>
    public async Task WriteCsvAsync(int snapshotNumber, TextWriter output, Person by, CancellationToken cancellation)
    {
        await using var sheet = Sep.New(',')
            .Writer(options => options with { Escape = true })
            .To(output, leaveOpen: true);
        sheet.Header.Add(Header);
        await foreach (var problem in problems.AllAsync(snapshotNumber, new ProblemFilter(), by, cancellation))
        {
            WriteRow(sheet, problem);
        }
    }

    /// <summary>A JSON array.</summary>
    public async Task WriteJsonAsync(int snapshotNumber, Stream output, Person by, CancellationToken cancellation) =>
        await JsonSerializer.SerializeAsync(
            output,
            problems
                .AllAsync(snapshotNumber, new ProblemFilter(), by, cancellation)
                .Select(problem => new
                {
                    file = problem.ExtractNumber,
                    row = problem.Row,
                    severity = problem.Severity.ToString().ToLowerInvariant(),
                    code = problem.Code,
                    column = problem.Column,
                    value = problem.Value,
                    message = problem.Message,
                }),
            cancellationToken: cancellation
        );

    private static void WriteRow(SepWriter sheet, ExtractProblem problem)
    {
        using var row = sheet.NewRow();
        row[Header[0]].Set(problem.ExtractNumber.ToString(CultureInfo.InvariantCulture));
        row[Header[1]].Set(problem.Row.ToString(CultureInfo.InvariantCulture));
        row[Header[2]].Set(problem.Severity.ToString());
        row[Header[3]].Set(problem.Code);
        row[Header[4]].Set(FormulaText.Harmless(problem.Column));
        row[Header[5]].Set(FormulaText.Harmless(problem.Value));
        row[Header[6]].Set(FormulaText.Harmless(problem.Message));
    }
}
