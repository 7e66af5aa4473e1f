using ScrBudget.Application.Requests;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;

namespace ScrBudget.Application.Tracking;

/// <summary>Totals of an office that should agree: as handed in, as its requests stand now, and as approved in full.</summary>
internal static class OfficeTotals
{
    /// <param name="active">Of one budget year; those that were never handed in have nothing to compare.</param>
    public static IEnumerable<CrossFinding> Differing(IEnumerable<RequestDigest> active) =>
        active
            .Where(request => request.HandedIn is not null)
            .GroupBy(request => request.OfficeName)
            .OrderBy(office => office.Key, StringComparer.Ordinal)
            .SelectMany(office => Differing(office.Key, [.. office]));

    private static IEnumerable<CrossFinding> Differing(string office, IReadOnlyList<RequestDigest> handedIn) =>
        new[]
        {
            // What is back in its office's hands is being revised: it differs as it should, until it is handed in again.
            Compare(
                office,
                [.. handedIn.Where(request => request.Status.IsHandedIn())],
                "as they stand now",
                request => request.Request
            ),
            Compare(
                office,
                [.. handedIn.Where(request => request.Decision == Decision.Approved)],
                $"approved in full by {Stages.Oao}, but with",
                request => At(request, Stages.Oao)
            ),
        }.OfType<CrossFinding>();

    /// <summary>Null where the amounts of all that have one agree, each by itself: differences do not cancel out.</summary>
    private static CrossFinding? Compare(
        string office,
        IReadOnlyList<RequestDigest> requests,
        string words,
        Func<RequestDigest, Money?> other
    )
    {
        var compared = requests.Where(request => other(request) is not null).ToList();
        var differing = compared.FindAll(request => other(request) != request.HandedIn);
        if (differing.Count == 0)
        {
            return null;
        }

        var (before, now) = (
            Sum(compared, request => request.HandedIn!.Value),
            Sum(compared, request => other(request)!.Value)
        );
        return new CrossFinding(
            CrossCheck.TotalsDiffer,
            office,
            $"Handed in: {before}; {words}: {now}. Difference: {new Money(now.Dollars - before.Dollars)}, from "
                + string.Join(
                    ", ",
                    differing.Select(request =>
                        $"{request.Number} ({request.HandedIn} and {other(request)}, {request.StatusWords.ToLowerInvariant()})"
                    )
                )
                + ".",
            [.. differing.Select(request => request.Number)]
        );
    }

    private static Money Sum(IEnumerable<RequestDigest> requests, Func<RequestDigest, Money> amount) =>
        new(requests.Sum(request => amount(request).Dollars));

    private static Money? At(RequestDigest request, string stage) =>
        request.Amounts.LastOrDefault(amount => amount.Stage == stage)?.Money;
}
