using Microsoft.AspNetCore.Components;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Web.Components;
using ScrBudget.Web.Identity;

namespace ScrBudget.Web.Requests;

public sealed partial class EditRequest
{
    private static readonly IReadOnlyList<EditorSection> Sections =
    [
        new("facts", "Facts", null),
        new("description", "Description", SectionKind.Description),
        new("justification", "Justification", SectionKind.Justification),
        new("cost", "Cost", null, IsWide: true),
        new("impact", "Impact", SectionKind.Impact),
        new("if-not-funded", "If not funded", SectionKind.IfNotFunded),
        new("scr-data", "SCR data", null),
        new("submit", "Submit", null),
    ];

    private readonly UnsavedForms nothingUnsaved = new();
    private IReadOnlyList<SectionTyping> typings = [];
    private RequestReading? reading;
    private string? problem;
    private string? closed;
    private string? openSection;
    private bool isBehind;
    private bool maySubmit;
    private bool mayComment;

    [Parameter]
    public string Number { get; set; } = string.Empty;

    [Parameter]
    public string? Section { get; set; }

    [CascadingParameter]
    private UnsavedForms? Forms { get; set; }

    [Inject]
    private ReadRequest ReadRequest { get; set; } = default!;

    [Inject]
    private PutInOwnTexts PutInOwnTexts { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private CurrentPerson Current { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private EditorSection CurrentSection =>
        Sections.FirstOrDefault(section => section.Name == openSection) ?? Sections[1];

    private SectionTyping? Typing =>
        CurrentSection.Kind is { } kind ? typings.Single(typing => typing.Title == kind.Title()) : null;

    private string GapsInWords
    {
        get
        {
            var gaps = reading!.Composed.Completeness.Gaps.Count;
            var warnings = reading.Composed.Completeness.Warnings.Count;
            return $"{Counted(gaps, "gap", "gaps")}, {Counted(warnings, "warning", "warnings")}";
        }
    }

    private IReadOnlyList<SectionLink> Links =>
        [
            .. Sections.Select(section =>
            {
                var (words, kind) = State(section);
                return new SectionLink(
                    section.Title,
                    Address(Number, section.Name),
                    words,
                    kind,
                    section.Name == CurrentSection.Name
                );
            }),
        ];

    /// <summary>Where a section of a request is edited.</summary>
    public static string Address(string number, string section) => $"/requests/{number}/edit/{section}";

    protected override async Task OnParametersSetAsync()
    {
        if (RendererInfo.IsInteractive && reading?.Request.Number != Number)
        {
            await PutInOwnTexts.ExecuteAsync(Number, await Current.GetAsync());
        }

        await ReloadAsync();
        // Not before: an editor that opens takes the text of the reading that it is handed.
        openSection = Section;
    }

    private async Task ReloadAsync()
    {
        // SQLite answers at once: without a break, the editors that ask for this would go on before they are handed the
        // new reading, and take a version that is already past for the present one.
        await Task.Yield();
        var by = await Current.GetAsync();
        var read = await ReadRequest.WhileTypingAsync(Number, by);
        if (read.Refusal is { } refusal)
        {
            problem = refusal.Message;
            return;
        }

        if (
            !read.Value.Request.Status.IsEditable()
            || !by.Can(Domain.Identity.Permission.DraftRequests, read.Value.Request.OfficeCode)
        )
        {
            if (reading?.Request.Number == read.Value.Request.Number)
            {
                // Whoever was typing keeps the page, with all that stands in it: only this screen holds it.
                closed = Closed(read.Value.Request);
                return;
            }

            Navigation.NavigateTo(RequestPage.Address(Number), replace: true);
            return;
        }

        if (reading?.Request.Number != read.Value.Request.Number)
        {
            typings = [.. SectionKinds.All.Select(kind => new SectionTyping(kind.Title()))];
            foreach (var typing in typings)
            {
                typing.Tracker.Changed += ShowWhatIsNotSaved;
            }
        }

        problem = null;
        closed = null;
        maySubmit = by.Can(Domain.Identity.Permission.SubmitRequests, read.Value.Request.OfficeCode);
        mayComment = read.Value.Request.MayComment(by);
        reading = read.Value;
    }

    private static bool IsNotSaved(SectionTyping typing) => typing.Tracker.State == SaveState.NotSaved;

    /// <summary>What is said of the sections and of the page is said of what is saved: a refused text is not in it.</summary>
    private void ShowWhatIsNotSaved(object? sender, EventArgs e)
    {
        var isNow = typings.Any(IsNotSaved);
        if (isNow != isBehind)
        {
            isBehind = isNow;
            _ = InvokeAsync(StateHasChanged);
        }
    }

    private string Closed(ResourceRequest request) =>
        request.Moves is [.., var last]
            ? $"{last.Action.Past()} by {last.By}, {Time.Print(last.At)}."
            : RequestRefusals.NotAllowed.Message;

    private (string? Words, StatusKind Kind) State(EditorSection section)
    {
        var completeness = reading!.Composed.Completeness;
        if (section.Name == "submit")
        {
            return (null, StatusKind.Neutral);
        }

        if (typings.Any(typing => typing.Title == section.Kind?.Title() && IsNotSaved(typing)))
        {
            return ("not saved", StatusKind.Gap);
        }

        var gaps = completeness.Gaps.Where(gap => gap.Field == section.Name).ToList();
        if (section.Name == "scr-data")
        {
            return gaps.Count > 0
                ? (Counted(gaps.Count, "to answer", "to answer"), StatusKind.Gap)
                : ("answered", StatusKind.Good);
        }

        if (gaps.Count > 0)
        {
            return (
                gaps[0].Code.EndsWith("empty", StringComparison.Ordinal) ? "empty" : Counted(gaps.Count, "gap", "gaps"),
                StatusKind.Gap
            );
        }

        var warnings = completeness.Warnings.Count(warning => warning.Field == section.Name);
        return warnings > 0 ? (Counted(warnings, "warning", "warnings"), StatusKind.Warning)
            : IsOptionalAndEmpty(section) ? ("optional", StatusKind.Neutral)
            : ("complete", StatusKind.Good);
    }

    private bool IsOptionalAndEmpty(EditorSection section) =>
        section.Kind == SectionKind.IfNotFunded && reading!.Request.Section(SectionKind.IfNotFunded).Text.Length == 0;

    private static string Counted(int number, string one, string many) => $"{number} {(number == 1 ? one : many)}";

    /// <param name="Name">As in the address.</param>
    /// <param name="Kind">Set for those that are a text.</param>
    /// <param name="IsWide">Needs the width that the quad chart takes: that stands beneath.</param>
    private sealed record EditorSection(string Name, string Title, SectionKind? Kind, bool IsWide = false);
}
