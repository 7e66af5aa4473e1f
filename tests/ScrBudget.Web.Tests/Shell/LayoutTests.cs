using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Sections;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Application;
using ScrBudget.Domain.Identity;
using ScrBudget.Web.Components.Layout;
using ScrBudget.Web.Identity;
using ScrBudget.Web.Notices;
using ScrBudget.Web.Tests.Components;

namespace ScrBudget.Web.Tests.Shell;

public sealed class LayoutTests : BunitContext, IClassFixture<OpenCallDatabase>
{
    private readonly BunitAuthorizationContext authorization;

    public LayoutTests(OpenCallDatabase database)
    {
        authorization = AddAuthorization();
        Services.AddScrBudget(database.Choice);
        Services.AddSingleton(SessionLength.Parse(null)!);
        Services.AddScoped<NoticeBell>();
        Services.AddSingleton<Microsoft.AspNetCore.Components.Forms.AntiforgeryStateProvider, NoAntiforgery>();
        // Last: it builds the renderer, after which no service can be added.
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void Layout_ShowsTheMarkingOnTopAndAtTheFoot()
    {
        var layout = RenderLayout(new ShellFacts { Marking = "CUI//SP-BUDG" });

        Assert.Equal(["CUI//SP-BUDG", "CUI//SP-BUDG"], layout.FindAll(".sb-marking").Select(m => m.TextContent));
    }

    [Fact]
    public void Layout_ShowsTheMarkingOfThePageInsteadOfTheSites()
    {
        RenderFragment page = builder =>
        {
            builder.OpenComponent<OwnMarking>(0);
            builder.AddAttribute(1, nameof(OwnMarking.Text), "CUI of this cycle");
            builder.CloseComponent();
        };

        var layout = RenderLayout(null, page);

        Assert.Equal(
            ["CUI of this cycle", "CUI of this cycle"],
            layout.FindAll(".sb-marking").Select(m => m.TextContent)
        );
    }

    [Fact]
    public void Layout_ForTheSignedIn_ShowsTheYearOfTheOpenCall()
    {
        authorization.SetAuthorized("Budget analyst");

        var layout = RenderLayout();

        layout.WaitForAssertion(() => Assert.Equal("FY 2031", layout.Find(".sb-header__year").TextContent.Trim()));
    }

    [Fact]
    public void Layout_ShowsTheYearOfThePageInsteadOfTheOpenCall()
    {
        RenderFragment page = builder =>
        {
            builder.OpenComponent<SectionContent>(0);
            builder.AddAttribute(1, nameof(SectionContent.SectionId), ShellSections.FiscalYear);
            builder.AddAttribute(2, "ChildContent", (RenderFragment)(content => content.AddContent(0, "FY 2030")));
            builder.CloseComponent();
        };

        Assert.Equal("FY 2030", RenderLayout(null, page).Find(".sb-header__year").TextContent);
    }

    [Fact]
    public void Layout_SkipLinkStaysOnThePage()
    {
        Services.GetRequiredNavigation().NavigateTo("requests/5");

        var layout = RenderLayout();

        Assert.Equal("/requests/5#main-content", layout.Find(".usa-skipnav").GetAttribute("href"));
        Assert.Equal("main-content", layout.Find("main").Id);
    }

    [Fact]
    public void Navigation_ShowsWhatThePersonMayOpenAndMarksWhereTheyAre()
    {
        authorization.SetAuthorized("Author, Victim Assistance").SetPolicies(nameof(Permission.ReadRequests));
        Services.GetRequiredNavigation().NavigateTo("requests");

        var links = RenderLayout().FindAll("nav[aria-label=Primary] a");

        Assert.Equal(["Home", "Requests"], links.Select(link => link.TextContent));
        Assert.Equal("page", links[1].GetAttribute("aria-current"));
        Assert.False(links[0].HasAttribute("aria-current"));
    }

    [Fact]
    public void UserMenu_NamesThePersonAndSignsOutByForm()
    {
        authorization.SetAuthorized("Author, Victim Assistance").SetRoles(nameof(Role.ProgramOfficeAuthor));

        var layout = RenderLayout();

        Assert.Equal("Author, Victim Assistance", layout.Find(".sb-menu summary").TextContent);
        Assert.Equal("Program office author", layout.Find(".sb-menu__roles").TextContent);
        var form = layout.Find(".sb-menu form");
        Assert.Equal("post", form.GetAttribute("method"));
        Assert.Equal(ShellPaths.SignOut, form.GetAttribute("action"));
        Assert.NotNull(form.QuerySelector("input[name=__RequestVerificationToken]"));
    }

    [Fact]
    public void Layout_ForAVisitor_HasNoNavigationAndOffersToSignIn()
    {
        var layout = RenderLayout();

        Assert.Empty(layout.FindAll("nav"));
        Assert.Equal(ShellPaths.SignIn, layout.Find(".sb-header__link").GetAttribute("href"));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Layout_SaysThatItIsInteractiveOnlyWhenItIs(bool isInteractive, int markers)
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive));

        Assert.Equal(markers, RenderLayout().FindAll("#interactive").Count);
    }

    [Theory]
    [InlineData(nameof(Role.OaoCompiler), "OAO compiler")]
    [InlineData(nameof(Role.ScrDataSteward), "SCR data steward")]
    [InlineData(nameof(Role.Auditor), "Auditor")]
    public void RoleWords_ReadAsPeopleSayThem(string role, string words) => Assert.Equal(words, RoleWords.Of(role));

    private IRenderedComponent<MainLayout> RenderLayout(ShellFacts? facts = null, RenderFragment? page = null) =>
        Render<MainLayout>(p => p.AddCascadingValue(facts ?? new ShellFacts()).Add(l => l.Body, page ?? (_ => { })));

    private sealed class NoAntiforgery : Microsoft.AspNetCore.Components.Forms.AntiforgeryStateProvider
    {
        public override Microsoft.AspNetCore.Components.Forms.AntiforgeryRequestToken GetAntiforgeryToken() =>
            new("token", "__RequestVerificationToken");
    }
}
