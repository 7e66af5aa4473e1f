using ScrBudget.Domain.Requests;

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
        banner = TextCleaning.Line(banner);
        designatedBy = TextCleaning.Line(designatedBy);
        if (banner.Length is 0 or > BannerLength)
        {
            return new Refusal("marking-length", $"A marking has 1 to {BannerLength} characters.");
        }

        if (Legacy.Any(mark => HasWord(banner, mark)))
        {
            return new Refusal(
                "marking-legacy",
                $"“{banner}” is a legacy mark; use a CUI banner such as CUI//SP-BUDG."
            );
        }

        return designatedBy.Length is 0 or > DesignatedByLength
            ? new Refusal(
                "marking-agency-length",
                $"The first page names the designating agency: 1 to {DesignatedByLength} characters."
            )
            : new Marking(banner, designatedBy);
    }

    /// <summary>As a word of its own: <c>RULES</c> is not <c>LES</c>.</summary>
    private static bool HasWord(string banner, string mark)
    {
        for (var at = Find(0); at >= 0; at = Find(at + 1))
        {
            var end = at + mark.Length;
            if ((at == 0 || !char.IsLetter(banner[at - 1])) && (end == banner.Length || !char.IsLetter(banner[end])))
            {
                return true;
            }
        }

        return false;

        int Find(int from) => banner.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
    }
}
