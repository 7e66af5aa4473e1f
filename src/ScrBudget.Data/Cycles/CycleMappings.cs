using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScrBudget.Data.Audit;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Data.Cycles;

internal sealed class BudgetCycleMapping : IEntityTypeConfiguration<BudgetCycle>
{
    private const int OfficesLength = (Office.CodeLength + 1) * CycleSettings.MostOffices;

    /// <summary>Characters of all names that a call can ask for.</summary>
    private const int FieldsLength = 1000;

    public void Configure(EntityTypeBuilder<BudgetCycle> builder)
    {
        builder.HasKey(cycle => cycle.BudgetYear);
        builder.Property(cycle => cycle.BudgetYear).ValueGeneratedNever();
        builder.Property(cycle => cycle.MarkingBanner).HasMaxLength(Marking.BannerLength);
        builder.Property(cycle => cycle.DesignatedBy).HasMaxLength(Marking.DesignatedByLength);
        builder.Property(cycle => cycle.Version).IsConcurrencyToken();
        builder.Property(cycle => cycle.InvitedOffices).HasLines(OfficesLength);
        builder.Property(cycle => cycle.FieldsAsked).HasLines(FieldsLength);
        builder.Property(cycle => cycle.Stages).HasLines(LinesColumn.LongestText);
        builder.Property(cycle => cycle.CheckList).HasLines(LinesColumn.LongestText);
        builder
            .Property(cycle => cycle.ModularCosts)
            .HasLines(LinesColumn.LongestText, text => ModularCost.ParseLines(text).Value);
        builder.Property(cycle => cycle.ScrPolicy).HasMaxLength(CycleSettings.PolicyLength);
        builder.Property(cycle => cycle.RevisedBy).HasMaxLength(AuditEntry.PersonLength);
        builder.HasAudit();
        builder.Ignore(cycle => cycle.Year);
        builder.Ignore(cycle => cycle.Submission);
        builder.Ignore(cycle => cycle.Estimates);
        builder.Ignore(cycle => cycle.Settings);
    }
}

internal sealed class OfficeMapping : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.HasKey(office => office.Code);
        builder.Property(office => office.Code).HasMaxLength(Office.CodeLength);
        builder.Property(office => office.Name).HasMaxLength(Office.NameLength);
        builder.OwnsMany(
            office => office.StandingCategories,
            standing => standing.AreStanding("StandingCategories", "OfficeCode")
        );
    }
}

internal static class StandingCategoryMapping
{
    /// <summary>Standing categories in a table of their owner: an office's own, and those that a transmitted request keeps.</summary>
    public static void AreStanding<TOwner>(
        this OwnedNavigationBuilder<TOwner, StandingCategory> standing,
        string table,
        string ownerKey
    )
        where TOwner : class
    {
        standing.ToTable(table);
        standing.WithOwner().HasForeignKey(ownerKey);
        standing.HasKey(ownerKey, nameof(StandingCategory.CategoryCode));
        standing.Property(category => category.CategoryCode).HasMaxLength(ScrCategory.CodeLength);
        standing.Property(category => category.Strength).HasConversion<string>().HasMaxLength(16);
        standing.Property(category => category.Order).HasColumnName("ListOrder");
        standing.Property(category => category.Source).HasMaxLength(StandingCategory.SourceLength);
    }
}
