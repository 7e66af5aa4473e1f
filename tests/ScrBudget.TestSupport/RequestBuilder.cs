using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.TestSupport;

/// <summary>
/// A request as a rule's test needs it: an office's complete draft by default, its three categories attached, made through
/// the request's own methods. A test states only what differs.
/// </summary>
public sealed class RequestBuilder
{
    private readonly Dictionary<SectionKind, string> texts = new()
    {
        [SectionKind.Description] = "Sixteen positions for victim assistance.",
        [SectionKind.Justification] = "The need follows the cases.",
        [SectionKind.Impact] = "Every victim is offered help within five days.",
    };

    private readonly List<string> attached = ["ITTF_ND", "TCAC", "NS"];
    private readonly List<PositionLineInput> positions = [new("Victim Assistance Specialist", 16, 200_000)];
    private readonly List<NonPersonnelLineInput> items = [];
    private string title = "Victim assistance tools and resources";
    private int sequence = 1;
    private bool isSubmitted;

    /// <summary>The Victim Assistance Program: three suggested categories.</summary>
    public static Office Office => OfficeOf("VAP");

    public static Person Author => People.AuthorAndApprover;

    public static DateTime At => TestClock.StartUtc;

    public static Office OfficeOf(string code) => OfficeCatalogue.Initial().Single(office => office.Code == code);

    public RequestBuilder Titled(string text)
    {
        title = text;
        return this;
    }

    public RequestBuilder Numbered(int number)
    {
        sequence = number;
        return this;
    }

    public RequestBuilder With(SectionKind section, string text)
    {
        texts[section] = text;
        return this;
    }

    public RequestBuilder Without(SectionKind section)
    {
        texts.Remove(section);
        return this;
    }

    public RequestBuilder WithFiguresOf(params string[] categoryCodes)
    {
        attached.Clear();
        attached.AddRange(categoryCodes);
        return this;
    }

    public RequestBuilder WithoutFigures() => WithFiguresOf();

    /// <summary>These lines and no others.</summary>
    public RequestBuilder Costing(IEnumerable<PositionLineInput> lines, params NonPersonnelLineInput[] others)
    {
        positions.Clear();
        positions.AddRange(lines);
        items.Clear();
        items.AddRange(others);
        return this;
    }

    public RequestBuilder Costing(params PositionLineInput[] lines) => Costing((IEnumerable<PositionLineInput>)lines);

    public RequestBuilder WithoutCost() => Costing();

    public RequestBuilder Submitted()
    {
        isSubmitted = true;
        return this;
    }

    public ResourceRequest Build()
    {
        var number = RequestNumber.Create(new FiscalYear(2029), "VAP", sequence);
        var request = ResourceRequest.Create(number, new RequestFacts { Title = title }, Author, At).Value;
        foreach (var (section, text) in texts)
        {
            Done(request.Revise(section, text, request.Section(section).Version, Author, At));
        }

        foreach (var line in positions)
        {
            _ = request.AddPositions(line, At).Value;
        }

        foreach (var line in items)
        {
            _ = request.AddNonPersonnel(line, At).Value;
        }

        var snapshot = TestSnapshots.Published();
        foreach (var category in attached)
        {
            _ = request
                .Attach(TestSnapshots.Query(category), snapshot, SectionKind.Justification, category, "", Author, At)
                .Value;
        }

        if (isSubmitted)
        {
            Done(request.Submit(CompletenessOf(request), "{}", new string('0', 64), Author, At));
        }

        return request;
    }

    /// <summary>What a request lacks where everything fits its page.</summary>
    public static Completeness CompletenessOf(ResourceRequest request, Office? office = null) =>
        Completeness.Of(
            request,
            ScrPrompt.Of(request, office ?? Office),
            request.Cost(BudgetCycle.DefaultYearsCovered),
            FitOnPage.Perfect,
            code => code,
            new Dictionary<int, IReadOnlyList<string>>(),
            []
        );

    private static void Done(Domain.Outcome outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException(
                $"The builder's request was refused: {refusal.Code}: {refusal.Message}"
            );
        }
    }
}
