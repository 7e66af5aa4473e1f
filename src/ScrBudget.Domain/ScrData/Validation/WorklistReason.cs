using System.Linq.Expressions;

namespace ScrBudget.Domain.ScrData.Validation;

/// <summary>Why a disruption or dismantlement, which the measure counts as a result against TCOs, has to be looked at.</summary>
public enum WorklistReason
{
    /// <summary>It says yes and passes both tests.</summary>
    None = 0,

    MarkedNo = 1,

    /// <summary>Yes, but no association of individuals or no border crossing.</summary>
    YesButATestFails = 2,

    /// <summary>No, although both tests hold.</summary>
    NoButBothTestsHold = 3,

    /// <summary>Approved on or after <see cref="ScrRules.TcoMandatorySince"/>.</summary>
    NotRecordedThoughMandatory = 4,

    /// <summary>Approved when there was no such box.</summary>
    NotRecordedBeforeTheBox = 5,

    /// <summary>Yes, but a test is not recorded.</summary>
    YesWithoutTests = 6,
}

/// <summary>The worklist's rule, in the one form that the database and the program both understand.</summary>
public static class TcoTests
{
    public static Expression<Func<ScrRecord, bool>> IsCounted { get; } =
        record => record.Type != ScrType.InitialInvestigation;

    public static Expression<Func<ScrRecord, WorklistReason>> Reason { get; } =
        record =>
            record.RecordedTco == TcoInvolvement.Yes
                ? record.HasAssociation == false || record.CrossesBorders == false
                    ? WorklistReason.YesButATestFails
                    : record.HasAssociation == null || record.CrossesBorders == null
                        ? WorklistReason.YesWithoutTests
                        : WorklistReason.None
                : record.RecordedTco == TcoInvolvement.No
                    ? record.HasAssociation == true && record.CrossesBorders == true
                        ? WorklistReason.NoButBothTestsHold
                        : WorklistReason.MarkedNo
                    : record.ApprovedOn >= ScrRules.TcoMandatorySince
                        ? WorklistReason.NotRecordedThoughMandatory
                        : WorklistReason.NotRecordedBeforeTheBox;

    public static string Title(this WorklistReason reason) =>
        reason switch
        {
            WorklistReason.MarkedNo => "Marked TCO involvement: no",
            WorklistReason.YesButATestFails => "Marked yes, but a test fails",
            WorklistReason.NoButBothTestsHold => "Marked no, but both tests hold",
            WorklistReason.NotRecordedThoughMandatory => "Not recorded, though mandatory",
            WorklistReason.NotRecordedBeforeTheBox => "Not recorded, before the box existed",
            WorklistReason.YesWithoutTests => "Marked yes, tests not recorded",
            _ => "Nothing to settle",
        };
}
