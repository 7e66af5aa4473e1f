using System.Globalization;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Identity;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Domain.ScrData.Sampling;

/// <summary>What a sample is to be.</summary>
/// <param name="Name">What it is for, in a line.</param>
/// <param name="ChosenSize">Cases to draw; null for as many as <see cref="SampleSize"/> gives.</param>
/// <param name="SizeReason">Why another number than the computed one.</param>
/// <param name="Seed">Any text; the same one draws the same cases.</param>
/// <param name="IsStratified">By category, in proportion; else simple.</param>
public sealed record SamplePlan(
    string Name,
    FiscalYear FirstYear,
    FiscalYear LastYear,
    Confidence Confidence,
    MarginOfError Margin,
    int? ChosenSize,
    string? SizeReason,
    string Seed,
    bool IsStratified
);

/// <summary>
/// A random sample of the cases of a snapshot that have an approved SCR in some fiscal years. It never changes once drawn;
/// what is found in its cases is kept with each of them (<see cref="SampledCase"/>).
/// </summary>
public sealed class AuditSample : IVersioned, IAudited
{
    public const int NameLength = 200;
    public const int SeedLength = 40;
    public const int ReasonLength = 1000;

    /// <summary>Cases; each is examined by hand.</summary>
    public const int MaximumSize = 5_000;

    /// <summary>The edition that samples are drawn from: what is tested is what was reported.</summary>
    public const int AsPublished = 0;

    private readonly List<SampleStratum> strata = [];

    private AuditSample() { }

