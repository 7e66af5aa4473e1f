namespace ScrBudget.Domain.ScrData;

/// <summary>The eight categories to start with (OIG-23-59 Table 2, its order) and their illustrative subcategories.</summary>
public static class ScrCategories
{
    public static IReadOnlyList<ScrCategory> Initial() =>
        [
            new(
                "TCAC",
                "Transnational Crimes Against Children",
                "Sexual exploitation or abuse of minors: child sexual abuse material, child sex tourism, online enticement, sextortion.",
                1
            ),
            new(
                "CP",
                "Counter-Proliferation",
                "Illegal export or procurement of controlled, dual-use, military or weapons-related items; evasion of sanctions by procurement.",
                2
            ),
            new(
                "ITTF_ND",
                "Illicit Trade, Travel, and Finance (Non-Drug-Related)",
                "Human smuggling and trafficking, document and benefit fraud, laundering of non-drug proceeds, counterfeit and stolen goods.",
                3
            ),
            new(
                "CYB",
                "Cyber-Enabled Crime",
                "Network intrusion, ransomware, business e-mail compromise, dark-web markets and crime carried out through them.",
                4
            ),
            new(
                "ITTF_D",
                "Illicit Trade, Travel, and Finance (Drug-Related)",
                "Smuggling of narcotics and precursors, and laundering of drug proceeds.",
                5
            ),
            new(
                "WS",
                "Worksite Enforcement/Labor Exploitation",
                "Unlawful employment, labor exploitation, child labor and forced labor.",
                6
            ),
            new("GANG", "Transnational Gangs", "Gangs that operate across borders, as the target of the work.", 7),
            new(
                "NS",
                "National Security",
                "Terrorism, human rights violators and war criminals, espionage, and vetting for national security.",
                8
            ),
        ];

    public static IReadOnlyList<ScrSubcategory> InitialSubcategories() =>
        [
            .. Of(
                "TCAC",
                "Child sexual abuse material",
                "Online enticement",
                "Sextortion of minors",
                "Travelling child sex offenders",
                "Victim identification"
            ),
            .. Of("CP", "Export-controlled technology", "Military items", "Sanctions evasion"),
            .. Of(
                "ITTF_ND",
                "Cultural property",
                "Financial fraud",
                "Human smuggling",
                "Human trafficking",
                "Intellectual property",
                "Trade-based money laundering"
            ),
            .. Of("CYB", "Business e-mail compromise", "Dark-web markets", "Network intrusion"),
            .. Of("ITTF_D", "Drug proceeds laundering", "Fentanyl and precursors", "Narcotics smuggling"),
            .. Of("WS", "Labor exploitation", "Unlawful employment"),
            .. Of("GANG", "Racketeering", "Violent gangs"),
            .. Of("NS", "Counterintelligence", "Counterterrorism", "Human rights violators"),
        ];

    private static IEnumerable<ScrSubcategory> Of(string categoryCode, params string[] names) =>
        names.Select(name => new ScrSubcategory(categoryCode, name, isIllustrative: true));
}
