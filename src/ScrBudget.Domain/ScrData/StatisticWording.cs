using System.Globalization;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.ScrData;

/// <summary>How a statistic is worded wherever it is printed (domain.md section 5). The one place for these sentences.</summary>
public static class StatisticWording
{
    public const string DoNotAdd =
        "One case may have several reports, and the same reports may support other requests; do not add.";

    public const string TcoNotRecorded = "TCO involvement was not recorded; these are not counts of TCOs.";

    public const string YearsSelected = "Years selected by the program office.";

    public const string Synthetic = "SYNTHETIC DATA: invented for trial, not results of any agency.";

    /// <summary><c>1,238</c>, or <c>fewer than 5</c>.</summary>
    public static string Reports(Statistic statistic) => Number(statistic.Scrs, statistic.SmallNumber);

    /// <summary>Distinct cases: <c>803</c>, or <c>fewer than 5</c>.</summary>
    public static string Cases(Statistic statistic) => Number(statistic.Cases, statistic.SmallNumber);

    /// <summary>What a year prints: its reports, <c>fewer than 5</c>, <c>not shown</c> or <c>no data</c>.</summary>
    public static string Reports(Statistic statistic, FiscalYear year) =>
        InYear(statistic, year, statistic.ScrsIn, statistic.IsSmallIn);

    /// <summary>What a year prints: its distinct cases, <c>fewer than 5</c> or <c>no data</c>.</summary>
    public static string Cases(Statistic statistic, FiscalYear year) =>
        InYear(statistic, year, statistic.CasesIn, _ => true);

    /// <summary>A number that is hidden to protect another one is not small, and does not say that it is.</summary>
    private static string InYear(
        Statistic statistic,
        FiscalYear year,
        Func<FiscalYear, int?> number,
        Func<FiscalYear, bool> isSmall
    )
    {
        if (!statistic.Snapshot.Covers(year))
        {
            return "no data";
        }

        var shown = number(year);
        return shown is null && !isSmall(year) ? "not shown" : Number(shown, statistic.SmallNumber);
    }

    public static string Number(int? number, int smallNumber) =>
        number is { } shown
            ? shown.ToString("N0", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"fewer than {smallNumber}");

    /// <summary><c>FY 2017–2022</c>, or <c>FY 2022</c>.</summary>
    public static string Years(FiscalYear first, FiscalYear last) =>
        first == last ? first.ToString() : string.Create(CultureInfo.InvariantCulture, $"{first}–{last.Year}");

    /// <summary>A date as all screens and documents write it: <c>Oct 31, 2022</c>.</summary>
    public static string Date(DateOnly date) => date.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>What is counted, as a heading: <c>Disruptions and dismantlements</c>.</summary>
    public static string Heading(Measure measure) =>
        measure switch
        {
            Measure.Results => "Disruptions and dismantlements",
            Measure.Disruptions => "Disruptions",
            Measure.Dismantlements => "Dismantlements",
            Measure.Initial => "Initial investigations",
            Measure.Approved => "Approved SCRs",
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
        };

    /// <summary>What is counted, with the TCO involvement that it is limited to: <c>Disruptions marked TCO involvement: yes</c>.</summary>
    public static string Heading(StatisticQuery query) => $"{Heading(query.Measure)}{Phrase(query.Tco)}";

    /// <summary>What is counted, inside a sentence: <c>approved disruption and dismantlement reports</c>.</summary>
    public static string Phrase(Measure measure) =>
        measure switch
        {
            Measure.Results => "approved disruption and dismantlement reports",
            Measure.Disruptions => "approved disruption reports",
            Measure.Dismantlements => "approved dismantlement reports",
            Measure.Initial => "approved initial investigation reports",
            Measure.Approved => "approved Significant Case Reports",
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
        };

    public static string Phrase(TcoFilter tco) =>
        tco switch
        {
            TcoFilter.All => string.Empty,
            TcoFilter.Yes => " marked TCO involvement: yes",
            TcoFilter.No => " marked TCO involvement: no",
            TcoFilter.NotRecorded => " without recorded TCO involvement",
            _ => throw new ArgumentOutOfRangeException(nameof(tco), tco, null),
        };

