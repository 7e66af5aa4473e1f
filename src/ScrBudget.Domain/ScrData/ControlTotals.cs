using System.Globalization;

namespace ScrBudget.Domain.ScrData;

/// <summary>What the case system says that it exported, entered by the steward: each is optional.</summary>
/// <param name="Rows">SCRs exported.</param>
/// <param name="Cases">Distinct cases among them.</param>
/// <param name="FirstApproval">The earliest date of approval.</param>
/// <param name="LastApproval">The latest date of approval.</param>
public sealed record ControlTotals(int? Rows, int? Cases, DateOnly? FirstApproval, DateOnly? LastApproval)
{
    public static ControlTotals None { get; } = new(null, null, null, null);

    /// <summary>Each total that was entered, against what was read.</summary>
    public IReadOnlyList<ControlTotal> Reconcile(ControlTotals read) =>
        [
            .. Compare("SCRs exported and rows read", Rows, read.Rows),
            .. Compare("Distinct cases", Cases, read.Cases),
            .. Compare("First date of approval", FirstApproval, read.FirstApproval),
            .. Compare("Last date of approval", LastApproval, read.LastApproval),
        ];

    private static IEnumerable<ControlTotal> Compare(string what, int? expected, int? read) =>
        expected is { } wanted
            ? [new ControlTotal(what, Words(wanted), read is { } found ? Words(found) : "none")]
            : [];

    private static IEnumerable<ControlTotal> Compare(string what, DateOnly? expected, DateOnly? read) =>
        expected is { } wanted
            ?
            [
                new ControlTotal(
                    what,
                    StatisticWording.Date(wanted),
                    read is { } found ? StatisticWording.Date(found) : "none"
                ),
            ]
            : [];

    private static string Words(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

/// <summary>One control total: <c>8,275</c> expected, <c>8,270</c> read.</summary>
public sealed record ControlTotal(string What, string Expected, string Read)
{
    public bool Differs => Expected != Read;

    public override string ToString() => $"{What}: {Expected} expected, {Read} read.";
}
