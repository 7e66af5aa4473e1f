using Microsoft.AspNetCore.Components;
using ScrBudget.Application.Requests;
using ScrBudget.Domain.Requests;
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

    private readonly SaveTracker saving = new("save-status");
    private RequestReading? reading;
    private string? problem;

    [Parameter]
    public string Number { get; set; } = string.Empty;

    [Parameter]
    public string? Section { get; set; }

    [Inject]
    private ReadRequest ReadRequest { get; set; } = default!;

    [Inject]
    private CurrentPerson Current { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private EditorSection CurrentSection => Sections.FirstOrDefault(section => section.Name == Section) ?? Sections[1];

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

    protected override Task OnParametersSetAsync() => ReloadAsync();

    private async Task ReloadAsync()
    {
        var by = await Current.GetAsync();
        var read = await ReadRequest.WhileTypingAsync(Number, by);
        if (read.Refusal is { } refusal)
        {
            problem = refusal.Message;
            return;
        }

        if (
            read.Value.Request.Status != RequestStatus.Draft
            || !by.Can(Domain.Identity.Permission.DraftRequests, read.Value.Request.OfficeCode)
        )
        {
            Navigation.NavigateTo(RequestPage.Address(Number), replace: true);
            return;
        }

        problem = null;
        reading = read.Value;
    }

    private (string? Words, StatusKind Kind) State(EditorSection section)
    {
        var completeness = reading!.Composed.Completeness;
        if (section.Name == "submit")
        {
            return (null, StatusKind.Neutral);
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
