using System.Globalization;
using ScrBudget.Web;

// Figures and dates have one printed form, whatever the machine's own settings.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddWebShell();

var app = builder.Build();
app.UseWebShell();
await app.RunAsync();
