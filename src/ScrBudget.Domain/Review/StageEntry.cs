using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.Review;

/// <summary>What one stage said of a request's budget year, with who said it and when.</summary>
/// <param name="Note">May be empty.</param>
/// <param name="At">UTC.</param>
public sealed record StageEntry(Money Dollars, int? Positions, int? Fte, string Note, string By, DateTime At)
{
    /// <summary>What the office handed in, each submission; those from before amounts were kept are left out.</summary>
    public static IReadOnlyList<StageEntry> Of(IEnumerable<Submission> submissions) =>
        [
            .. submissions.SelectMany(
                IEnumerable<StageEntry> (submission) =>
                    submission.Dollars is { } dollars
                        ?
                        [
                            new StageEntry(
                                new Money(dollars),
                                submission.Positions,
                                submission.Fte,
                                string.Empty,
                                submission.By,
                                submission.At
                            ),
                        ]
                        : []
            ),
        ];

    /// <summary>All that a stage said, the last of which counts: the office in its submissions, the others in amounts.</summary>
    /// <param name="handedIn">See <see cref="Of"/>: a draft is in no stage until it is handed in.</param>
    public static IReadOnlyList<StageEntry> OfStage(
        string stage,
        IReadOnlyList<StageEntry> handedIn,
        IEnumerable<StageAmount> amounts
    ) =>
        stage == Stages.ProgramOffice
            ? handedIn
            :
            [
                .. amounts
                    .Where(amount => amount.Stage == stage)
                    .Select(amount => new StageEntry(
                        amount.Money,
                        amount.Positions,
                        amount.Fte,
                        amount.Note,
                        amount.By,
                        amount.At
                    )),
            ];
}
