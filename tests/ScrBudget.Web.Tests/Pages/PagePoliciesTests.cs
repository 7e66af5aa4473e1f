using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using ScrBudget.Domain.Identity;
using ScrBudget.Web.Audit;
using ScrBudget.Web.Components.PublicPages;
using ScrBudget.Web.Cycles;
using ScrBudget.Web.Home;
using ScrBudget.Web.Identity;
using ScrBudget.Web.Notices;
using ScrBudget.Web.Requests;
using ScrBudget.Web.Review;
using ScrBudget.Web.Review.Comparing;
using ScrBudget.Web.Review.Deciding;
using ScrBudget.Web.ScrData;
using ScrBudget.Web.ScrData.Exploring;
using ScrBudget.Web.ScrData.Imports;
using ScrBudget.Web.ScrData.Measuring;
using ScrBudget.Web.ScrData.Sampling;
using ScrBudget.Web.ScrData.Validation;
using ScrBudget.Web.Tracking;

namespace ScrBudget.Web.Tests.Pages;

/// <summary>
/// Every page with its addresses and its guard, by name. A page that is new, or whose guard was changed, fails here until
/// somebody has written down what it shall be: inside a circuit nothing else stands before it.
/// </summary>
public sealed class PagePoliciesTests
{
    private const string Anonymous = "anybody";
    private const string SignedIn = "signed in";

    private static readonly Dictionary<Type, (string Guard, string[] Addresses)> Expected = new()
    {
        [typeof(HomePage)] = (SignedIn, ["/"]),
        [typeof(RequestsPage)] = (nameof(Permission.ReadRequests), ["/requests"]),
        [typeof(NewRequest)] = (nameof(Permission.DraftRequests), ["/requests/new"]),
        [typeof(DeskPage)] = (nameof(Permission.ReadTracking), ["/review"]),
        [typeof(StatesPage)] = (nameof(Permission.ReadTracking), ["/review/states"]),
        [typeof(ReviewPage)] = (nameof(Permission.ReadTracking), ["/review/{Number}"]),
        [typeof(RequestPage)] = (nameof(Permission.ReadRequests), ["/requests/{Number}"]),
        [typeof(EditRequest)] = (
            nameof(Permission.DraftRequests),
            ["/requests/{Number}/edit", "/requests/{Number}/edit/{Section}"]
        ),
        [typeof(SubmitPage)] = (nameof(Permission.SubmitRequests), ["/requests/{Number}/submit"]),
        [typeof(ChangesPage)] = (nameof(Permission.ReadRequests), ["/requests/{Number}/changes"]),
        [typeof(ScrDataPage)] = (nameof(Permission.ReadScrStatistics), ["/scr-data"]),
        [typeof(SourceRowsPage)] = (nameof(Permission.ReadScrRecords), ["/scr-data/records"]),
        [typeof(MeasurePage)] = (nameof(Permission.ReadScrStatistics), ["/scr-data/measure"]),
        [typeof(PublishedPage)] = (nameof(Permission.ReadScrStatistics), ["/scr-data/published"]),
        [typeof(ImportsPage)] = (nameof(Permission.ImportScrData), ["/scr-data/imports"]),
        [typeof(ImportPage)] = (nameof(Permission.ImportScrData), ["/scr-data/imports/{Id}"]),
        [typeof(SnapshotsPage)] = (nameof(Permission.ReadScrStatistics), ["/scr-data/snapshots"]),
        [typeof(SnapshotPage)] = (nameof(Permission.ReadScrStatistics), ["/scr-data/snapshots/{Number:int}"]),
        [typeof(SamplesPage)] = (nameof(Permission.ReadScrRecords), ["/scr-data/samples"]),
        [typeof(NewSample)] = (nameof(Permission.DrawSamples), ["/scr-data/samples/new"]),
        [typeof(SamplePage)] = (nameof(Permission.ReadScrRecords), ["/scr-data/samples/{Number:int}"]),
        [typeof(SampledCasePage)] = (
            nameof(Permission.ReadScrRecords),
            ["/scr-data/samples/{Number:int}/cases/{Order:int}"]
        ),
        [typeof(WorklistPage)] = (nameof(Permission.ReadScrRecords), ["/scr-data/validation"]),
        [typeof(EditionsPage)] = (nameof(Permission.ReadScrRecords), ["/scr-data/validation/editions"]),
        [typeof(CyclesPage)] = (nameof(Permission.ReadCycles), ["/cycles"]),
        [typeof(CyclePage)] = (nameof(Permission.ManageCycles), ["/cycles/{Year:int}"]),
        [typeof(GuidancePage)] = (nameof(Permission.ReadCycles), ["/cycles/{Year:int}/guidance"]),
        [typeof(TrainingPage)] = (nameof(Permission.ReadCycles), ["/cycles/{Year:int}/training"]),
        [typeof(OwnTrainingPage)] = (SignedIn, ["/training"]),
        [typeof(TrackingPage)] = (nameof(Permission.ReadTracking), ["/tracking"]),
        [typeof(TrackedRequestsPage)] = (nameof(Permission.ReadTracking), ["/tracking/requests"]),
        [typeof(CrossChecksPage)] = (nameof(Permission.ReadTracking), ["/tracking/cross-checks"]),
        [typeof(DecidingPage)] = (nameof(Permission.ReadTracking), ["/deciding"]),
        [typeof(StagesPage)] = (nameof(Permission.ReadTracking), ["/deciding/stages"]),
        [typeof(OfficeRankPage)] = (nameof(Permission.ReadTracking), ["/deciding/{Office}"]),
        [typeof(EvidencePage)] = (nameof(Permission.VerifyEvidence), ["/evidence"]),
        [typeof(AccountsPage)] = (nameof(Permission.Administer), ["/accounts"]),
        [typeof(NoticesPage)] = (SignedIn, ["/notices"]),
        [typeof(NoticeSettingsPage)] = (SignedIn, ["/notices/settings"]),
        [typeof(OutboxPage)] = (nameof(Permission.Administer), ["/notices/outbox"]),
        [typeof(SignIn)] = (Anonymous, ["/sign-in"]),
        [typeof(FirstAdministrator)] = (Anonymous, ["/first-start"]),
        [typeof(AccessDenied)] = (Anonymous, ["/access-denied"]),
        [typeof(Error)] = (Anonymous, ["/error"]),
        [typeof(NotFound)] = (Anonymous, ["/not-found"]),
        [typeof(Status)] = (Anonymous, ["/status/{Code:int}"]),
        [typeof(SubmitPage)] = (nameof(Permission.SubmitRequests), ["/requests/{Number}/submit"]),
    };

