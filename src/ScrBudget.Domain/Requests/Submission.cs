namespace ScrBudget.Domain.Requests;

/// <summary>A request as it was handed in: frozen, with its figures as they printed that day.</summary>
public sealed class Submission
{
    private Submission() { }

    internal Submission(int number, CostPlan cost, string document, string sha256, string by, DateTime at)
    {
        Number = number;
        Dollars = cost.Request.Dollars;
        Positions = cost.Positions;
        Fte = cost.Fte(0);
        Document = document;
        DocumentSha256 = sha256;
        By = by;
        At = at;
    }

    /// <summary>Counts the request's submissions, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whole dollars of the budget year, as handed in; null for one that was handed in before they were kept.</summary>
    public long? Dollars { get; private set; }

    public int? Positions { get; private set; }

    public int? Fte { get; private set; }

    /// <summary>The finished document model as JSON: what every rendering of this submission is made from.</summary>
    public string Document { get; private set; } = string.Empty;

    /// <summary>SHA-256 of <see cref="Document"/>, lower-case hexadecimal; the audit entry carries it too.</summary>
    public string DocumentSha256 { get; private set; } = string.Empty;

    public string By { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}
