using System.Globalization;
using ScrBudget.Application;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Identity;
using ScrBudget.Application.Storage;
using ScrBudget.Web;
using ScrBudget.Web.Identity;
using ScrBudget.Web.Requests;

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

builder.Services.AddScrBudget(database.Value).AddWebShell().AddLocalAccounts(session);

var app = builder.Build();
app.UseWebShell();
app.MapAccounts();
app.MapDocuments();
app.MapGet("/health", () => Results.Ok("healthy")).AllowAnonymous();

// Migrated before the first request is served: the health check answers only after this.
await app.Services.GetRequiredService<PrepareDatabase>().ExecuteAsync();
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
