using System.Collections.Frozen;

namespace ScrBudget.Domain.ScrData;

/// <summary>TCO involvement and its two tests: yes, no, or not recorded.</summary>
internal sealed class YesNoCheck : IExtractCheck
{
    private static readonly FrozenDictionary<string, bool?> Spellings = new Dictionary<string, bool?>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["Yes"] = true,
        ["Y"] = true,
        ["True"] = true,
        ["T"] = true,
        ["1"] = true,
        ["X"] = true,
        ["No"] = false,
        ["N"] = false,
        ["False"] = false,
        ["F"] = false,
        ["0"] = false,
        ["N/A"] = null,
        ["NA"] = null,
        ["#N/A"] = null,
        ["Not applicable"] = null,
        ["Unknown"] = null,
        ["Unk"] = null,
        ["Not recorded"] = null,
        ["Blank"] = null,
        ["(blank)"] = null,
        ["Null"] = null,
        ["None"] = null,
        ["-"] = null,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public void Check(RowCheck row)
    {
        row.Draft.RecordedTco = Parse(row, ExtractColumn.TcoInvolvement) switch
        {
            true => TcoInvolvement.Yes,
            false => TcoInvolvement.No,
            null => TcoInvolvement.NotRecorded,
        };
        row.Draft.TcoInvolvement = row.Draft.RecordedTco;
        row.Draft.HasAssociation = Parse(row, ExtractColumn.Association);
        row.Draft.CrossesBorders = Parse(row, ExtractColumn.CrossesBorders);
    }

    private static bool? Parse(RowCheck row, ExtractColumn column)
    {
        var text = row[column];
        if (text.Length == 0 || row.IsFaulty(column))
        {
            return null;
        }

        if (!Spellings.TryGetValue(text, out var answer))
        {
            row.Error(
                column,
                ProblemCodes.YesNoUnknown,
                "This is neither Yes nor No. Leave the field blank where it was not recorded."
            );
        }

        return answer;
    }
}

/// <summary>
/// The box against its two tests, and against the day on which it became mandatory. What contradicts itself counts as not
/// recorded until it is settled; what the box says is kept beside it.
/// </summary>
internal sealed class TcoCheck : IExtractCheck
{
    /// <summary>From this day on an SCR could not be created without it (domain.md section 2).</summary>
    private static readonly DateOnly Mandatory = ScrRules.TcoMandatorySince;

    public void Check(RowCheck row)
    {
        const ExtractColumn Column = ExtractColumn.TcoInvolvement;
        if (row.IsFaulty(Column))
        {
            return;
        }

        switch (row.Draft.RecordedTco)
        {
            case TcoInvolvement.NotRecorded:
                CheckRecorded(row);
                break;
            case TcoInvolvement.Yes when Lacking(row.Draft) is { } lacking:
                row.Draft.TcoInvolvement = TcoInvolvement.NotRecorded;
                row.Warn(
                    Column,
                    ProblemCodes.TcoYesWithoutTest,
                    $"The box says yes, but there is no {lacking}: the record counts as not recorded until it is settled. Correct one of them in the case system."
                );
                break;
            case TcoInvolvement.No when row.Draft is { HasAssociation: true, CrossesBorders: true }:
                row.Draft.TcoInvolvement = TcoInvolvement.NotRecorded;
                row.Warn(
                    Column,
                    ProblemCodes.TcoNoWithBothTests,
                    "The box says no, but there are both an association of individuals and a border crossing: the record counts as not recorded until it is settled. Correct one of them in the case system."
                );
                break;
        }
    }

    private static void CheckRecorded(RowCheck row)
    {
        if ((row.Draft.CreatedOn ?? row.Draft.ApprovedOn) is not { } date || date < Mandatory)
        {
            return;
        }

        var what = row.Draft.CreatedOn is null ? "approved" : "created";
        row.Warn(
            ExtractColumn.TcoInvolvement,
            ProblemCodes.TcoNotRecorded,
            $"TCO involvement is not recorded, though the SCR was {what} on {date:yyyy-MM-dd}, after it became mandatory on {Mandatory:yyyy-MM-dd} (at creation). Have it recorded in the case system."
        );
    }

    private static string? Lacking(RecordDraft draft) =>
        (draft.HasAssociation, draft.CrossesBorders) switch
        {
            (false, false) => "association of individuals and no border crossing",
            (false, _) => "association of individuals",
            (_, false) => "border crossing",
            _ => null,
        };
}
