using Microsoft.AspNetCore.Components;
using ScrBudget.Application.Review;
using ScrBudget.Domain;
using ScrBudget.Domain.Requests;
using ScrBudget.Web.Identity;
using ScrBudget.Web.Requests;

namespace ScrBudget.Web.Review;

/// <summary>
/// A form about a request under review. What is decided is decided on the version shown; when somebody else was quicker, the page shows
/// the request as it now stands and the form keeps what was written.
/// </summary>
public abstract class RequestForm : ComponentBase
{
    /// <summary>Told when the request is not as shown any more, with what was done, or null where nothing was.</summary>
    [Parameter]
    public EventCallback<string?> OnChanged { get; set; }

    [Inject]
    protected CurrentPerson Current { get; set; } = default!;

    /// <summary>As it is shown.</summary>
    protected abstract ResourceRequest Request { get; }

    protected string Number => Request.Number;

    protected Guid Seen => Request.Version;

    /// <param name="refusal">Null when it was done.</param>
    /// <param name="done">What was done, as the page says it.</param>
    /// <returns>True when it was done.</returns>
    private protected async Task<bool> FinishAsync(Refusal? refusal, FormProblems problems, string done)
    {
        var isDone = problems.Show(refusal);
        if (isDone || refusal?.Code == RequestRefusals.RequestChangedCode)
        {
            await OnChanged.InvokeAsync(isDone ? done : null);
        }

        return isDone;
    }

    private protected static FormProblems ProblemsAt(string otherwise, params string[] fields) =>
        new(
            fields
                .Append(otherwise)
                .Distinct()
                .ToDictionary(
                    id => id[(id.IndexOf('-', StringComparison.Ordinal) + 1)..],
                    id => id,
                    StringComparer.Ordinal
                ),
            otherwise
        );
}

/// <summary>A form that needs all that a reviewer reads.</summary>
public abstract class ReviewForm : RequestForm
{
    [Parameter, EditorRequired]
    public required ReviewReading Review { get; set; }

    protected override ResourceRequest Request => Review.Reading.Request;
}
