using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.ScrData;

/// <summary>A system or office that extracts come from, and how the columns of its files were matched last.</summary>
public sealed class ExtractSource : IVersioned, IAudited
{
    public const int NameLength = ScrExtract.SourceLength;

    /// <summary>Characters of the matched columns as JSON.</summary>
    public const int ColumnsLength = 4000;

    private ExtractSource() { }

    /// <summary>Key: as the steward named it.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>JSON: the file's name by our column; an empty name leaves the column out.</summary>
    public string Columns { get; private set; } = string.Empty;

    public Guid Version { get; private set; }

    public AuditLog Audit { get; private set; } = new();

    public string AuditSubject => $"source {Name}";

    public SubjectState State() => new SubjectState().With("Columns", [Name, Columns]);

    public static Outcome<ExtractSource> Create(string name)
    {
        name = TextCleaning.Line(name);
        return TaxonomyEntry.TextProblem(name, "source", NameLength) is { } problem
            ? problem
            : new ExtractSource { Name = name };
    }

    /// <summary>Remembers how the columns were matched; the same again changes nothing.</summary>
    public Outcome Remember(string columns)
    {
        if (columns.Length > ColumnsLength)
        {
            return new Refusal("columns-too-long", "The names of the columns are too long to be remembered.");
        }

        if (columns != Columns)
        {
            Audit.Note("Matched columns", before: Columns.Length == 0 ? null : Columns, after: columns);
            Columns = columns;
        }

        return Outcome.Done;
    }
}
