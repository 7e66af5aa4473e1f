namespace ScrBudget.Domain.Requests;

/// <summary>The texts of a request.</summary>
public enum SectionKind
{
    Description = 1,
    Justification = 2,
    Impact = 3,

    /// <summary>Pre-decisional; left out of a public version.</summary>
    IfNotFunded = 4,
}

/// <summary>One text of a request. It has a version of its own, so that two people in two sections do not collide.</summary>
public sealed class RequestSection
{
    /// <summary>
    /// Characters that a section can hold, a guard against pasted books; what fits the quad chart is far less and is
    /// measured by the layout.
    /// </summary>
    public const int TextLength = 20_000;

    private RequestSection() { }

    internal RequestSection(SectionKind kind) => (Kind, Version) = (kind, Guid.NewGuid());

    public SectionKind Kind { get; private set; }

    /// <summary>Plain paragraphs, bullets, bold, italic and tokens (<see cref="RequestText"/>).</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Changes with each revision: a revision that started from another version is refused.</summary>
    public Guid Version { get; private set; }

    /// <summary>Name of who revised it last; empty when nobody has.</summary>
    public string RevisedBy { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime? RevisedAt { get; private set; }

    /// <summary>Version of the working copy that the text was made of; null where it came from elsewhere.</summary>
    public Guid? CopyVersion { get; private set; }

    /// <summary>Does typing that was last saved as this working copy go on from the present text?</summary>
    public bool Continues(Guid? copy) => copy is not null && copy == CopyVersion;

    internal void Replace(string text, string by, DateTime at, Guid? fromCopy = null)
    {
        Text = text;
        RevisedBy = by;
        RevisedAt = at;
        CopyVersion = fromCopy;
        Version = Guid.NewGuid();
    }
}

public static class SectionKinds
{
    /// <summary>In reading order.</summary>
    public static IReadOnlyList<SectionKind> All { get; } =
    [SectionKind.Description, SectionKind.Justification, SectionKind.Impact, SectionKind.IfNotFunded];

    /// <summary>As printed: <c>If not funded</c>.</summary>
    public static string Title(this SectionKind kind) =>
        kind == SectionKind.IfNotFunded ? "If not funded" : kind.ToString();
}
