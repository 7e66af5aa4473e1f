using System.Globalization;
using System.Text;
using ScrBudget.Cli;

// One meaning for every number and date, whatever the machine is set to.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl+C stops in good order, the second at once.
    pressed.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};
return await CommandLineProgram.RunAsync(args, Console.Out, Console.Error, stop.Token);
