using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;

namespace ScrBudget.Cli;

/// <summary>One run of one command: what was typed, and where the answer goes.</summary>
public class CommandRun(ParseResult parsed, bool isJson, CancellationToken cancellation)
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        // For terminals and files, not for a web page: dashes and quotes stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    protected CommandRun(CommandRun other)
        : this(other.Parsed, other.IsJson, other.Cancellation) { }

    public ParseResult Parsed { get; } = parsed;

    /// <summary>Is one JSON document asked for?</summary>
    public bool IsJson { get; } = isJson;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The result alone.</summary>
    public TextWriter Output => Parsed.InvocationConfiguration.Output;

    /// <summary>Progress, and why something is refused.</summary>
    public TextWriter Error => Parsed.InvocationConfiguration.Error;

    public void WriteJson(object document) => Output.WriteLine(JsonSerializer.Serialize(document, JsonOptions));

    /// <summary>Says why, on standard error.</summary>
    public int Refuse(Refusal refusal)
    {
        Error.WriteLine(refusal.Message);
        foreach (var detail in refusal.Details)
        {
            Error.WriteLine($"  {detail}");
        }

        return ExitCodes.Refused;
    }
}

/// <summary>A run on a database, as somebody.</summary>
public sealed class DatabaseRun(CommandRun run, IServiceProvider services, Person by) : CommandRun(run)
{
    public Person By { get; } = by;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
