using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ScrBudget.Domain.Audit;

namespace ScrBudget.Domain.ScrData.Validation;

/// <summary>What an edition counts otherwise than its snapshot, for one record.</summary>
public sealed class EditionChange
{
    public required int SnapshotNumber { get; init; }

    public required int Edition { get; init; }

    public required string ScrNumber { get; init; }

    /// <summary>What the record counts as; null for a record that is left out.</summary>
    public required TcoInvolvement? CountsAs { get; init; }

    /// <summary>The steward's, as it stood when the edition was made.</summary>
    public required string Reason { get; init; }
}

/// <summary>A numbered edition of a snapshot: its records but for those excluded, with the values that were confirmed.</summary>
public sealed class ValidatedEdition : IVersioned, IAudited
{
    private ValidatedEdition() { }

    public ValidatedEdition(
        int snapshotNumber,
        int number,
        IReadOnlyList<EditionChange> changes,
        string by,
        DateTime at
    )
    {
        SnapshotNumber = snapshotNumber;
        Number = number;
        Exclusions = changes.Count(change => change.CountsAs is null);
        Confirmations = changes.Count - Exclusions;
        ChangesSha256 = HashOf(changes);
        (MadeBy, MadeAt) = (by, at);
        Audit.Note(
            "Made",
            after: $"{Exclusions} records left out, {Confirmations} confirmed; SHA-256 of the list {ChangesSha256}"
        );
    }

    public int SnapshotNumber { get; private set; }

    /// <summary>From 1; prints in every source line.</summary>
    public int Number { get; private set; }

    /// <summary>Records left out.</summary>
    public int Exclusions { get; private set; }

    /// <summary>Records whose TCO involvement was confirmed.</summary>
    public int Confirmations { get; private set; }

    /// <summary>Over the changes, by SCR number, lower-case hexadecimal.</summary>
    public string ChangesSha256 { get; private set; } = string.Empty;

    public string MadeBy { get; private set; } = string.Empty;

    /// <summary>UTC.</summary>
    public DateTime MadeAt { get; private set; }

    public Guid Version { get; private set; }

    public AuditLog Audit { get; private set; } = new();

    public string AuditSubject => string.Create(CultureInfo.InvariantCulture, $"edition {SnapshotNumber} {Number}");

    public SubjectState State() =>
        new SubjectState().With(
            "Edition",
            [SnapshotNumber, Number, Exclusions, Confirmations, ChangesSha256, MadeBy, MadeAt]
        );

    public static string HashOf(IEnumerable<EditionChange> changes)
    {
        var text = new StringBuilder();
        foreach (var change in changes.OrderBy(change => change.ScrNumber, StringComparer.Ordinal))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{change.ScrNumber.Length}:{change.ScrNumber};{change.CountsAs?.ToString() ?? "out"};{change.Reason.Length}:{change.Reason};"
            );
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>Applies an edition's changes to the records of its snapshot, of which none is changed.</summary>
public sealed class EditionRecords(IEnumerable<EditionChange> changes)
{
    private readonly Dictionary<string, TcoInvolvement?> byNumber = changes.ToDictionary(
        change => change.ScrNumber,
        change => change.CountsAs,
        StringComparer.Ordinal
    );

    public static EditionRecords AsPublished { get; } = new([]);

    public bool Counts(ScrRecord record) =>
        !byNumber.TryGetValue(record.ScrNumber, out var countsAs) || countsAs is not null;

    public TcoInvolvement CountsAs(ScrRecord record) =>
        byNumber.TryGetValue(record.ScrNumber, out var countsAs) && countsAs is { } confirmed
            ? confirmed
            : record.TcoInvolvement;
}
