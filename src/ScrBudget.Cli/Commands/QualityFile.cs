using System.Text.Json;
using ScrBudget.Domain;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Cli.Commands;

/// <summary>The five quality statements of a snapshot as a JSON file.</summary>
internal static class QualityFile
{
    /// <summary>The statements, or why the file gives none.</summary>
    public static async Task<Outcome<QualityStatements>> ReadAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return new Refusal("file-not-found", $"There is no file {path}.");
        }

        try
        {
            await using var stream = File.OpenRead(path);
            var statements = await JsonSerializer.DeserializeAsync<QualityStatements>(
                stream,
                JsonSerializerOptions.Web,
                cancellation
            );
            return statements is null
                ? new Refusal("quality-unreadable", $"{path} holds no quality statements.")
                : statements;
        }
        catch (JsonException malformed)
        {
            return new Refusal("quality-unreadable", $"{path} is not JSON as expected: {malformed.Message}");
        }
    }
}
