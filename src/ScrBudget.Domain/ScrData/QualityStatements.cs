using System.Globalization;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.ScrData;

/// <summary>
/// The five statements that the GPRA Modernization Act asks of a published measure (124 Stat. 3869; domain.md section 5).
/// A snapshot cannot be published without them.
/// </summary>
public sealed record QualityStatements(
    string Verification,
    string Sources,
    string RequiredAccuracy,
    string Limitations,
    string Compensation
)
{
    public const int StatementLength = 2000;

    public bool AreComplete => All.All(statement => !string.IsNullOrWhiteSpace(statement));

    private IEnumerable<string> All => [Verification, Sources, RequiredAccuracy, Limitations, Compensation];

    /// <summary>Without characters that a database or a document refuses.</summary>
    public QualityStatements Cleaned() =>
        new(
            TextCleaning.Paragraphs(Verification),
            TextCleaning.Paragraphs(Sources),
            TextCleaning.Paragraphs(RequiredAccuracy),
            TextCleaning.Paragraphs(Limitations),
            TextCleaning.Paragraphs(Compensation)
        );

    /// <summary>Why a snapshot cannot be published with them; null when it can.</summary>
    public Refusal? Problem()
    {
        if (!AreComplete)
        {
            return new Refusal(
                "quality-statements-missing",
                "Publishing needs all five quality statements: verification, sources, required accuracy, limitations, compensation."
            );
        }

        return All.Any(statement => statement.Length > StatementLength)
            ? new Refusal(
                "quality-statement-too-long",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A quality statement has at most {StatementLength:N0} characters."
                )
            )
            : null;
    }
}
