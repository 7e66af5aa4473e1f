using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ScrBudget.Data.Cycles;
using ScrBudget.Data.Identity;
using ScrBudget.Data.Requests;
using ScrBudget.Domain.Audit;
using ScrBudget.Domain.Cycles;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.Review;
using ScrBudget.Domain.ScrData;

namespace ScrBudget.Data.Review;

/// <summary>What belongs to a request from its submission on: each kind has a table of its own, rows are only added.</summary>
internal static class ReviewMappings
{
    private const string OwnerKey = ResourceRequestMapping.OwnerKey;

    public static void HasReview(this EntityTypeBuilder<ResourceRequest> builder)
    {
        Moves(builder);
        Recommendations(builder);
        Judgements(builder);
        Amounts(builder);
        Ticks(builder);
        KeptFigures(builder);
        builder.OwnsMany(
            request => request.StandingAtTransmission,
            standing => standing.AreStanding("TransmittedCategories", OwnerKey)
        );
        builder.OwnsMany(
            request => request.Comments,
            comment =>
            {
                comment.ToTable("ReviewComments");
                comment.WithOwner().HasForeignKey(OwnerKey);
                comment.HasKey(OwnerKey, nameof(ReviewComment.Number));
                comment.Property(made => made.Number).ValueGeneratedNever();
                comment.Property(made => made.Place).HasMaxLength(ReviewComment.PlaceLength);
                comment.Property(made => made.Text).HasMaxLength(ReviewComment.TextLength);
                comment.Property(made => made.ById).HasMaxLength(AccountMapping.IdLength);
                comment.Property(made => made.By).HasMaxLength(AuditEntry.PersonLength);
                comment.Property(made => made.ResolvedBy).HasMaxLength(AuditEntry.PersonLength);
            }
        );
    }

    private static void Moves(EntityTypeBuilder<ResourceRequest> builder) =>
        builder.OwnsMany(
            request => request.Moves,
            move =>
            {
                move.ToTable("StatusMoves");
                move.WithOwner().HasForeignKey(OwnerKey);
                move.HasKey(OwnerKey, nameof(StatusMove.Sequence));
                move.Property(made => made.Sequence).ValueGeneratedNever();
                move.Property(made => made.Action).HasConversion<string>().HasMaxLength(16);
                move.Property(made => made.From).HasConversion<string>().HasMaxLength(16).HasColumnName("FromStatus");
                move.Property(made => made.To).HasConversion<string>().HasMaxLength(16).HasColumnName("ToStatus");
                move.Property(made => made.Reason).HasMaxLength(StatusMove.ReasonLength);
                move.Property(made => made.ById).HasMaxLength(AccountMapping.IdLength);
                move.Property(made => made.By).HasMaxLength(AuditEntry.PersonLength);
            }
        );

    private static void Recommendations(EntityTypeBuilder<ResourceRequest> builder) =>
        builder.OwnsMany(
            request => request.Recommendations,
            recommendation =>
            {
                recommendation.ToTable("Recommendations");
                recommendation.WithOwner().HasForeignKey(OwnerKey);
                recommendation.HasKey(OwnerKey, nameof(Recommendation.Number));
                recommendation.Property(made => made.Number).ValueGeneratedNever();
                recommendation.Property(made => made.CategoryCode).HasMaxLength(ScrCategory.CodeLength);
                recommendation.Property(made => made.Subcategory).HasMaxLength(ScrSubcategory.NameLength);
                recommendation.Property(made => made.Measure).HasConversion<string>().HasMaxLength(16);
                recommendation.Property(made => made.Tco).HasConversion<string>().HasMaxLength(16);
                recommendation.Property(made => made.Why).HasMaxLength(Recommendation.WhyLength);
                recommendation.Property(made => made.ById).HasMaxLength(AccountMapping.IdLength);
                recommendation.Property(made => made.By).HasMaxLength(AuditEntry.PersonLength);
                recommendation.Property(made => made.MovedFrom).HasMaxLength(RequestNumber.Length);
                recommendation.Ignore(made => made.Query);
            }
        );

