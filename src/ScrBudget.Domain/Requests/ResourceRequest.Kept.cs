using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Review;

namespace ScrBudget.Domain.Requests;

/// <summary>Figures that are kept although the current snapshot gives others.</summary>
public sealed partial class ResourceRequest
{
    private readonly List<KeptFigure> keptFigures = [];

    /// <summary>In the order in which they were kept.</summary>
    public IReadOnlyList<KeptFigure> KeptFigures => [.. keptFigures.OrderBy(figure => figure.Sequence)];

    /// <summary>Who kept the figure against these words, and why; null where nobody has, or only against an earlier snapshot.</summary>
    /// <param name="now">What the current snapshot gives (<see cref="FigureChange.Now"/>).</param>
    public KeptFigure? KeptAgainst(int figureNumber, string now) =>
        KeptFigures.LastOrDefault(figure => figure.FigureNumber == figureNumber && figure.Against == now);

    /// <summary>
    /// Keeps a superseded figure, with a reason (domain.md section 8): its office while it may revise the request, an analyst
    /// or the compiler until it is transmitted. It holds until yet another snapshot gives something else.
    /// </summary>
    public Outcome KeepFigure(FigureChange change, string reason, Person by, DateTime at)
    {
        if (!MayKeepFigures(by))
        {
            return by.Can(Permission.DraftRequests, OfficeCode)
                ? RequestRefusals.NotDraft(Status)
                : RequestRefusals.NotAllowed;
        }

        if (Status.IsFinal())
        {
            return new Refusal(
                ReviewRefusals.NotPossibleCode,
                $"{Number} is {Status.Title().ToLowerInvariant()}: its figures stand as they are."
            );
        }

        if (change.IsWithdrawn || change.Now is null)
        {
            return new Refusal(
                "figure-withdrawn",
                $"{change.Token} cites {change.Cited}, which was withdrawn as erroneous: it is not kept. Attach a present figure."
            );
        }

        var why = TextCleaning.Line(reason);
        if (ReasonProblem(why, ReviewWords.ReasonLength) is { } problem)
        {
            return problem;
        }

        if (change.Kept?.Reason == why)
        {
            return Outcome.Done;
        }

        keptFigures.Add(new KeptFigure(keptFigures.Count + 1, change.Number, change.Now, why, by.Name, at));
        Note($"Kept {change.Token}", at, change.Cited, $"Not {change.Now}", why);
        return Outcome.Done;
    }

    /// <summary>The office while the request is in its hands; analysts and the compiler at any time.</summary>
    public bool MayKeepFigures(Person by) =>
        by.Can(Permission.ReviewRequests, OfficeCode)
        || by.Can(Permission.DecideRequests, OfficeCode)
        || (Status.IsEditable() && by.Can(Permission.DraftRequests, OfficeCode));
}
