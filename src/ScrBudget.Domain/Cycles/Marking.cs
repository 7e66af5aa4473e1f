namespace ScrBudget.Domain.Cycles;

/// <summary>
/// The banner that stands at the top and foot of every page (32 CFR 2002.20; NARA registry: <c>CUI//SP-BUDG</c>). Legacy
/// marks such as FOUO are recognised and refused: they are not to be applied any more (domain.md section 7).
/// </summary>
public sealed record Marking
{
    public const int BannerLength = 100;
    public const int DesignatedByLength = 200;

    private static readonly string[] Legacy = ["FOUO", "FOR OFFICIAL USE ONLY", "LES", "SBU", "LIMITED OFFICIAL USE"];

    private Marking(string banner, string designatedBy) => (Banner, DesignatedBy) = (banner, designatedBy);

    public static Marking Budget { get; } = new("CUI//SP-BUDG", "U.S. Immigration and Customs Enforcement");

    public string Banner { get; }

    /// <summary>The designating agency, named on the first page.</summary>
    public string DesignatedBy { get; }

    public static Outcome<Marking> Parse(string banner, string designatedBy)
    {
        banner = banner.Trim();
        if (banner.Length is 0 or > BannerLength)
        {
            return new Refusal("marking-length", $"A marking has 1 to {BannerLength} characters.");
        }

        if (Legacy.Any(mark => banner.Contains(mark, StringComparison.OrdinalIgnoreCase)))
        {
            return new Refusal("marking-legacy", $"“{banner}” is a legacy mark; use a CUI banner such as CUI//SP-BUDG.");
        }

        return designatedBy.Length > DesignatedByLength
            ? new Refusal("marking-agency-length", $"The designating agency has at most {DesignatedByLength} characters.")
            : new Marking(banner, designatedBy.Trim());
    }
}
