using System.Globalization;
using System.Text.RegularExpressions;
using ScrBudget.Domain.Cycles;

namespace ScrBudget.Domain.Requests;

/// <summary>Something that must be mended before submission.</summary>
/// <param name="Field">Where to mend it: the editor's section, as in its address.</param>
public sealed record Gap(string Code, string Message, string Field)
{
    /// <summary>The field of a gap that is mended on the page of training, outside the editor.</summary>
    public const string Training = "training";

    /// <summary>The person who would submit has not acknowledged what the cycle requires them to read.</summary>
    public static Gap TrainingRequired(FiscalYear year) =>
        new(
            "training-required",
            $"You have not acknowledged the training for {year}: read it on the page Training.",
            Training
        );
}

/// <summary>Something to look at; never blocks.</summary>
public sealed record Warning(string Code, string Message, string Field);

/// <summary>What the layout found, as the rules need it.</summary>
/// <param name="Place">The quadrant, in words.</param>
/// <param name="Lines">Lines that do not fit.</param>
public sealed record TextExcess(string Place, int Lines);

/// <param name="Place">The quadrant or the part of the page, in words.</param>
/// <param name="Characters">Each once, in order of appearance.</param>
public sealed record UnprintableText(string Place, string Characters);

/// <summary>Measured by the layout of the quad chart and handed to the rule: counts of characters are only estimates.</summary>
/// <param name="Unprintable">Characters that the page cannot print, a line for each place that has some.</param>
public sealed record FitOnPage(IReadOnlyList<TextExcess> Excess, IReadOnlyList<UnprintableText> Unprintable)
{
    public static FitOnPage Perfect { get; } = new([], []);
}

/// <summary>A cited figure whose snapshot is not the last word any more.</summary>
/// <param name="Number">The figure's number in the request.</param>
/// <param name="Cited">As printed: <c>1,238 reports in 803 cases (snapshot 1)</c>.</param>
/// <param name="Now">What the current snapshot gives, in the same words; null where it covers other years.</param>
/// <param name="IsWithdrawn">Was the snapshot withdrawn as erroneous?</param>
/// <param name="Kept">Who kept the figure in spite of <paramref name="Now"/>, and why; null where nobody has.</param>
public sealed record FigureChange(int Number, string Cited, string? Now, bool IsWithdrawn, KeptFigure? Kept = null)
{
    /// <summary>Without braces: <c>S1</c>.</summary>
    public string Token => string.Create(CultureInfo.InvariantCulture, $"S{Number}");

    /// <summary>Must something be done about it before the request is transmitted? A withdrawn figure cannot be kept.</summary>
    public bool IsOpen => IsWithdrawn || Kept is null;

    internal Warning AsWarning() =>
        IsWithdrawn
            ? new Warning(
                "figure-withdrawn",
                $"{Token} cites {Cited}, which was withdrawn as erroneous. {(Now is null ? "Attach another figure" : $"Attach the present one: {Now}")}.",
                "scr-data"
            )
            : new Warning(
                "figure-moved",
                $"{Token} cites {Cited}; by now it would be {Now}. Attach the new figure, or keep this one and say why.",
                "scr-data"
            );
}

/// <summary>What a request lacks (design 1.4): gaps block its submission, warnings do not.</summary>
public sealed partial class Completeness
{
    private Completeness(IReadOnlyList<Gap> gaps, IReadOnlyList<Warning> warnings)
    {
        Gaps = gaps;
        Warnings = warnings;
    }

    public IReadOnlyList<Gap> Gaps { get; }

    public IReadOnlyList<Warning> Warnings { get; }

