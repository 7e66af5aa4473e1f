using System.Globalization;
using ScrBudget.Application;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Identity;
using ScrBudget.Application.Notices;
using ScrBudget.Application.Storage;
using ScrBudget.Web;
using ScrBudget.Web.Cycles;
using ScrBudget.Web.Identity;
using ScrBudget.Web.Notices;
using ScrBudget.Web.Requests;
using ScrBudget.Web.Review.Deciding;
using ScrBudget.Web.ScrData.Exploring;
using ScrBudget.Web.ScrData.Imports;
using ScrBudget.Web.ScrData.Sampling;
using ScrBudget.Web.Tracking;

// Figures and dates have one printed form, whatever the machine's own settings.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

var builder = WebApplication.CreateBuilder(args);
var database = DatabaseChoice.Parse(builder.Configuration["ScrBudget:Database"]);
if (database.Refusal is { } refusal)
{
    await Console.Error.WriteLineAsync($"ScrBudget:Database: {refusal.Message}");
    return 1;
}

var session = SessionLength.Parse(builder.Configuration[SessionLength.Setting]);
if (session is null)
{
    await Console.Error.WriteLineAsync($"{SessionLength.Setting}: give minutes, from 0.17 to 1440.");
    return 1;
}

var time = OfficeTime.Parse(builder.Configuration[OfficeTime.Setting]);
if (time.Refusal is { } unknown)
{
    await Console.Error.WriteLineAsync($"{OfficeTime.Setting}: {unknown.Message}");
    return 1;
}

var transport = Transport.Read(builder.Configuration, builder.Environment.IsDevelopment(), out var problem);
if (transport is null)
{
    await Console.Error.WriteLineAsync(problem);
    return 1;
}

var mail = MailSettings.Read(builder.Configuration);
if (mail.Refusal is { } wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}

builder.Services.AddSingleton<TimeProvider>(time.Value);
builder.Services.AddNotices(mail.Value);
builder.Services.AddHostedService<WarmDigests>();
builder.Services.AddScrBudget(database.Value).AddWebShell(transport).AddLocalAccounts(session, transport);

var app = builder.Build();
app.UseWebShell();
app.MapAccounts();
app.MapDocuments();
app.MapProblems();
app.MapExploring();
app.MapSamples();
app.MapGuidance();
app.MapTracking();
app.MapDeciding();
app.MapGet(ShellPaths.Health, () => Results.Ok("healthy")).AllowAnonymous();

foreach (var folder in (string[])[DataFolder.Path, DataFolder.Keys])
{
    if (DataFolder.Warning(folder) is { } warning)
    {
        app.Logger.LogWarning("{Warning}", warning);
    }
}

// Migrated before the first request is served: the health check answers only after this.
var prepared = await app.Services.GetRequiredService<PrepareDatabase>().ExecuteAsync();
if (prepared.Refusal is { } ofAnotherVersion)
{
    await Console.Error.WriteLineAsync(ofAnotherVersion.Message);
    return 1;
}

if (app.Environment.IsDevelopment())
{
    var demo = await app.Services.GetRequiredService<LoadDemo>().ExecuteAsync(withSite: true);
    if (demo.Refusal is { } why)
    {
        app.Logger.LogWarning("Started without demo. {Why}", why.Message);
    }
}

await SayHowToStartAsync(app);
await app.RunAsync();
return 0;

static async Task SayHowToStartAsync(WebApplication app)
{
    var find = app.Services.GetRequiredService<FindAccounts>();
    var hasDemo = app.Environment.IsDevelopment() && (await find.DemoAsync()).Count > 0;
    if (!hasDemo && !await find.AnyWithPasswordAsync())
    {
        app.Logger.LogWarning(
            "Nobody can sign in with a password yet. Open {Address} and name the administrator. Setup code: {SetupCode}",
            FirstAdministrator.Address,
            app.Services.GetRequiredService<SetupCode>().Code
        );
    }
}