    private static void Judgements(EntityTypeBuilder<ResourceRequest> builder)
    {
        builder.OwnsMany(
            request => request.Findings,
            finding =>
            {
                finding.ToTable("FigureFindings");
                finding.WithOwner().HasForeignKey(OwnerKey);
                finding.HasKey(OwnerKey, nameof(FigureFinding.Sequence));
                finding.Property(found => found.Sequence).ValueGeneratedNever();
                finding.Property(found => found.Reason).HasMaxLength(ReviewWords.ReasonLength);
                finding.Property(found => found.By).HasMaxLength(AuditEntry.PersonLength);
            }
        );
        builder.OwnsMany(
            request => request.AnswerReviews,
            review =>
            {
                review.ToTable("AnswerReviews");
                review.WithOwner().HasForeignKey(OwnerKey);
                review.HasKey(OwnerKey, nameof(AnswerReview.Sequence));
                review.Property(judged => judged.Sequence).ValueGeneratedNever();
                review.Property(judged => judged.Verdict).HasConversion<string>().HasMaxLength(16);
                review.Property(judged => judged.Reason).HasMaxLength(ReviewWords.ReasonLength);
                review.Property(judged => judged.By).HasMaxLength(AuditEntry.PersonLength);
            }
        );
        builder.OwnsMany(
            request => request.Dispositions,
            disposition =>
            {
                disposition.ToTable("Dispositions");
                disposition.WithOwner().HasForeignKey(OwnerKey);
                disposition.HasKey(OwnerKey, nameof(Disposition.Sequence));
                disposition.Property(given => given.Sequence).ValueGeneratedNever();
                disposition.Property(given => given.Kind).HasConversion<string>().HasMaxLength(24);
                disposition.Property(given => given.Note).HasMaxLength(ReviewWords.ReasonLength);
                disposition.Property(given => given.By).HasMaxLength(AuditEntry.PersonLength);
            }
        );
    }

    private static void KeptFigures(EntityTypeBuilder<ResourceRequest> builder) =>
        builder.OwnsMany(
            request => request.KeptFigures,
            kept =>
            {
                kept.ToTable("KeptFigures");
                kept.WithOwner().HasForeignKey(OwnerKey);
                kept.HasKey(OwnerKey, nameof(KeptFigure.Sequence));
                kept.Property(figure => figure.Sequence).ValueGeneratedNever();
                kept.Property(figure => figure.Against).HasMaxLength(KeptFigure.AgainstLength);
                kept.Property(figure => figure.Reason).HasMaxLength(ReviewWords.ReasonLength);
                kept.Property(figure => figure.By).HasMaxLength(AuditEntry.PersonLength);
            }
        );

    private static void Ticks(EntityTypeBuilder<ResourceRequest> builder) =>
        builder.OwnsMany(
            request => request.Ticks,
            tick =>
            {
                tick.ToTable("CheckListTicks");
                tick.WithOwner().HasForeignKey(OwnerKey);
                tick.HasKey(OwnerKey, nameof(CheckListTick.Sequence));
                tick.Property(made => made.Sequence).ValueGeneratedNever();
                tick.Property(made => made.Line).HasMaxLength(CycleSettings.CheckLength);
                tick.Property(made => made.By).HasMaxLength(AuditEntry.PersonLength);
            }
        );

    private static void Amounts(EntityTypeBuilder<ResourceRequest> builder)
    {
        builder.OwnsMany(
            request => request.Amounts,
            amount =>
            {
                amount.ToTable("StageAmounts");
                amount.WithOwner().HasForeignKey(OwnerKey);
                amount.HasKey(OwnerKey, nameof(StageAmount.Sequence));
                amount.Property(entered => entered.Sequence).ValueGeneratedNever();
                amount.Property(entered => entered.Stage).HasMaxLength(Stages.NameLength);
                amount.Property(entered => entered.Note).HasMaxLength(ReviewWords.ReasonLength);
                amount.Property(entered => entered.By).HasMaxLength(AuditEntry.PersonLength);
                amount.Ignore(entered => entered.Money);
                amount.Ignore(entered => entered.Amount);
            }
        );
        builder.OwnsMany(
            request => request.Removals,
            removal =>
            {
                removal.ToTable("DownstreamRemovals");
                removal.WithOwner().HasForeignKey(OwnerKey);
                removal.HasKey(OwnerKey, nameof(DownstreamRemoval.Sequence));
                removal.Property(recorded => recorded.Sequence).ValueGeneratedNever();
                removal.Property(recorded => recorded.Stage).HasMaxLength(Stages.NameLength);
                removal.Property(recorded => recorded.On).HasColumnName("RemovedOn");
                removal.Property(recorded => recorded.Reason).HasMaxLength(ReviewWords.ReasonLength);
                removal.Property(recorded => recorded.By).HasMaxLength(AuditEntry.PersonLength);
            }
        );
    }
}
