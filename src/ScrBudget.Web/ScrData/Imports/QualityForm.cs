using ScrBudget.Domain.ScrData;

namespace ScrBudget.Web.ScrData.Imports;

/// <summary>The five quality statements while they are typed.</summary>
internal sealed class QualityForm
{
    public string Verification { get; set; } = string.Empty;

    public string Sources { get; set; } = string.Empty;

    public string RequiredAccuracy { get; set; } = string.Empty;

    public string Limitations { get; set; } = string.Empty;

    public string Compensation { get; set; } = string.Empty;

    public QualityStatements Statements => new(Verification, Sources, RequiredAccuracy, Limitations, Compensation);

    public static QualityForm Of(QualityStatements statements) =>
        new()
        {
            Verification = statements.Verification,
            Sources = statements.Sources,
            RequiredAccuracy = statements.RequiredAccuracy,
            Limitations = statements.Limitations,
            Compensation = statements.Compensation,
        };
}
