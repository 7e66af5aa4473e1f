using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ScrBudget.Application.Audit;
using ScrBudget.Application.Cycles;
using ScrBudget.Application.Demo;
using ScrBudget.Application.Identity;
using ScrBudget.Application.Notices;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Application.Review.Comparing;
using ScrBudget.Application.Review.Deciding;
using ScrBudget.Application.ScrData;
using ScrBudget.Application.ScrData.Comparing;
using ScrBudget.Application.ScrData.Exploring;
using ScrBudget.Application.ScrData.Intake;
using ScrBudget.Application.ScrData.Measuring;
using ScrBudget.Application.ScrData.Sampling;
using ScrBudget.Application.ScrData.Taxonomy;
using ScrBudget.Application.ScrData.Validation;
using ScrBudget.Application.Storage;
using ScrBudget.Application.Tracking;
using ScrBudget.Data;
using ScrBudget.Data.Identity;

namespace ScrBudget.Application;

/// <summary>Registers the use cases and the database that they work on; web, command line and tests call this.</summary>
public static class ApplicationServices
{
    public static IServiceCollection AddScrBudget(this IServiceCollection services, DatabaseChoice database)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddDbContextFactory<ScrBudgetContext>(options => database.Configure(options));
        services.AddSingleton<PrepareDatabase>();
        services.AddSingleton<LoadDemo>();
        services.AddSingleton<GenerateRequests>();

        services.AddSingleton<ImportScrExtract>();
        services.AddSingleton<PreviewExtract>();
        services.AddSingleton<PublishSnapshot>();
        services.AddSingleton<WithdrawSnapshot>();
        services.AddSingleton<DiscardSnapshot>();
        services.AddSingleton<ReadProblems>();
        services.TryAddSingleton(new IntakeStore());
        services.AddSingleton<ReceiveExtracts>();
        services.AddSingleton<ReadIntake>();
        services.AddSingleton<ListSources>();
        services.AddSingleton<ChooseColumns>();
        services.AddSingleton<ImportIntake>();
        services.AddSingleton<ReadAgain>();
        services.AddSingleton<DropIntake>();
        services.AddSingleton<QualityDrafts>();
        services.AddSingleton<ExportProblems>();
        services.AddSingleton<CompareSnapshots>();
        services.AddSingleton<MapCategory>();
        services.AddSingleton<AddCategory>();
        services.AddSingleton<AddSubcategory>();
        services.AddSingleton<ComputeMeasure>();
        services.AddSingleton<ExploreStatistics>();
        services.AddSingleton<ExportStatistic>();
        services.AddSingleton<ReadRecords>();
        services.AddSingleton<ExportRecords>();
        services.AddSingleton<ReadWorklist>();
        services.AddSingleton<SettleRecords>();
        services.AddSingleton<DecideExclusions>();
        services.AddSingleton<MakeEdition>();
        services.AddSingleton<ReadEditions>();
        services.AddSingleton<QueryStatistic>();
        services.AddSingleton<SnapshotQueries>();
        services.AddSingleton<ReadScrCatalogue>();

        services.AddSingleton<PlanSample>();
        services.AddSingleton<DrawSample>();
        services.AddSingleton<ReadSamples>();
        services.AddSingleton<TestSampledCase>();
        services.AddSingleton<RespondToSampledCase>();
        services.AddSingleton<AdjudicateSampledCase>();
        services.AddSingleton<ReopenSampledCase>();

