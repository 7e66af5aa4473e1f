using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Documents;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Requests;

/// <param name="Seen">The version that was on the submitter's screen; null hands in whatever stands (command line).</param>
public sealed record SubmitRequestInput(string Number, Guid? Seen);

/// <summary>Hands a request in: refused while gaps stand, else frozen with its figures as they print today.</summary>
public sealed class SubmitRequest(ChangeRequest changes, ReadRequest reading)
{
    public Task<Outcome> ExecuteAsync(string number, Person by, CancellationToken cancellation = default) =>
        ExecuteAsync(new SubmitRequestInput(number, null), by, cancellation);

    public Task<Outcome> ExecuteAsync(SubmitRequestInput input, Person by, CancellationToken cancellation = default) =>
        changes.ExecuteAsync(
            input.Number,
            by,
            Permission.SubmitRequests,
            async inHand =>
            {
                var (request, context) = (inHand.Request, inHand.Context);
                if (input.Seen is { } seen && seen != request.Version && !request.Status.IsHandedIn())
                {
                    return await ChangeRequest.ChangedMeanwhileAsync(context, request, cancellation);
                }

                var handed = await HandingOn.ComposeAsync(inHand, reading, RequestStatus.Submitted, cancellation);
                if (!handed.IsDone)
                {
                    return handed.Refusal;
                }

                var (cycle, composed) = handed.Value;
                var document = FrozenDocument.Write(composed.Document);
                return request.Submit(
                    composed.Completeness,
                    document,
                    FrozenDocument.Hash(document),
                    by,
                    inHand.At,
                    new MoveRules(
                        cycle.RequiresOfficeApproval,
                        cycle.BarsOwnSubmission && await WroteInAsync(inHand, cancellation)
                    )
                );
            },
            cancellation
        );

    /// <summary>Did the submitter write in it, by the trail and by what is put in now?</summary>
    private static async Task<bool> WroteInAsync(RequestInHand inHand, CancellationToken cancellation)
    {
        if (inHand.Request.Audit.Pending.Count > 0)
        {
            return true;
        }

        var (subject, id) = (inHand.Request.AuditSubject, inHand.By.Id);
        var actions = await inHand
            .Context.AuditEntries.Where(entry => entry.Subject == subject && entry.ById == id)
            .Select(entry => entry.Action)
            .Distinct()
            .ToListAsync(cancellation);
        return actions.Exists(ResourceRequest.IsWriting);
    }
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
