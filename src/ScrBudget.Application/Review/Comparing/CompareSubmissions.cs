using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Data;
using ScrBudget.Documents;
using ScrBudget.Domain;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Review.Comparing;

/// <param name="From">Number of the earlier submission, <see cref="CompareSubmissions.AsItStands"/> for the request now; null for the first.</param>
/// <param name="To">The same of the later; null for the request now. Both null: the last two, where there are two.</param>
public sealed record CompareSubmissionsInput(string Number, int? From = null, int? To = null);

/// <summary>A version of a request that can be compared.</summary>
/// <param name="Number">Of the submission; <see cref="CompareSubmissions.AsItStands"/> for the request as it stands.</param>
/// <param name="By">Who handed it in; empty for the request as it stands.</param>
/// <param name="At">UTC; null for the request as it stands.</param>
public sealed record RequestVersion(int Number, string By, DateTime? At);

/// <param name="Title">As it stands now.</param>
/// <param name="Submissions">All of them, in order.</param>
/// <param name="Comparison">Null where none was chosen and there are not two.</param>
public sealed record SubmissionsCompared(
    string Number,
    string Title,
    IReadOnlyList<RequestVersion> Submissions,
    RequestVersion? From,
    RequestVersion? To,
    SubmissionComparison? Comparison
);

/// <summary>Shows what changed between two submissions of a request, or from one to the request as it stands now.</summary>
public sealed class CompareSubmissions(IDbContextFactory<ScrBudgetContext> contexts, ReadRequest reading)
{
    /// <summary>Stands for the request as it is now, in the place of a submission's number.</summary>
    public const int AsItStands = 0;

    public async Task<Outcome<SubmissionsCompared>> ExecuteAsync(
        CompareSubmissionsInput input,
        Person by,
        CancellationToken cancellation = default
    )
    {
        var number = RequestNumber.Normalize(input.Number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var request = await context
            .Requests.AsNoTracking()
            .AsSplitQuery()
            .SingleOrDefaultAsync(r => r.Number == number, cancellation);
        if (request is null || !by.Can(Permission.ReadRequests, request.OfficeCode))
        {
            return RequestRefusals.NotFound;
        }

        var submissions = request.Submissions;
        var found = new SubmissionsCompared(
            number,
            request.Facts.Title,
            [.. submissions.Select(Version)],
            null,
            null,
            null
        );
        if (Choice(input, submissions.Count) is not (var from, var to))
        {
            return found;
        }

        var (before, after) = (
            await DocumentAsync(request, from, by, cancellation),
            await DocumentAsync(request, to, by, cancellation)
        );
        if (before.Refusal is { } refusal)
        {
            return refusal;
        }

        if (after.Refusal is { } other)
        {
            return other;
        }

        return from == to
            ? ComparisonRefusals.SameVersion
            : found with
            {
                From = VersionOf(submissions, from),
                To = VersionOf(submissions, to),
                Comparison = SubmissionComparison.Of(before.Value, after.Value),
            };
    }

    /// <summary>Which two; null where nobody chose and there are not two.</summary>
    private static (int From, int To)? Choice(CompareSubmissionsInput input, int count) =>
        input is not { From: null, To: null } ? (input.From ?? 1, input.To ?? AsItStands)
        : count >= 2 ? (count - 1, count)
        : null;

    private static RequestVersion Version(Submission submission) =>
        new(submission.Number, submission.By, submission.At);

    private static RequestVersion VersionOf(IReadOnlyList<Submission> submissions, int number) =>
        number == AsItStands
            ? new RequestVersion(AsItStands, string.Empty, null)
            : Version(submissions.Single(submission => submission.Number == number));

    private async Task<Outcome<RequestDocument>> DocumentAsync(
        ResourceRequest request,
        int version,
        Person by,
        CancellationToken cancellation
    )
    {
        if (version == AsItStands)
        {
            var read = await reading.ExecuteAsync(request.Number, by, cancellation);
            return read.IsDone ? read.Value.Composed.Document : read.Refusal;
        }

        return request.Submissions.SingleOrDefault(submission => submission.Number == version) is { } frozen
            ? FrozenDocument.Read(frozen.Document)
            : ComparisonRefusals.NoSuchSubmission(request.Number, version, request.Submissions.Count);
    }
}

/// <summary>Why two versions cannot be compared.</summary>
public static class ComparisonRefusals
{
    public const string NoSuchSubmissionCode = "submission-not-found";
    public const string NotACandidateCode = "last-year-request-not-found";

    public static Refusal SameVersion { get; } =
        new("submissions-same", "That is the same version twice. Choose two different ones to compare.");

    /// <param name="count">Submissions that there are.</param>
    public static Refusal NoSuchSubmission(string request, int submission, int count) =>
        new(
            NoSuchSubmissionCode,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{request} has no submission {submission}. {(count switch
                {
                    0 => "It has not been handed in yet.",
                    1 => "It has been handed in once: choose submission 1, or the request as it stands now.",
                    _ => $"Choose one of submissions 1 to {count}, or the request as it stands now.",
                })}"
            )
        );

    /// <param name="other">The number that was asked for.</param>
    public static Refusal NotACandidate(string request, string other) =>
        new(
            NotACandidateCode,
            $"{other} is no request of the office and of the year before {request}. Choose one from the list."
        );
}