        services.AddSingleton<ChangeRequest>();
        services.AddSingleton<CreateRequest>();
        services.AddSingleton<ReviseSection>();
        services.AddSingleton<SaveWorkingCopy>();
        services.AddSingleton<DiscardWorkingCopy>();
        services.AddSingleton<PutInOwnTexts>();
        services.AddSingleton<ReviseFacts>();
        services.AddSingleton<SavePositionLine>();
        services.AddSingleton<SaveNonPersonnelLine>();
        services.AddSingleton<RemoveCostLine>();
        services.AddSingleton<OverrideAmount>();
        services.AddSingleton<AttachStatistic>();
        services.AddSingleton<AnswerCategory>();
        services.AddSingleton<KeepFigure>();
        services.AddSingleton<SubmitRequest>();
        services.AddSingleton<SendForApproval>();
        services.AddSingleton<RequestDigests>();
        services.AddSingleton<ReadRequest>();
        services.AddSingleton<ListRequests>();
        services.AddSingleton<PrintRequest>();
        services.AddSingleton<PromptFigures>();
        services.AddSingleton<ListCycles>();

        services.AddSingleton<ReadLateRecommendations>();
        services.AddSingleton<ReviewNotices>();
        services.AddSingleton<ReadDesk>();
        services.AddSingleton<ReadReview>();
        services.AddSingleton<ActOnRequest>();
        services.AddSingleton<RecommendData>();
        services.AddSingleton<RespondToRecommendation>();
        services.AddSingleton<FindOnFigure>();
        services.AddSingleton<ReviewAnswer>();
        services.AddSingleton<GiveDisposition>();
        services.AddSingleton<TickCheckList>();
        services.AddSingleton<CompleteReview>();
        services.AddSingleton<DecideRequest>();
        services.AddSingleton<MergeRequest>();
        services.AddSingleton<ReassignReview>();
        services.AddSingleton<CommentOnRequest>();
        services.AddSingleton<ResolveComment>();
        services.AddSingleton<ReadCycles>();
        services.AddSingleton<CreateCycle>();
        services.AddSingleton<ReviseCycle>();
        services.AddSingleton<IssueGuidance>();
        services.AddSingleton<ReadGuidance>();
        services.AddSingleton<SaveTraining>();
        services.AddSingleton<AcknowledgeTraining>();
        services.AddSingleton<ReadTraining>();
        services.AddSingleton<CompareSubmissions>();
        services.AddSingleton<CompareWithLastYear>();
        services.TryAddSingleton(MailSettings.Off);
        services.TryAddSingleton<IMailTransport, SmtpTransport>();
        services.AddSingleton<Notifier>();
        services.AddSingleton<SendMail>();
        services.AddSingleton<SendDigests>();
        services.AddSingleton<SendReminders>();
        services.AddSingleton<ReadNotices>();
        services.AddSingleton<MarkNoticesRead>();
        services.AddSingleton<ReadNoticeSettings>();
        services.AddSingleton<SaveNoticeSettings>();
        services.AddSingleton<ReadOutbox>();
        services.AddSingleton<RetryMail>();

        services.AddSingleton<TrackedRequests>();
        services.AddSingleton<ReadTracking>();
        services.AddSingleton<CountTraining>();
        services.AddSingleton<ListTracked>();
        services.AddSingleton<ExportTracking>();
        services.AddSingleton<ExportTracked>();
        services.AddSingleton<CrossCheckCycle>();

        services.AddSingleton<ReadRanking>();
        services.AddSingleton<RankRequest>();
        services.AddSingleton<OrderRequests>();
        services.AddSingleton<SetTarget>();
        services.AddSingleton<ActOnMany>();
        services.AddSingleton<ReadStageAmounts>();
        services.AddSingleton<EnterStageAmount>();
        services.AddSingleton<RecordRemoval>();
        services.AddSingleton<TakeBackRemoval>();
        services.AddSingleton<ImportStageAmounts>();

        services.AddSingleton<ReadHistory>();
        services.AddSingleton<VerifyEvidence>();

        services.TryAddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<CreateAccount>();
        services.AddSingleton<CloseAccount>();
        services.AddSingleton<SetPassword>();
        services.AddSingleton<SetEmail>();
        services.AddSingleton<ListAccounts>();
        services.AddSingleton<FindAccounts>();
        return services;
    }
}