    /// <summary>The words around the two numbers, as the author's text holds them: tokens first, numbers when printed.</summary>
    /// <param name="reports">A token such as <c>{S1}</c>, or the number.</param>
    /// <param name="cases">A token such as <c>{S1.cases}</c>, or the number.</param>
    /// <param name="subject">The category in full, and the subcategory.</param>
    public static string Sentence(StatisticQuery query, string reports, string cases, string subject) =>
        $"{reports} {Phrase(query.Measure)}{Phrase(query.Tco)} in {cases} distinct cases, {subject}, {Years(query.FirstYear, query.LastYear)}.";

    /// <summary>The category in full, with its subcategory: <c>National Security: Counterterrorism</c>.</summary>
    public static string Subject(string categoryName, string? subcategory) =>
        subcategory is null ? categoryName : $"{categoryName}: {subcategory}";

    /// <summary>
    /// What a reader must know to read the number rightly, besides <see cref="DoNotAdd"/> and the source: TCO
    /// involvement, years missing, a year in progress.
    /// </summary>
    public static IReadOnlyList<string> Caveats(Statistic statistic)
    {
        var (query, snapshot) = (statistic.Query, statistic.Snapshot);
        var caveats = new List<string> { Tco(statistic) };
        var missing = query.Years.Where(year => !snapshot.Covers(year)).ToList();
        if (missing.Count > 0)
        {
            caveats.Add($"No data: {string.Join(", ", missing)}.");
        }

        caveats.AddRange(
            query
                .Years.Where(year => snapshot.Covers(year) && !snapshot.IsComplete(year))
                .Select(year => $"{year} through {Date(snapshot.AsOf)}, incomplete.")
        );
        return caveats;
    }

    /// <summary>The same in a request: also whether the years are the default ones, and how many those are.</summary>
    /// <param name="submissionYear">The fiscal year of submission, from the cycle.</param>
    public static IReadOnlyList<string> Caveats(Statistic statistic, FiscalYear submissionYear)
    {
        var caveats = new List<string>(Caveats(statistic));
        var query = statistic.Query;
        var years = query.Years.Count();
        if (DefaultYears.For(statistic.Snapshot, submissionYear) != (query.FirstYear, query.LastYear))
        {
            caveats.Insert(1, YearsSelected);
        }
        else if (years < DefaultYears.Count)
        {
            caveats.Insert(
                1,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The snapshot covers only {years} complete fiscal {(years == 1 ? "year" : "years")} before the submission."
                )
            );
        }

        return caveats;
    }

    /// <summary><c>snapshot 1</c>, or <c>snapshot 1, validated edition 2</c>.</summary>
    public static string Name(Snapshot snapshot, int edition) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"snapshot {snapshot.Number}{(edition > 0 ? $", validated edition {edition}" : string.Empty)}"
        );

    /// <summary><c>Source: extract of Oct 31, 2022, snapshot 1, validated edition 2.</c></summary>
    /// <param name="edition">0, which is not printed, for the snapshot as published.</param>
    public static string Source(Snapshot snapshot, int edition = 0) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Source: extract of {Date(snapshot.AsOf)}, {Name(snapshot, edition)}{(snapshot.IsSynthetic ? " (synthetic)" : string.Empty)}{(snapshot.Status == SnapshotStatus.Withdrawn ? " (withdrawn as erroneous)" : string.Empty)}."
        );

    /// <summary>The same for a statistic, with the edition that it counted.</summary>
    public static string Source(Statistic statistic) => Source(statistic.Snapshot, statistic.Edition);

    private static string Tco(Statistic statistic)
    {
        // Of all the reports, also where the figure is limited to some: "92 of 174" says more than "92 of 92".
        var total = statistic.WhateverTco;
        if (total.TcoYes + total.TcoNo == 0)
        {
            return TcoNotRecorded;
        }

        // The three parts add up to a total that is shown: hide all where one alone would be hidden.
        if (new[] { total.TcoYes, total.TcoNo, total.TcoNotRecorded }.Any(part => part > 0 && statistic.IsSmall(part)))
        {
            return "TCO involvement was recorded on some of the reports; how many is too small a number to print.";
        }

        var years = Years(statistic.Query.FirstYear, statistic.Query.LastYear);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{total.TcoYes:N0} of {total.Scrs:N0} reports ({years}) marked TCO involvement: yes; {total.TcoNo:N0} no; {total.TcoNotRecorded:N0} not recorded."
        );
    }
}
