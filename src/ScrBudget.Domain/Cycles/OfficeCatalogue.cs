namespace ScrBudget.Domain.Cycles;

/// <summary>
/// Program offices and their natural categories to start with (domain.md section 4): the three of OIG-23-59 exactly as the
/// report has them, the others inferred from statutes and public reports, editable.
/// </summary>
public static class OfficeCatalogue
{
    public const string Report = "OIG-23-59, pages 7 and 8";
    private const string Inferred = "inferred from statutes and public annual reports";

    public static IReadOnlyList<Office> Initial() =>
        [
            new Office("VAP", "Victim Assistance Program").With(
                CategoryStrength.Suggested,
                Report,
                "ITTF_ND",
                "TCAC",
                "NS"
            ),
            new Office("CCU", "Cyber Crimes Center - Cyber Crimes Unit").With(
                CategoryStrength.Suggested,
                Report,
                "CYB"
            ),
            new Office("CEIU", "Child Exploitation Investigations Unit").With(
                CategoryStrength.Suggested,
                Report,
                "TCAC"
            ),
            new Office("CCHT", "Center for Countering Human Trafficking").With(
                CategoryStrength.Possible,
                Inferred,
                "ITTF_ND",
                "WS",
                "TCAC"
            ),
            new Office("FIN", "Financial Crimes, Bulk Cash and Asset Forfeiture").With(
                CategoryStrength.Possible,
                Inferred,
                "ITTF_ND",
                "ITTF_D"
            ),
            new Office("CSB", "Contraband Smuggling and Border Task Forces").With(
                CategoryStrength.Possible,
                Inferred,
                "ITTF_D",
                "ITTF_ND",
                "GANG"
            ),
            new Office("HSU", "Human Smuggling").With(CategoryStrength.Possible, Inferred, "ITTF_ND", "GANG"),
            new Office("NGU", "National Gang Unit").With(CategoryStrength.Possible, Inferred, "GANG", "ITTF_D"),
            new Office("WSE", "Worksite Enforcement and Labor Exploitation").With(
                CategoryStrength.Possible,
                Inferred,
                "WS",
                "ITTF_ND"
            ),
            new Office("GTI", "Global Trade and Intellectual Property").With(
                CategoryStrength.Possible,
                Inferred,
                "ITTF_ND",
                "CP"
            ),
            new Office("CPI", "Counter-Proliferation Investigations").With(
                CategoryStrength.Possible,
                Inferred,
                "CP",
                "NS"
            ),
            new Office("NSD", "National Security and Joint Terrorism Task Forces").With(
                CategoryStrength.Possible,
                Inferred,
                "NS"
            ),
            new Office("SUP", "Facilities, Information Technology, Training and Human Resources"),
        ];
}
