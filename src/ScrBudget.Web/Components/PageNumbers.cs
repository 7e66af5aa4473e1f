namespace ScrBudget.Web.Components;

/// <summary>Which page numbers a <see cref="Pagination"/> shows.</summary>
internal static class PageNumbers
{
    // USWDS: never more than seven places.
    private const int Places = 7;

    /// <summary>First, last, the current page with its neighbours; null where pages are left out.</summary>
    public static IReadOnlyList<int?> Shown(int page, int pageCount)
    {
        if (pageCount <= Places)
        {
            return [.. Enumerable.Range(1, pageCount).Select(number => (int?)number)];
        }

        if (page <= 4)
        {
            return [1, 2, 3, 4, 5, null, pageCount];
        }

        return page >= pageCount - 3
            ? [1, null, pageCount - 4, pageCount - 3, pageCount - 2, pageCount - 1, pageCount]
            : [1, null, page - 1, page, page + 1, null, pageCount];
    }
}
