using System.Runtime.InteropServices;

namespace ScrBudget.Domain.ScrData;

/// <summary>
/// Counts an edition case by case (<see cref="PreparedCount"/>). What it keeps grows with the selections and years there
/// are, not with the records.
/// </summary>
public sealed class CountPreparation
{
    private static readonly int Measures = Enum.GetValues<Measure>().Length;
    private static readonly int TcoFilters = Enum.GetValues<TcoFilter>().Length;

    // A subject is a category with a subcategory; its number, the measure and the TCO filter make a selection's number.
    private readonly Dictionary<(string Category, string Subcategory), int> subjects = [];
    private readonly Dictionary<(int Selection, int Year, int Previous), Count> counts = [];
    private readonly SortedDictionary<int, int> openings = [];
    private readonly SortedDictionary<int, int> dismantlings = [];
    private readonly SortedSet<int> years = [];

    // Of the case in hand; kept to spare the memory of a million lists.
    private readonly List<(int Selection, int Year)> marks = [];

    public int Records { get; private set; }

    public int Cases { get; private set; }

    public DateOnly? FirstApproval { get; private set; }

    public DateOnly? LastApproval { get; private set; }

    /// <summary>Fiscal years that have records, in order.</summary>
    public IReadOnlyCollection<int> FiscalYears => years;

    /// <param name="records">All records of one case that the edition counts; none is allowed.</param>
    /// <param name="countsAs">The TCO involvement that a record counts as, where that is not its own.</param>
    public void Add(IReadOnlyList<ScrRecord> records, Func<ScrRecord, TcoInvolvement>? countsAs = null)
    {
        if (records.Count == 0)
        {
            return;
        }

        Cases++;
        foreach (var record in records)
        {
            Note(record, countsAs is null ? record.TcoInvolvement : countsAs(record));
        }

        NoteOpenYears(records);
        marks.Sort();
        var marked = CollectionsMarshal.AsSpan(marks);
        for (var start = 0; start < marked.Length; )
        {
            // One selection in one year; the mark before it is the same selection in an earlier year, or another one.
            var end = start + 1;
            while (end < marked.Length && marked[end] == marked[start])
            {
                end++;
            }

            var hasPrevious = start > 0 && marked[start - 1].Selection == marked[start].Selection;
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(
                counts,
                (marked[start].Selection, marked[start].Year, hasPrevious ? marked[start - 1].Year : 0),
                out _
            );
            count = new Count(count.Scrs + (end - start), count.Cases + 1);
            start = end;
        }

        marks.Clear();
    }

    public IEnumerable<PreparedCount> Counts(int snapshotNumber, int edition)
    {
        var names = subjects.ToDictionary(subject => subject.Value, subject => subject.Key);
        foreach (var ((selection, year, previous), count) in counts)
        {
            var (category, subcategory) = names[selection / (Measures * TcoFilters)];
            yield return new PreparedCount
            {
                SnapshotNumber = snapshotNumber,
                Edition = edition,
                CategoryCode = category,
                Subcategory = subcategory,
                Measure = (Measure)(selection / TcoFilters % Measures),
                Tco = (TcoFilter)(selection % TcoFilters),
                FiscalYear = year,
                PreviousYear = previous,
                Scrs = count.Scrs,
                Cases = count.Cases,
            };
        }
    }

    public IEnumerable<OpenCaseCount> OpenCases(int snapshotNumber, int edition)
    {
        if (years.Count == 0)
        {
            yield break;
        }

        for (var year = years.Min; year <= years.Max; year++)
        {
            yield return new OpenCaseCount
            {
                SnapshotNumber = snapshotNumber,
                Edition = edition,
                FiscalYear = year,
                Cases =
                    openings.Where(opening => opening.Key <= year).Sum(opening => opening.Value)
                    - dismantlings.Where(dismantling => dismantling.Key <= year).Sum(dismantling => dismantling.Value),
            };
        }
    }

    private void Note(ScrRecord record, TcoInvolvement tco)
    {
        Records++;
        years.Add(record.FiscalYear);
        FirstApproval = FirstApproval < record.ApprovedOn ? FirstApproval : record.ApprovedOn;
        LastApproval = LastApproval > record.ApprovedOn ? LastApproval : record.ApprovedOn;
        Mark(PreparedCount.All, PreparedCount.All, record, tco);
        Mark(record.CategoryCode, PreparedCount.All, record, tco);
        if (record.Subcategory.Length > 0)
        {
            Mark(record.CategoryCode, record.Subcategory, record, tco);
        }
    }

    private void Mark(string category, string subcategory, ScrRecord record, TcoInvolvement tco)
    {
        ref var subject = ref CollectionsMarshal.GetValueRefOrAddDefault(
            subjects,
            (category, subcategory),
            out var known
        );
        if (!known)
        {
            subject = subjects.Count - 1;
        }

        Mark(subject, Measure.Approved, record, tco);
        switch (record.Type)
        {
            case ScrType.InitialInvestigation:
                Mark(subject, Measure.Initial, record, tco);
                break;
            case ScrType.Disruption:
                Mark(subject, Measure.Disruptions, record, tco);
                Mark(subject, Measure.Results, record, tco);
                break;
            default:
                Mark(subject, Measure.Dismantlements, record, tco);
                Mark(subject, Measure.Results, record, tco);
                break;
        }
    }

    private void Mark(int subject, Measure measure, ScrRecord record, TcoInvolvement tco)
    {
        var selection = ((subject * Measures) + (int)measure) * TcoFilters;
        marks.Add((selection + (int)TcoFilter.All, record.FiscalYear));
        marks.Add((selection + (int)FilterOf(tco), record.FiscalYear));
    }

    /// <summary>A case is open from the year of its first initial investigation to the one before its dismantlement.</summary>
    private void NoteOpenYears(IReadOnlyList<ScrRecord> records)
    {
        var opened = FirstYear(records, ScrType.InitialInvestigation);
        var dismantled = FirstYear(records, ScrType.Dismantlement);
        if (opened is not { } from)
        {
            return;
        }

        openings[from] = openings.GetValueOrDefault(from) + 1;
        if (dismantled is { } to)
        {
            // Dismantled before it was opened (records that disagree): never open.
            var last = Math.Max(from, to);
            dismantlings[last] = dismantlings.GetValueOrDefault(last) + 1;
        }
    }

    private static int? FirstYear(IReadOnlyList<ScrRecord> records, ScrType type)
    {
        int? first = null;
        foreach (var record in records)
        {
            if (record.Type == type && !(first <= record.FiscalYear))
            {
                first = record.FiscalYear;
            }
        }

        return first;
    }

    private static TcoFilter FilterOf(TcoInvolvement involvement) =>
        involvement switch
        {
            TcoInvolvement.Yes => TcoFilter.Yes,
            TcoInvolvement.No => TcoFilter.No,
            _ => TcoFilter.NotRecorded,
        };

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Count(int Scrs, int Cases);
}
