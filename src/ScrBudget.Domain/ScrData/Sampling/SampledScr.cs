using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.ScrData.Sampling;

/// <summary>The answer to one of the two tests of a TCO.</summary>
public enum TestAnswer
{
    Yes = 1,
    No = 2,

    /// <summary>The case file does not say.</summary>
    CannotTell = 3,
}

/// <summary>What an SCR was found to describe: a TCO, or which of the two tests it fails (OIG-23-59 Table 2).</summary>
public enum ScrFinding
{
    Tco = 1,
    NoAssociation = 2,
    NoBorderCrossing = 3,

    /// <summary>Neither an association of individuals nor a border crossing.</summary>
    Both = 4,
}

/// <summary>The two tests of one SCR, as answered.</summary>
/// <param name="Association">Does it describe an association of individuals? Null until answered.</param>
/// <param name="BorderCrossing">Does it cross international borders? Null until answered.</param>
/// <param name="Note">What the answers rest on; may be empty.</param>
public sealed record ScrTests(string ScrNumber, TestAnswer? Association, TestAnswer? BorderCrossing, string? Note);

/// <summary>What one SCR is adjudicated to be.</summary>
public sealed record AdjudicatedScr(string ScrNumber, ScrFinding? Finding);

/// <summary>An approved SCR of a sampled case, copied from the snapshot when it was drawn.</summary>
public sealed class SampledScr
{
    public const int NoteLength = 1000;

    private SampledScr() { }

    internal SampledScr(int order, ScrRecord record)
    {
        Order = order;
        ScrNumber = record.ScrNumber;
        Type = record.Type;
        CategoryCode = record.CategoryCode;
        Subcategory = record.Subcategory;
        ApprovedOn = record.ApprovedOn;
    }

    /// <summary>From 1, by date of approval.</summary>
    public int Order { get; private set; }

    public string ScrNumber { get; private set; } = string.Empty;

    public ScrType Type { get; private set; }

    public string CategoryCode { get; private set; } = string.Empty;

    /// <summary>Empty where the extract gave none.</summary>
    public string Subcategory { get; private set; } = string.Empty;

    public DateOnly ApprovedOn { get; private set; }

    public FiscalYear Year => FiscalYear.Of(ApprovedOn);

    /// <summary>Null until answered.</summary>
    public TestAnswer? Association { get; private set; }

    /// <summary>Null until answered.</summary>
    public TestAnswer? BorderCrossing { get; private set; }

    public string Note { get; private set; } = string.Empty;

    /// <summary>Adjudicated; null until then.</summary>
    public ScrFinding? Finding { get; private set; }

    public bool IsTested => Association is not null && BorderCrossing is not null;

    public bool IsResult => Type is ScrType.Disruption or ScrType.Dismantlement;

    /// <summary>What the tests come to; null while one is not answered, or cannot be told.</summary>
    public ScrFinding? ByTests =>
        (Association, BorderCrossing) switch
        {
            (TestAnswer.Yes, TestAnswer.Yes) => ScrFinding.Tco,
            (TestAnswer.No, TestAnswer.Yes) => ScrFinding.NoAssociation,
            (TestAnswer.Yes, TestAnswer.No) => ScrFinding.NoBorderCrossing,
            (TestAnswer.No, TestAnswer.No) => ScrFinding.Both,
            _ => null,
        };

    internal void Take(ScrTests tests, string note) =>
        (Association, BorderCrossing, Note) = (tests.Association, tests.BorderCrossing, note);

    internal void Adjudicate(ScrFinding? finding) => Finding = finding;

    internal string TestsInWords() =>
        $"{ScrNumber}: association {SampleWording.Answer(Association)}, crosses borders {SampleWording.Answer(BorderCrossing)}{(Note.Length > 0 ? $"; {Note}" : string.Empty)}";

    internal IEnumerable<object?> DrawingState() => [Order, ScrNumber, Type, CategoryCode, Subcategory, ApprovedOn];

    internal IEnumerable<object?> TestState() => [Order, Association, BorderCrossing, Note];
}
