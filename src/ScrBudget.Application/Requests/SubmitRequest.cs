using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ScrBudget.Documents;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <summary>Hands a request in: refused while gaps stand, else frozen with its figures as they print today.</summary>
public sealed class SubmitRequest(ChangeRequest changes, ReadRequest reading)
{
    public Task<Outcome<bool>> ExecuteAsync(string number, Person by, CancellationToken cancellation = default) =>
        changes.ExecuteAsync<bool>(
            number,
            by,
            Permission.SubmitRequests,
            async inHand =>
            {
                var around = await reading.SurroundAsync(inHand.Context, inHand.Request, by, cancellation);
                if (!around.IsDone)
                {
                    return around.Refusal;
                }

                var composed = RequestComposer.Compose(inHand.Request, around.Value, RequestStatus.Submitted);
                var document = FrozenDocument.Write(composed.Document);
                var submitted = inHand.Request.Submit(
                    composed.Completeness,
                    document,
                    FrozenDocument.Hash(document),
                    by,
                    inHand.At
                );
                return submitted.IsDone ? true : submitted.Refusal;
            },
            cancellation
        );
}

/// <summary>The document model as it is frozen at submission.</summary>
public static class FrozenDocument
{
    public static string Write(RequestDocument document) => JsonSerializer.Serialize(document);

    /// <exception cref="JsonException">The stored text is no document model: the database was changed from outside.</exception>
    public static RequestDocument Read(string json) =>
        JsonSerializer.Deserialize<RequestDocument>(json) ?? throw new JsonException("The frozen document is empty.");

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public static string Hash(string document) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