    /// <param name="categoryName">Full names of categories by code.</param>
    /// <param name="printedFigures">What each attached statistic prints, to recognise figures typed without their token.</param>
    /// <param name="changedFigures">Cited figures that the current snapshot answers otherwise.</param>
    public static Completeness Of(
        ResourceRequest request,
        ScrPrompt prompt,
        CostPlan cost,
        FitOnPage fit,
        Func<string, string> categoryName,
        IReadOnlyDictionary<int, IReadOnlyList<string>> printedFigures,
        IReadOnlyList<FigureChange> changedFigures
    )
    {
        var gaps = new List<Gap>();
        foreach (var kind in (SectionKind[])[SectionKind.Description, SectionKind.Justification, SectionKind.Impact])
        {
            if (string.IsNullOrWhiteSpace(request.Section(kind).Text))
            {
                gaps.Add(new Gap("section-empty", $"{kind.Title()} is empty.", FieldOf(kind)));
            }
        }

        if (cost.IsEmpty)
        {
            gaps.Add(new Gap("cost-empty", "Cost has no line.", "cost"));
        }

        gaps.AddRange(
            prompt
                .Categories.Where(category => category.NeedsAnswer)
                .Select(category => new Gap(
                    "category-unanswered",
                    $"{categoryName(category.CategoryCode)}: attach a statistic, decline, or say why it is not applicable.",
                    "scr-data"
                ))
        );
        if (prompt.NeedsNoneOrOne)
        {
            gaps.Add(
                new Gap(
                    "scr-data-unanswered",
                    "SCR data: choose a category that bears on the request, or say why none applies.",
                    "scr-data"
                )
            );
        }

        foreach (var kind in SectionKinds.All)
        {
            gaps.AddRange(
                RequestText
                    .Tokens(request.Section(kind).Text)
                    .Where(token => request.Figures.All(figure => figure.Number != token.Number))
                    .Select(token => new Gap(
                        "token-unknown",
                        $"{kind.Title()} cites {token}, but no such statistic is attached. Attach it or remove the token.",
                        FieldOf(kind)
                    ))
            );
        }

        gaps.AddRange(
            fit.Excess.Select(excess => new Gap(
                "does-not-fit",
                $"{excess.Place} is {excess.Lines} {(excess.Lines == 1 ? "line" : "lines")} too long for the quad chart.",
                FieldOf(excess.Place)
            ))
        );
        return new Completeness(
            gaps,
            [
                .. WarningsOf(request, cost, fit, printedFigures),
                .. changedFigures.Where(change => change.IsOpen).Select(change => change.AsWarning()),
            ]
        );
    }

    /// <summary>The same with a gap that does not lie in the request itself.</summary>
    public Completeness With(Gap gap) => new([.. Gaps, gap], Warnings);

    /// <summary>The section's name in the editor's address.</summary>
    public static string FieldOf(SectionKind kind) => FieldOf(kind.Title());

    private static string FieldOf(string place) => place.ToLowerInvariant().Replace(' ', '-');

    private static IEnumerable<Warning> WarningsOf(
        ResourceRequest request,
        CostPlan cost,
        FitOnPage fit,
        IReadOnlyDictionary<int, IReadOnlyList<string>> printedFigures
    )
    {
        foreach (var figure in request.Figures.Where(figure => !request.IsCited(figure.Number)))
        {
            if (request.DecisionOn(figure.CategoryCode) == CategoryDecision.Attached)
            {
                yield return new Warning(
                    "figure-not-cited",
                    $"{figure.Token} is attached, but its token stands in neither Justification nor Impact.",
                    "scr-data"
                );
            }
        }

        foreach (var kind in SectionKinds.All)
        {
            var typed = NumbersTyped(request.Section(kind).Text);
            foreach (var (number, printed) in printedFigures)
            {
                // Reports first, then cases, as they are handed in.
                var match = printed.Select(WithoutCommas).ToList().FindIndex(typed.Contains);
                if (match >= 0)
                {
                    yield return new Warning(
                        "figure-typed",
                        $"{kind.Title()} has the figure {printed[match]} typed in: a typed figure is no evidence. Use {new FigureToken(number, Cases: match > 0)} instead.",
                        FieldOf(kind)
                    );
                }
            }
        }

        if (!cost.IsEmpty && cost.Request == Money.Zero)
        {
            yield return new Warning("cost-zero", "The lines of Cost add up to nothing in the budget year.", "cost");
        }

        foreach (var unprintable in fit.Unprintable)
        {
            yield return new Warning(
                "character-unprintable",
                $"{unprintable.Place}: {unprintable.Characters} cannot be printed on the quad chart, and stands there as a box.",
                SectionKinds.All.Any(kind => kind.Title() == unprintable.Place) || unprintable.Place == "Cost"
                    ? FieldOf(unprintable.Place)
                    : "facts"
            );
        }
    }

    /// <summary>The whole numbers in the literal words of a text, without commas; what tokens print is not among them.</summary>
    private static HashSet<string> NumbersTyped(string text)
    {
        var words = RequestText
            .Parse(text)
            .Select(line => string.Concat(line.Pieces.Select(piece => piece.Token is null ? piece.Text : " ")));
        return [.. Numbers().Matches(string.Join('\n', words)).Select(match => WithoutCommas(match.Value))];
    }

    private static string WithoutCommas(string number) => number.Replace(",", string.Empty, StringComparison.Ordinal);

    /// <summary>
    /// Numbers as people type them, of three digits and more: shorter ones stand in every text. Not dollars, not parts of a
    /// decimal; a comma or point of the sentence may follow.
    /// </summary>
    [GeneratedRegex(
        "(?<![0-9$]|[0-9][,.])([0-9]{1,3}(,[0-9]{3})+|[0-9]{3,})(?![0-9]|[,.][0-9])",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Numbers();
}
