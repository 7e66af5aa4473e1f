using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.ScrData.Sampling;

/// <summary>SCRs of a category that were found not to describe a TCO, by the test that they fail (OIG-23-59 Table 2).</summary>
public sealed record CategoryFindings(string CategoryCode, int NoAssociationOnly, int NoBorderCrossingOnly, int Both)
{
    public int Total => NoAssociationOnly + NoBorderCrossingOnly + Both;
}

/// <summary>What the adjudicated cases of a sample come to.</summary>
public sealed class SampleFindings
{
    private readonly AuditSample sample;
    private readonly IReadOnlyList<SampledCase> cases;
    private readonly List<SampledScr> notTco;

    /// <param name="cases">All of the sample.</param>
    public SampleFindings(AuditSample sample, IReadOnlyList<SampledCase> cases)
    {
        this.sample = sample;
        this.cases = cases;
        notTco =
        [
            .. cases
                .Where(one => one.IsAdjudicated)
                .SelectMany(one => one.Scrs)
                .Where(scr => scr.Finding != ScrFinding.Tco),
        ];
    }

    public int Cases => cases.Count;

    public int Scrs => cases.Sum(one => one.Scrs.Count);

    public int AdjudicatedCases => cases.Count(one => one.IsAdjudicated);

    public bool IsComplete => AdjudicatedCases == Cases;

    /// <summary>By <see cref="SampleWording.CaseRule"/>.</summary>
    public int NotTcoCases => cases.Count(one => one.IsNotTco);

    /// <summary>Those among them that also have an SCR that describes a TCO.</summary>
    public int MixedCases => cases.Count(one => one.IsMixed);

    /// <summary>SCRs that do not describe a TCO.</summary>
    public int NotTcoScrs => notTco.Count;

    /// <summary>The categories that have findings, in the order given; a category without any is left out.</summary>
    public IReadOnlyList<CategoryFindings> ByCategory(IEnumerable<string> categoryCodes) =>
        [
            .. categoryCodes
                .Select(code => new CategoryFindings(
                    code,
                    Count(code, ScrFinding.NoAssociation),
                    Count(code, ScrFinding.NoBorderCrossing),
                    Count(code, ScrFinding.Both)
                ))
                .Where(row => row.Total > 0),
        ];

    /// <summary>Disruptions and dismantlements of the year that do not describe a TCO (OIG-23-59 Table 3).</summary>
    public int InaccurateIn(FiscalYear year) => notTco.Count(scr => scr.IsResult && scr.Year == year);

    /// <summary>Initial investigations that do not describe a TCO: the 48 of OIG-23-59, page 6.</summary>
    public int InaccurateInitials => notTco.Count(scr => !scr.IsResult);

    /// <summary>Projects to the population, once every case is adjudicated.</summary>
    public Outcome<Projection> Project(Confidence confidence, ProjectionMethod method)
    {
        if (!IsComplete)
        {
            return new Refusal(
                "sample-not-complete",
                SamplingRefusals.Text($"{AdjudicatedCases:N0} of {Cases:N0} cases adjudicated: not projected yet.")
            );
        }

        if (!sample.IsStratified)
        {
            return Projection.Of(sample.Population, sample.Size, NotTcoCases, confidence, method);
        }

        var found = cases.Where(one => one.IsNotTco).ToLookup(one => one.CategoryCode, StringComparer.Ordinal);
        return Projection.OfStrata(
            [
                .. sample.Strata.Select(stratum => new Stratum(
                    stratum.Population,
                    stratum.Sample,
                    found[stratum.CategoryCode].Count()
                )),
            ],
            confidence,
            method
        );
    }

    private int Count(string categoryCode, ScrFinding finding) =>
        notTco.Count(scr => scr.CategoryCode == categoryCode && scr.Finding == finding);
}
