namespace ScrBudget.Documents.Word;

/// <summary>What fills the tags of a template. The order and presence of tags are the template's business.</summary>
/// <param name="Texts">One line of text each; an empty one is printed as it is.</param>
/// <param name="Sections">Formatted text of several paragraphs.</param>
/// <param name="Lists">Repeating rows or paragraphs.</param>
/// <param name="Conditions">Names for <c>when.NAME</c> and <c>unless.NAME</c>.</param>
/// <param name="Charts">Native charts; those whose condition fails are never drawn.</param>
/// <param name="InEveryHeader">Tags that each header of the template must hold.</param>
/// <param name="OnEveryPage">Tags that a header or footer of the template must hold.</param>
internal sealed record TemplateContent(
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyDictionary<string, FormattedText> Sections,
    IReadOnlyDictionary<string, TemplateList> Lists,
    IReadOnlyDictionary<string, bool> Conditions,
    IReadOnlyDictionary<string, ChartContent> Charts,
    IReadOnlyList<string> InEveryHeader,
    IReadOnlyList<string> OnEveryPage
)
{
    public const string When = "when.";
    public const string Unless = "unless.";

    /// <summary>The list that a field such as <c>personnel.type</c> belongs to, or null.</summary>
    public string? ListOfField(string tag) =>
        Lists.Where(list => list.Value.Fields.Contains(tag)).Select(list => list.Key).FirstOrDefault();

    /// <summary>Whether <paramref name="tag"/> is a <c>when.</c> or <c>unless.</c> of a known condition.</summary>
    public bool IsCondition(string tag, out bool holds)
    {
        holds = false;
        if (tag.StartsWith(When, StringComparison.Ordinal))
        {
            return Conditions.TryGetValue(tag[When.Length..], out holds);
        }
        if (
            !tag.StartsWith(Unless, StringComparison.Ordinal)
            || !Conditions.TryGetValue(tag[Unless.Length..], out holds)
        )
        {
            return false;
        }
        holds = !holds;
        return true;
    }
}

/// <param name="Fields">Tags that may stand within the list's repeating item, known even when no row is.</param>
internal sealed record TemplateList(IReadOnlySet<string> Fields, IReadOnlyList<TemplateRow> Rows)
{
    public static TemplateList Of<T>(
        IReadOnlyList<T> items,
        Func<T, bool> isTotal,
        params (string Tag, Func<T, string> Text)[] fields
    ) =>
        new(
            fields.Select(field => field.Tag).ToHashSet(),
            [
                .. items.Select(item => new TemplateRow(
                    fields.ToDictionary(field => field.Tag, field => field.Text(item)),
                    isTotal(item)
                )),
            ]
        );

    public static TemplateList Of<T>(IReadOnlyList<T> items, params (string Tag, Func<T, string> Text)[] fields) =>
        Of(items, _ => false, fields);
}

/// <param name="IsTotal">A total takes the look of the template's last item, other rows that of its first.</param>
internal sealed record TemplateRow(IReadOnlyDictionary<string, string> Texts, bool IsTotal);

/// <summary>A clustered bar chart: one series per figure over common categories.</summary>
/// <param name="Alternative">The chart in words, every number included.</param>
internal sealed record ChartContent(
    string Name,
    string Alternative,
    string ValueAxis,
    IReadOnlyList<string> Categories,
    IReadOnlyList<ChartSeries> Series
);

/// <param name="Values">One per category; null leaves a gap.</param>
internal sealed record ChartSeries(string Name, IReadOnlyList<int?> Values);
