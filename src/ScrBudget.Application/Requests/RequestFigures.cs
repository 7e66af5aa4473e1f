using System.Collections.Frozen;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Requests;

/// <summary>What a request's figures print, computed once and read by screen, document and rule alike.</summary>
public sealed class RequestFigures
{
    private readonly FrozenDictionary<int, Statistic> statistics;
    private readonly IReadOnlyDictionary<int, Statistic> current;

    /// <param name="statistics">By figure, from the snapshot that it cites.</param>
    /// <param name="current">By figure, from the current snapshot, where that is another one and covers its years.</param>
    public RequestFigures(
        IReadOnlyDictionary<int, Statistic> statistics,
        IReadOnlyDictionary<int, Statistic>? current = null
    )
    {
        this.statistics = statistics.ToFrozenDictionary();
        this.current = current ?? new Dictionary<int, Statistic>();
    }

    public static RequestFigures None { get; } = new(new Dictionary<int, Statistic>());

    /// <summary>Null for a number that no attached statistic has.</summary>
    public Statistic? Of(int number) => statistics.GetValueOrDefault(number);

    /// <summary>What a token prints: <c>1,238</c>; itself when no statistic answers it, so that nothing vanishes.</summary>
    public string Print(FigureToken token) =>
        Of(token.Number) is { } statistic
            ? token.Cases
                ? StatisticWording.Cases(statistic)
                : StatisticWording.Reports(statistic)
            : token.ToString();

    /// <summary>The cited figures that the current snapshot answers otherwise, or whose own was withdrawn.</summary>
    public IReadOnlyList<FigureChange> Changed(ResourceRequest request) =>
        [
            .. from figure in request.Figures
            where request.IsCited(figure.Number)
            let cited = Of(figure.Number)
            where cited is not null
            let now = current.GetValueOrDefault(figure.Number)
            let isWithdrawn = cited.Snapshot.Status == SnapshotStatus.Withdrawn
            where isWithdrawn || (now is not null && Words(now) != Words(cited))
            let words = now is null ? null : Named(now)
            select new FigureChange(
                figure.Number,
                Named(cited),
                words,
                isWithdrawn,
                words is null ? null : request.KeptAgainst(figure.Number, words)
            ),
        ];

    /// <summary>The numbers that each figure prints, to recognise those typed by hand.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> Printed =>
        statistics.ToDictionary(
            figure => figure.Key,
            figure =>
                (IReadOnlyList<string>)[StatisticWording.Reports(figure.Value), StatisticWording.Cases(figure.Value)]
        );

    private static string Words(Statistic statistic) =>
        $"{StatisticWording.Reports(statistic)} reports in {StatisticWording.Cases(statistic)} cases";

    private static string Named(Statistic statistic) =>
        $"{Words(statistic)} ({StatisticWording.Name(statistic.Snapshot, statistic.Edition)})";
}
