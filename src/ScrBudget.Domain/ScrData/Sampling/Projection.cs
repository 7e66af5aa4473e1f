using System.Globalization;
using MathNet.Numerics.Distributions;

namespace ScrBudget.Domain.ScrData.Sampling;

/// <summary>
/// What was found in a sample, projected to the population: a point and an interval in whole cases, and how they were
/// made. No interval claims what the sample rules out: fewer than were found, or more than are left.
/// </summary>
public sealed record Projection
{
    /// <summary>Where fewer were found, or fewer not, the normal approximation is rough.</summary>
    private const int EnoughForNormal = 5;

    private Projection() { }

    public required int Population { get; init; }

    /// <summary>Cases examined.</summary>
    public required int Sample { get; init; }

    /// <summary>Cases among them that have what is looked for.</summary>
    public required int Found { get; init; }

    public required Confidence Confidence { get; init; }

    public required ProjectionMethod Method { get; init; }

    public required bool IsStratified { get; init; }

    /// <summary>Cases of the population, rounded half up, as are both ends.</summary>
    public required int Point { get; init; }

    public required int Lower { get; init; }

    public required int Upper { get; init; }

    /// <summary>The method in words: <c>normal approximation without finite-population correction, z = 1.645</c>.</summary>
    public string MethodInWords =>
        (IsStratified ? "stratified estimator, " : string.Empty) + InWords(Method, Confidence);

    /// <summary><c>2,819 of 5,016 cases, from 2,564 to 3,074 (90 % confidence; normal approximation …)</c></summary>
    public string Sentence =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Point:N0} of {Population:N0} cases, from {Lower:N0} to {Upper:N0} ({Confidence} confidence; {MethodInWords})"
        );

    /// <summary>What a reader must know besides the method; null when nothing.</summary>
    public string? Caveat =>
        Sample == Population ? "Every case was examined: nothing is left to project."
        : IsNormal(Method) && Math.Min(Found, Sample - Found) < EnoughForNormal
            ? $"Fewer than {EnoughForNormal} cases were found, or not found: the normal approximation is rough here."
        : null;

    /// <summary>Projects a simple random sample.</summary>
    public static Outcome<Projection> Of(
        int population,
        int sample,
        int found,
        Confidence confidence,
        ProjectionMethod method
    )
    {
        if (SamplingRefusals.OfNumbers(population, sample, found) is { } refusal)
        {
            return refusal;
        }

        if (IsNormal(method) && (found == 0 || found == sample) && sample < population)
        {
            return SamplingRefusals.NoSpread(found, sample, isStratified: false);
        }

        var (lower, upper) = Interval(population, sample, found, confidence, method);
        return Whole(
            new Stratum(population, sample, found),
            (double)((decimal)found * population / sample),
            lower * population,
            upper * population,
            confidence,
            method,
            isStratified: false
        );
    }

    /// <summary>
    /// Projects a stratified sample: the strata's projections add up, and so do their variances. For this estimator only
    /// the normal interval is offered: the other two are made for one share of one sample.
    /// </summary>
    public static Outcome<Projection> OfStrata(
        IReadOnlyList<Stratum> strata,
        Confidence confidence,
        ProjectionMethod method
    )
    {
        if (!IsNormal(method))
        {
            return SamplingRefusals.NotForStrata;
        }

        foreach (var stratum in strata)
        {
            if (SamplingRefusals.OfNumbers(stratum.Population, stratum.Sample, stratum.Found) is { } refusal)
            {
                return refusal;
            }
        }

        var all = new Stratum(
            strata.Sum(stratum => stratum.Population),
            strata.Sum(stratum => stratum.Sample),
            strata.Sum(stratum => stratum.Found)
        );
        if (all.Sample == 0)
        {
            return SamplingRefusals.EmptyPopulation;
        }

        var variance = strata.Sum(stratum => Math.Pow(stratum.Population * Deviation(stratum, method), 2));
        if (variance == 0 && strata.Any(stratum => stratum.Sample < stratum.Population && stratum.Share is 0 or 1))
        {
            return SamplingRefusals.NoSpread(all.Found, all.Sample, isStratified: true);
        }

        var point = strata.Sum(stratum => (double)stratum.Found * stratum.Population / stratum.Sample);
        var half = confidence.Z * Math.Sqrt(variance);
        return Whole(all, point, point - half, point + half, confidence, method, isStratified: true);
    }

    /// <summary>The method's name for lists of choices and for sentences.</summary>
    public static string InWords(ProjectionMethod method, Confidence confidence) =>
        method switch
        {
            ProjectionMethod.Normal =>
                $"normal approximation without finite-population correction, z = {confidence.ZInWords}",
            ProjectionMethod.NormalCorrected =>
                $"normal approximation with finite-population correction, z = {confidence.ZInWords}",
            ProjectionMethod.Wilson =>
                $"Wilson score interval without finite-population correction, z = {confidence.ZInWords}",
            ProjectionMethod.Exact =>
                $"exact interval (Clopper–Pearson) without finite-population correction, {Confidence.Percent((1000 - confidence.PerMille) / 2000m)} in each tail",
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, null),
        };

    public static bool IsNormal(ProjectionMethod method) =>
        method is ProjectionMethod.Normal or ProjectionMethod.NormalCorrected;

    /// <returns>Both ends as shares of the population.</returns>
    private static (double Lower, double Upper) Interval(
        int population,
        int sample,
        int found,
        Confidence confidence,
        ProjectionMethod method
    )
    {
        var share = (double)found / sample;
        var z = confidence.Z;
        switch (method)
        {
            case ProjectionMethod.Wilson:
                var spread = 1 + (z * z / sample);
                var centre = (share + (z * z / (2 * sample))) / spread;
                var half = z / spread * Math.Sqrt((share * (1 - share) / sample) + (z * z / (4d * sample * sample)));
                return (centre - half, centre + half);
            case ProjectionMethod.Exact:
                return (
                    found == 0 ? 0 : Beta.InvCDF(found, sample - found + 1, confidence.Tail),
                    found == sample ? 1 : Beta.InvCDF(found + 1, sample - found, 1 - confidence.Tail)
                );
            default:
                var deviation = z * Deviation(new Stratum(population, sample, found), method);
                return (share - deviation, share + deviation);
        }
    }

    /// <summary>The standard deviation of the share that was found.</summary>
    private static double Deviation(Stratum stratum, ProjectionMethod method)
    {
        var deviation = Math.Sqrt(stratum.Share * (1 - stratum.Share) / stratum.Sample);
        return method == ProjectionMethod.NormalCorrected && stratum.Population > 1
            ? deviation * Math.Sqrt((double)(stratum.Population - stratum.Sample) / (stratum.Population - 1))
            : deviation;
    }

    private static Projection Whole(
        Stratum all,
        double point,
        double lower,
        double upper,
        Confidence confidence,
        ProjectionMethod method,
        bool isStratified
    )
    {
        var most = all.Population - (all.Sample - all.Found);
        return new Projection
        {
            Population = all.Population,
            Sample = all.Sample,
            Found = all.Found,
            Confidence = confidence,
            Method = method,
            IsStratified = isStratified,
            Point = Cases(point),
            Lower = Cases(lower),
            Upper = Cases(upper),
        };

        int Cases(double cases) => (int)Math.Clamp(Math.Round(cases, MidpointRounding.AwayFromZero), all.Found, most);
    }
}

/// <summary>A part of the population with its own sample.</summary>
public sealed record Stratum(int Population, int Sample, int Found)
{
    internal double Share => (double)Found / Sample;
}
