using System.Collections.Frozen;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Application.Requests;

/// <summary>What a request's figures print, computed once and read by screen, document and rule alike.</summary>
public sealed class RequestFigures
{
    private readonly FrozenDictionary<int, Statistic> statistics;

    public RequestFigures(IReadOnlyDictionary<int, Statistic> statistics) =>
        this.statistics = statistics.ToFrozenDictionary();

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

    /// <summary>The numbers that each figure prints, to recognise those typed by hand.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> Printed =>
        statistics.ToDictionary(
            figure => figure.Key,
            figure =>
                (IReadOnlyList<string>)[StatisticWording.Reports(figure.Value), StatisticWording.Cases(figure.Value)]
        );
}
