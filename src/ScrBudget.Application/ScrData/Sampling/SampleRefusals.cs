using System.Globalization;
using ScrBudget.Domain;

namespace ScrBudget.Application.ScrData.Sampling;

/// <summary>What several use cases of sampling refuse.</summary>
internal static class SampleRefusals
{
    public static Refusal NoSample(int number) => new("sample-not-found", Text($"There is no sample {number}."));

    public static Refusal NoCase(int sample, int order) =>
        new("sampled-case-not-found", Text($"Sample {sample} has no case {order}."));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
