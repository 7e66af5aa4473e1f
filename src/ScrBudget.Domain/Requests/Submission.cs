namespace ScrBudget.Domain.Requests;

/// <summary>A request as it was handed in: frozen, with its figures as they printed that day.</summary>
public sealed class Submission
{
    private Submission() { }

    internal Submission(int number, string document, string sha256, string by, DateTime at)
    {
        Number = number;
        Document = document;
        DocumentSha256 = sha256;
        By = by;
        At = at;
    }

    /// <summary>Counts the request's submissions, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The finished document model as JSON: what every rendering of this submission is made from.</summary>
    public string Document { get; private set; } = string.Empty;

    /// <summary>SHA-256 of <see cref="Document"/>, lower-case hexadecimal; the audit entry carries it too.</summary>
    public string DocumentSha256 { get; private set; } = string.Empty;

    public string By { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}
