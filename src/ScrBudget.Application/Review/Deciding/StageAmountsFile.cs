using System.Globalization;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Review.Deciding;

/// <summary>What is wrong in a file of amounts, and where.</summary>
/// <param name="Row">As a spreadsheet shows it: the header is row 1.</param>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record StageRowProblem(int Row, string Column, string Code, string Value, string Message);

/// <summary>A row of a file of amounts whose fields could be read.</summary>
/// <param name="Number">In the form in which requests are stored.</param>
internal sealed record StageFileRow(int Row, string Number, string Stage, Amount Amount, string Note);

/// <summary>The rows of a CSV file with the columns Request, Stage, Dollars, Positions, FTE and Note, in any order.</summary>
internal static class StageAmountsFile
{
    public const string Request = "Request";
    public const string Stage = "Stage";
    public const string Dollars = "Dollars";
    public const string Positions = "Positions";
    public const string Fte = "FTE";
    public const string Note = "Note";
    public const int MostRows = 5000;

    private static readonly string[] Required = [Request, Stage, Dollars];
    private static readonly string[] All = [Request, Stage, Dollars, Positions, Fte, Note];

    /// <param name="stages">Written in any case; told apart by their letters alone.</param>
    /// <param name="problems">Receives what is wrong; such a row is not among the result.</param>
    public static Outcome<IReadOnlyList<StageFileRow>> Read(
        Stream stream,
        IReadOnlyList<string> stages,
        List<StageRowProblem> problems,
        CancellationToken cancellation
    )
    {
        var opened = CsvRows.Open(stream, new ExtractChoices(), cancellation);
        if (!opened.IsDone)
        {
            return Unreadable(opened.Refusal);
        }

        using var rows = opened.Value;
        if (!rows.MoveNext())
        {
            return rows.Refusal is { } broken
                ? Unreadable(broken)
                : new Refusal("amounts-file-empty", "The file is empty. Its first row names the columns.")
                {
                    Field = "file",
                };
        }

        var columns = Columns(rows, problems);
        var read = new List<StageFileRow>();
        while (columns is not null && rows.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            if (rows.Number > MostRows + 1)
            {
                return new Refusal(
                    "amounts-file-too-long",
                    $"The file has more than {MostRows} rows. Import it in parts; nothing was imported."
                )
                {
                    Field = "file",
                };
            }

            if (!rows.IsBlank && Row(rows, columns, stages, problems) is { } row)
            {
                read.Add(row);
            }
        }

        return rows.Refusal is { } refusal ? Unreadable(refusal) : read;
    }

    private static Refusal Unreadable(Refusal why) =>
        new(
            "amounts-file-unreadable",
            $"The file cannot be read as CSV ({why.Code}). Save it as CSV in UTF-8; nothing was imported."
        )
        {
            Field = "file",
        };

    /// <returns>Where each column stands; null where the header is not one of such a file.</returns>
    private static Dictionary<string, int>? Columns(ExtractRows header, List<StageRowProblem> problems)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < header.FieldCount; i++)
        {
            var name = header[i].Trim().ToString();
            if (name.Length == 0)
            {
                continue;
            }

            if (!All.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                Add(name, "column-unknown", $"There is no such column. The columns are {string.Join(", ", All)}.");
            }
            else if (!columns.TryAdd(name, i))
            {
                Add(name, "column-twice", "The column stands there twice. Leave one of them out.");
            }
        }

        foreach (var missing in Required.Where(name => !columns.ContainsKey(name)))
        {
            Add(missing, "column-missing", $"The first row must name the columns {string.Join(", ", Required)}.");
        }

        return problems.Count == 0 ? columns : null;

        void Add(string column, string code, string message) =>
            problems.Add(new StageRowProblem(header.Number, column, code, column, message));
    }

    private static StageFileRow? Row(
        ExtractRows rows,
        Dictionary<string, int> columns,
        IReadOnlyList<string> stages,
        List<StageRowProblem> problems
    )
    {
        var before = problems.Count;
        if (!RequestNumber.TryParse(Field(Request), out var number))
        {
            Add(Request, "request-number-invalid", "Give a request's number, such as FY2029-VAP-003.");
        }

        var stage = stages.FirstOrDefault(name =>
            string.Equals(name, Field(Stage), StringComparison.OrdinalIgnoreCase)
        );
        if (stage is null)
        {
            Add(Stage, "stage-not-entered", $"Give one of the stages {string.Join(", ", stages)}.");
        }

        if (!Money.TryParse(Field(Dollars), out var dollars))
        {
            Add(Dollars, "dollars-invalid", "Give whole dollars, such as 1,250,000 or (250,000).");
        }

        var positions = Count(Positions);
        var fte = Count(Fte);
        var note = TextCleaning.Line(Field(Note));
        if (note.Length > ReviewWords.ReasonLength)
        {
            Add(
                Note,
                "text-too-long",
                $"The note has {note.Length} characters; at most {ReviewWords.ReasonLength} can be kept."
            );
        }

        return problems.Count == before
            ? new StageFileRow(rows.Number, number!.ToString(), stage!, new Amount(dollars, positions, fte), note)
            : null;

        string Field(string column) =>
            columns.TryGetValue(column, out var at) && at < rows.FieldCount ? rows[at].Trim().ToString() : string.Empty;

        int? Count(string column)
        {
            var text = Field(column);
            if (text.Length == 0)
            {
                return null;
            }

            if (
                int.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowParentheses,
                    CultureInfo.InvariantCulture,
                    out var count
                )
                && Math.Abs((long)count) <= Amount.MostPositions
            )
            {
                return count;
            }

            Add(column, "count-invalid", $"Give a whole number of at most {Amount.MostPositions}, or leave it empty.");
            return null;
        }

        void Add(string column, string code, string message) =>
            problems.Add(
                new StageRowProblem(rows.Number, column, code, ExtractProblem.Shorten(Field(column)), message)
            );
    }
}
