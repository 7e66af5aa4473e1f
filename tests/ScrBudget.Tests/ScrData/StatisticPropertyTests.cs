using System.Security.Cryptography;
using System.Text;
using FsCheck.Xunit;
using ScrBudget.Application.ScrData;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Tests.ScrData;

/// <summary>Whatever the extract, its statistics are what a plain count over its lines gives.</summary>
public sealed class StatisticPropertyTests
{
    private const int Scrs = 400;

    private static readonly IReadOnlyList<StatisticQuery> Queries =
    [
        .. from category in ScrCategories.Initial().Select(category => category.Code).Append(null)
        from years in ((int, int)[])[(2017, 2022), (2018, 2020), (2022, 2022)]
        from measure in Enum.GetValues<Measure>()
        select ScrDatabase.Ask(category, years.Item1, years.Item2, measure),
    ];

    [Property(MaxTest = 5)]
    public async Task Statistics_AgreeWithAPlainCountOfTheFile(byte seed)
    {
        using var database = new ScrDatabase();
        var lines = Lines(seed);
        await database.PublishAsync(ExtractText.Of(lines));

        var statistics = await AskAllAsync(database);

        Assert.Equal(Queries.Count, statistics.Count);
        Assert.Equal(
            Queries.Select(query => PlainCount(lines, query)),
            statistics.Select(one => (one.Total.Scrs, one.Total.Cases))
        );
    }

    [Property(MaxTest = 5)]
    public async Task Statistics_DoNotDependOnTheOrderOfTheRows(byte seed, int order)
    {
        using var database = new ScrDatabase();
        using var shuffled = new ScrDatabase();
        var lines = Lines(seed);
        var inAnotherOrder = lines
            .OrderBy(line => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{order} {line}"))))
            .ToList();

        var one = (await database.PublishAsync(ExtractText.Of(lines))).Value;
        var other = (await shuffled.PublishAsync(ExtractText.Of(inAnotherOrder))).Value;

        Assert.Equal((one.Records, one.Cases, one.Warnings.Count), (other.Records, other.Cases, other.Warnings.Count));
        Assert.Equal(
            (await AskAllAsync(database)).Select(statistic => statistic.Total),
            (await AskAllAsync(shuffled)).Select(statistic => statistic.Total)
        );
    }

    private static async Task<IReadOnlyList<Statistic>> AskAllAsync(ScrDatabase database) =>
        (await database.Statistics.AskAsync(Queries, null, ScrDatabase.Analyst, CancellationToken.None)).Value;

    private static List<string> Lines(int seed)
    {
        using var reader = new StreamReader(SyntheticExtract.Create(Scrs, (ulong)seed));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
    }

    private static (int Scrs, int Cases) PlainCount(List<string> lines, StatisticQuery query)
    {
        var name = ScrCategories.Initial().FirstOrDefault(category => category.Code == query.CategoryCode)?.Name;
        var counted = lines
            .Where(line =>
                name is null
                || line.Contains($",{name},", StringComparison.Ordinal)
                || line.Contains($",\"{name}\",", StringComparison.Ordinal)
            )
            .Where(line => query.Years.Any(year => line.StartsWith($"SCR-{year.Year}-", StringComparison.Ordinal)))
            .Where(line =>
                query.Measure switch
                {
                    Measure.Results => !line.Contains(",Initial Investigation,", StringComparison.Ordinal),
                    Measure.Disruptions => line.Contains(",Disruption,", StringComparison.Ordinal),
                    Measure.Dismantlements => line.Contains(",Dismantlement,", StringComparison.Ordinal),
                    Measure.Initial => line.Contains(",Initial Investigation,", StringComparison.Ordinal),
                    _ => true,
                }
            )
            .ToList();
        return (counted.Count, counted.Select(line => line.Split(',')[1]).Distinct().Count());
    }
}
