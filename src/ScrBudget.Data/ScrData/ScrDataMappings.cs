using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScrBudget.Data.Audit;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Data.ScrData;

internal sealed class ScrCategoryMapping : IEntityTypeConfiguration<ScrCategory>
{
    public void Configure(EntityTypeBuilder<ScrCategory> builder)
    {
        builder.HasKey(category => category.Code);
        builder.Property(category => category.Code).HasMaxLength(ScrCategory.CodeLength);
        builder.Property(category => category.Name).HasMaxLength(ScrCategory.NameLength);
        builder.Property(category => category.Definition).HasMaxLength(ScrCategory.DefinitionLength);
        builder.Property(category => category.Order).HasColumnName("ListOrder");
    }
}

internal sealed class ScrSubcategoryMapping : IEntityTypeConfiguration<ScrSubcategory>
{
    public void Configure(EntityTypeBuilder<ScrSubcategory> builder)
    {
        builder.HasKey(subcategory => new { subcategory.CategoryCode, subcategory.Name });
        builder.Property(subcategory => subcategory.CategoryCode).HasMaxLength(ScrCategory.CodeLength);
        builder.Property(subcategory => subcategory.Name).HasMaxLength(ScrSubcategory.NameLength);
        builder
            .HasOne<ScrCategory>()
            .WithMany()
            .HasForeignKey(subcategory => subcategory.CategoryCode)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SnapshotMapping : IEntityTypeConfiguration<Snapshot>
{
    /// <summary>All years that there are (<see cref="FiscalYear"/>), with commas.</summary>
    private const int YearsLength = (FiscalYear.Latest - FiscalYear.Earliest) * 5;

    private static readonly ValueComparer<IReadOnlyList<int>> YearsComparer = new(
        (left, right) => left!.SequenceEqual(right!),
        years => years.Count,
        years => years.ToList()
    );

    public void Configure(EntityTypeBuilder<Snapshot> builder)
    {
        builder.HasKey(snapshot => snapshot.Number);
        builder.Property(snapshot => snapshot.Number).ValueGeneratedNever();
        builder.Property(snapshot => snapshot.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(snapshot => snapshot.RecordsSha256).HasMaxLength(AuditEntry.HashLength);
        builder.Property(snapshot => snapshot.DifferencesExplained).HasMaxLength(Snapshot.ReasonLength);
        builder.Property(snapshot => snapshot.WithdrawnBecause).HasMaxLength(Snapshot.ReasonLength);
        builder.Property(snapshot => snapshot.Version).IsConcurrencyToken();
        builder.Ignore(snapshot => snapshot.Reconciliation);
        builder
            .Property(snapshot => snapshot.YearsWithoutRecords)
            .HasMaxLength(YearsLength)
            .HasConversion(years => Written(years), text => Read(text), YearsComparer);
        builder.OwnsOne(snapshot => snapshot.ControlTotals);
        builder.Navigation(snapshot => snapshot.ControlTotals).IsRequired();
        builder.OwnsMany(
            snapshot => snapshot.Extracts,
            extract =>
            {
                extract.ToTable("ScrExtracts");
                extract.WithOwner().HasForeignKey("SnapshotNumber");
                extract.HasKey("SnapshotNumber", nameof(ScrExtract.Number));
                extract.Property(one => one.Number).ValueGeneratedNever();
                extract.Property(one => one.FileName).HasMaxLength(ScrExtract.FileNameLength);
                extract.Property(one => one.FileSha256).HasMaxLength(AuditEntry.HashLength);
                extract.Property(one => one.Source).HasMaxLength(ScrExtract.SourceLength);
                extract.Property(one => one.Layout).HasMaxLength(ScrExtract.LayoutLength);
            }
        );
        builder.OwnsOne(
            snapshot => snapshot.Quality,
            quality =>
            {
                quality.Property(statements => statements.Verification).HasMaxLength(QualityStatements.StatementLength);
                quality.Property(statements => statements.Sources).HasMaxLength(QualityStatements.StatementLength);
                quality
                    .Property(statements => statements.RequiredAccuracy)
                    .HasMaxLength(QualityStatements.StatementLength);
                quality.Property(statements => statements.Limitations).HasMaxLength(QualityStatements.StatementLength);
                quality.Property(statements => statements.Compensation).HasMaxLength(QualityStatements.StatementLength);
            }
        );
        builder.HasAudit();
    }

    private static string Written(IReadOnlyList<int> years) => string.Join(',', years);

    private static IReadOnlyList<int> Read(string text) =>
        [
            .. text.Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(year => int.Parse(year, CultureInfo.InvariantCulture)),
        ];
}

internal sealed class ScrRecordMapping : IEntityTypeConfiguration<ScrRecord>
{
    public void Configure(EntityTypeBuilder<ScrRecord> builder)
    {
        builder.Property(record => record.ScrNumber).HasMaxLength(ScrRecord.NumberLength);
        builder.Property(record => record.CaseNumber).HasMaxLength(ScrRecord.NumberLength);
        builder.Property(record => record.CategoryCode).HasMaxLength(ScrCategory.CodeLength);
        builder.Property(record => record.Subcategory).HasMaxLength(ScrSubcategory.NameLength);
        builder.Property(record => record.Office).HasMaxLength(ScrRecord.OfficeLength);
        builder
            .HasOne<Snapshot>()
            .WithMany()
            .HasForeignKey(record => record.SnapshotNumber)
            .OnDelete(DeleteBehavior.Restrict);
        // No foreign key to the category: the import checks it, and the index that EF adds to one would be kept up to date
        // for every record and used by nothing.
        // Not unique: a repetition is found, named and left out when all rows are stored.
        builder.HasIndex(record => new { record.SnapshotNumber, record.ScrNumber });
        builder.HasIndex(record => new { record.SnapshotNumber, record.CaseNumber });
    }
}

internal sealed class ExtractProblemMapping : IEntityTypeConfiguration<ExtractProblem>
{
    public void Configure(EntityTypeBuilder<ExtractProblem> builder)
    {
        builder.ToTable("ScrProblems");
        // Row and column are words of SQL.
        builder.Property(problem => problem.Row).HasColumnName("RowNumber");
        builder
            .Property(problem => problem.Column)
            .HasColumnName("ColumnName")
            .HasMaxLength(ExtractProblem.ColumnLength);
        builder.Property(problem => problem.Code).HasMaxLength(ExtractProblem.CodeLength);
        builder.Property(problem => problem.Value).HasMaxLength(ExtractProblem.ValueLength);
        builder.Property(problem => problem.Message).HasMaxLength(ExtractProblem.MessageLength);
        builder
            .HasOne<Snapshot>()
            .WithMany()
            .HasForeignKey(problem => problem.SnapshotNumber)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(problem => new { problem.SnapshotNumber, problem.Code });
    }
}

internal sealed class PreparedCountMapping : IEntityTypeConfiguration<PreparedCount>
{
    public void Configure(EntityTypeBuilder<PreparedCount> builder)
    {
        builder.ToTable("ScrCounts");
        builder.HasKey(count => new
        {
            count.SnapshotNumber,
            count.Edition,
            count.CategoryCode,
            count.Subcategory,
            count.Measure,
            count.Tco,
            count.FiscalYear,
            count.PreviousYear,
        });
        builder.Property(count => count.CategoryCode).HasMaxLength(ScrCategory.CodeLength);
        builder.Property(count => count.Subcategory).HasMaxLength(ScrSubcategory.NameLength);
        builder
            .HasOne<Snapshot>()
            .WithMany()
            .HasForeignKey(count => count.SnapshotNumber)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OpenCaseCountMapping : IEntityTypeConfiguration<OpenCaseCount>
{
    public void Configure(EntityTypeBuilder<OpenCaseCount> builder)
    {
        builder.ToTable("ScrOpenCases");
        builder.HasKey(count => new
        {
            count.SnapshotNumber,
            count.Edition,
            count.FiscalYear,
        });
        builder
            .HasOne<Snapshot>()
            .WithMany()
            .HasForeignKey(count => count.SnapshotNumber)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PublishedFigureMapping : IEntityTypeConfiguration<PublishedFigure>
{
    public void Configure(EntityTypeBuilder<PublishedFigure> builder)
    {
        builder.ToTable("PublishedFigures");
        // Row and column are words of SQL.
        builder.Property(figure => figure.Table).HasColumnName("TableName").HasMaxLength(PublishedFigure.TableLength);
        builder.Property(figure => figure.Row).HasColumnName("RowLabel").HasMaxLength(PublishedFigure.LabelLength);
        builder
            .Property(figure => figure.Column)
            .HasColumnName("ColumnLabel")
            .HasMaxLength(PublishedFigure.LabelLength);
        builder.HasKey(figure => new
        {
            figure.Table,
            figure.Row,
            figure.Column,
        });
        builder.Property(figure => figure.Value).HasPrecision(18, 4);
        builder.Property(figure => figure.Unit).HasMaxLength(PublishedFigure.UnitLength);
        builder.Property(figure => figure.Source).HasMaxLength(PublishedFigure.SourceLength);
    }
}