    /// <summary>From 1, never reused.</summary>
    public int Number { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public int SnapshotNumber { get; private set; }

    /// <summary><see cref="AsPublished"/>.</summary>
    public int Edition { get; private set; } = AsPublished;

    public int FirstFiscalYear { get; private set; }

    public int LastFiscalYear { get; private set; }

    /// <summary>Distinct cases with an approved SCR in the years.</summary>
    public int Population { get; private set; }

    public int ConfidencePerMille { get; private set; }

    public int MarginPerMille { get; private set; }

    /// <summary>Cases that the rule asks for.</summary>
    public int ComputedSize { get; private set; }

    /// <summary>Cases drawn.</summary>
    public int Size { get; private set; }

    /// <summary>Why <see cref="Size"/> is not the computed one; null where it is.</summary>
    public string? SizeReason { get; private set; }

    public string Seed { get; private set; } = string.Empty;

    public bool IsStratified { get; private set; }

    /// <summary>In the order of the categories; of a simple sample as it happened.</summary>
    public IReadOnlyList<SampleStratum> Strata => [.. strata.OrderBy(stratum => stratum.Order)];

    public string DrawnBy { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime DrawnAt { get; private set; }

    public Guid Version { get; private set; }

    public AuditLog Audit { get; private set; } = new();

    public string AuditSubject => string.Create(CultureInfo.InvariantCulture, $"sample {Number}");

    public Confidence Confidence => Confidence.FromStored(ConfidencePerMille);

    public MarginOfError Margin => MarginOfError.FromStored(MarginPerMille);

    public FiscalYear FirstYear => new(FirstFiscalYear);

    public FiscalYear LastYear => new(LastFiscalYear);

    /// <summary>How it was drawn, so that a third person draws the same.</summary>
    public string Method => IsStratified ? SampleDraw.StratifiedMethod : SampleDraw.SimpleMethod;

    /// <summary>The computation of the size with each step.</summary>
    public SampleSize SizeComputation => SampleSize.Of(Population, Confidence, Margin).Value;

    public SubjectState State() =>
        new SubjectState().With(
            "Drawing",
            [
                Number,
                Name,
                SnapshotNumber,
                Edition,
                FirstFiscalYear,
                LastFiscalYear,
                Population,
                ConfidencePerMille,
                MarginPerMille,
                ComputedSize,
                Size,
                SizeReason,
                Seed,
                IsStratified,
                .. Strata.SelectMany(stratum => stratum.State()),
                DrawnBy,
                DrawnAt,
            ]
        );

    /// <summary>A sample that is about to be drawn; <see cref="Complete"/> follows.</summary>
    /// <param name="population">Distinct cases of the snapshot in the years.</param>
    public static Outcome<AuditSample> Begin(
        int number,
        SamplePlan plan,
        Snapshot snapshot,
        int population,
        Person by,
        DateTime at
    )
    {
        if (snapshot.Status != SnapshotStatus.Published)
        {
            return SnapshotRefusals.NotPublished(snapshot);
        }

        if (plan.FirstYear > plan.LastYear)
        {
            return new Refusal("years-reversed", "The first fiscal year is after the last: exchange them.")
            {
                Field = "first-year",
            };
        }

        var computed = SampleSize.Of(population, plan.Confidence, plan.Margin);
        if (!computed.IsDone)
        {
            return computed.Refusal;
        }

        var sample = new AuditSample
        {
            Number = number,
            Name = TextCleaning.Line(plan.Name),
            SnapshotNumber = snapshot.Number,
            FirstFiscalYear = plan.FirstYear.Year,
            LastFiscalYear = plan.LastYear.Year,
            Population = population,
            ConfidencePerMille = plan.Confidence.PerMille,
            MarginPerMille = plan.Margin.PerMille,
            ComputedSize = computed.Value.Cases,
            Size = plan.ChosenSize ?? computed.Value.Cases,
            Seed = TextCleaning.Line(plan.Seed),
            IsStratified = plan.IsStratified,
            DrawnBy = by.Name,
            DrawnAt = at,
        };
        if (sample.Size != sample.ComputedSize)
        {
            sample.SizeReason = TextCleaning.Paragraphs(plan.SizeReason);
        }

        return sample.Problem() is { } problem ? problem : sample;
    }

    /// <summary>Notes what was drawn.</summary>
    public void Complete(DrawnSample drawn)
    {
        strata.AddRange(drawn.Strata.Select((stratum, i) => new SampleStratum(i + 1, stratum)));
        Audit.Note(
            "Drawn",
            after: SamplingRefusals.Text(
                $"{Name}: {Size} of {Population} cases of snapshot {SnapshotNumber}, edition {Edition}, {StatisticWording.Years(FirstYear, LastYear)}; {Confidence} confidence, margin {Margin}, computed size {ComputedSize}; {(IsStratified ? "stratified by category" : "simple")}, seed {Seed}\n{string.Join('\n', strata)}"
            ),
            why: SizeReason
        );
    }

    private Refusal? Problem() =>
        Name.Length == 0 ? SamplingRefusals.Missing("name", "Say what the sample is for.")
        : Name.Length > NameLength ? SamplingRefusals.TooLong("name", "The purpose", NameLength)
        : Seed.Length == 0 ? SamplingRefusals.Missing("seed", "Give a seed: any text, or the one that was suggested.")
        : Seed.Length > SeedLength ? SamplingRefusals.TooLong("seed", "The seed", SeedLength)
        : Size < 1 || Size > Population || Size > MaximumSize
            ? new Refusal(
                "size-out-of-range",
                SamplingRefusals.Text(
                    $"The sample has 1 to {Math.Min(Population, MaximumSize):N0} cases; {Size:N0} was given. A wider margin or a lower confidence needs fewer."
                )
            )
            {
                Field = "size",
            }
        : SizeReason is { Length: 0 }
            ? SamplingRefusals.Missing(
                "size-reason",
                SamplingRefusals.Text($"The rule gives {ComputedSize:N0} cases: say why {Size:N0} are drawn.")
            )
        : SizeReason is { Length: > ReasonLength } ? SamplingRefusals.TooLong("size-reason", "The reason", ReasonLength)
        : null;
}

/// <summary>A category's part of a sample.</summary>
public sealed class SampleStratum
{
    private SampleStratum() { }

    internal SampleStratum(int order, StratumSize size) =>
        (Order, CategoryCode, Population, Sample) = (order, size.CategoryCode, size.Population, size.Sample);

    /// <summary>From 1, in the order of the categories.</summary>
    public int Order { get; private set; }

    public string CategoryCode { get; private set; } = string.Empty;

    /// <summary>Cases of the population.</summary>
    public int Population { get; private set; }

    /// <summary>Cases drawn.</summary>
    public int Sample { get; private set; }

    public override string ToString() => SamplingRefusals.Text($"{CategoryCode}: {Sample} of {Population}");

    internal IEnumerable<object?> State() => [Order, CategoryCode, Population, Sample];
}
