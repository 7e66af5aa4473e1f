using ScrBudget.Domain.Identity;

namespace ScrBudget.Domain.Notices;

/// <summary>
/// What a notice's wording is made of. Nothing confidential has a place here: no title, no amount, no figure of cases
/// (domain.md section 7), because the words also leave by e-mail.
/// </summary>
public sealed record NoticeParameters
{
    /// <summary>The request that it is about, by number; null when it is about a data call.</summary>
    public string? Number { get; init; }

    /// <summary>The data call's budget year; null when it is about a request.</summary>
    public int? BudgetYear { get; init; }

    /// <summary>Who acts, and therefore gets no notice of it; null for the product's own reminders.</summary>
    public Person? By { get; init; }

    /// <summary>The request that took it in, by number; null unless it was merged.</summary>
    public string? Into { get; init; }

    /// <summary>Recommendations, answers or requests; 0 where an office has begun none.</summary>
    public int Count { get; init; } = 1;

    /// <summary>When the data call, or its review, is due.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Where the reader goes on, from the site's root (<c>/requests/FY2029-VAP-003</c>); null for the kind's own place.</summary>
    public string? Address { get; init; }
}