    public static TheoryData<Type> Pages =>
        [.. typeof(App).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute), inherit: false))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_HasTheGuardAndTheAddressesThatAreWrittenDown(Type page)
    {
        Assert.True(Expected.TryGetValue(page, out var expected), $"{page.Name} is not in the table: who may see it?");

        Assert.Equal(expected.Guard, GuardOf(page));
        Assert.Equal(
            expected.Addresses,
            page.GetCustomAttributes<RouteAttribute>(inherit: false)
                .Select(route => route.Template)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Table_HoldsPagesThatExist() =>
        Assert.Equal(
            Pages.Select(row => row.Data.Name).Order(StringComparer.Ordinal),
            Expected.Keys.Select(page => page.Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Guards_AreNamesOfPermissions() =>
        Assert.All(
            Expected.Values.Select(page => page.Guard).Where(guard => guard is not (Anonymous or SignedIn)),
            guard => Assert.True(Enum.TryParse<Permission>(guard, out _), guard)
        );

    /// <summary>As the router decides it: what allows anybody wins, and every policy that is named must be met.</summary>
    private static string GuardOf(Type page)
    {
        if (page.IsDefined(typeof(AllowAnonymousAttribute), inherit: true))
        {
            return Anonymous;
        }

        var guards = page.GetCustomAttributes<AuthorizeAttribute>(inherit: true).ToList();
        Assert.NotEmpty(guards);
        Assert.All(guards, guard => Assert.True(guard.Roles is null && guard.AuthenticationSchemes is null));
        var policies = guards.Select(guard => guard.Policy).OfType<string>().ToList();
        return policies.Count == 0 ? SignedIn : string.Join(" and ", policies);
    }
}
