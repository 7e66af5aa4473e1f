using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ScrBudget.Application.Requests;
using ScrBudget.Application.Review;
using ScrBudget.Application.ScrData;
using ScrBudget.Documents;
using ScrBudget.Domain.Requests;
using ScrBudget.Domain.ScrData;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Requests;

public sealed class SubmitRequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CompleteDraft_IsSubmittedAndFrozen()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateSubmittedAsync();

        var reading = await system.ReadAsync(number);
        Assert.Equal(RequestStatus.Submitted, reading.Request.Status);
        var submission = Assert.Single(reading.Request.Submissions);
        var frozen = FrozenDocument.Read(submission.Document);
        Assert.Equal(("Submitted", false), (frozen.Status, frozen.IsDraft));
        Assert.Equal("$1.6 million · 16 positions · 8 FTE", frozen.Headline);
        Assert.Equal(["S1", "S2", "S3"], frozen.Figures.Items.Select(figure => figure.Token));
        Assert.Equal(FrozenDocument.Hash(submission.Document), submission.DocumentSha256);
    }

    [Fact]
    public async Task Submit_WithUnansweredCategory_IsRefusedAndNamesItInFull()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();
        await system.ReviseAsync(number, SectionKind.Justification, "{S1} and {S3} only.", People.AuthorAndApprover);

        var refused = await system.Get<SubmitRequest>().ExecuteAsync(number, People.AuthorAndApprover, Cancellation);

        Assert.Equal("request-incomplete", refused.Refusal?.Code);
        Assert.StartsWith(
            "Transnational Crimes Against Children:",
            Assert.Single(refused.Refusal!.Details),
            StringComparison.Ordinal
        );
        Assert.Equal(RequestStatus.Draft, (await system.ReadAsync(number)).Request.Status);
    }

    [Fact]
    public async Task Submit_OfTextThatDoesNotFitThePage_IsRefusedAndNamesTheQuadrant()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();
        var tooLong = string.Join('\n', Enumerable.Repeat("A paragraph of its own that takes a line.", 60));
        await system.ReviseAsync(number, SectionKind.Description, tooLong, People.AuthorAndApprover);

        var refused = await system.Get<SubmitRequest>().ExecuteAsync(number, People.AuthorAndApprover, Cancellation);

        var gap = Assert.Single(refused.Refusal!.Details);
        Assert.StartsWith("Description is ", gap, StringComparison.Ordinal);
        Assert.EndsWith("too long for the quad chart.", gap, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_TakesTheSubmittersOwnOpenTextAlong()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();
        await TypeAsync(system, number, "Typed and not left");

        var submitted = await system.Get<SubmitRequest>().ExecuteAsync(number, People.AuthorAndApprover, Cancellation);

        Assert.Null(submitted.Refusal);
        var handedIn = await system.ReadAsync(number);
        Assert.Equal("Typed and not left", handedIn.Request.Section(SectionKind.IfNotFunded).Text);
        Assert.Equal("Typed and not left", PrintRequest.Printable(handedIn).IfNotFunded.Blocks.Single().PlainText);
        await using var context = system.CreateContext();
        Assert.Empty(context.WorkingCopies);
    }

    [Fact]
    public async Task Submit_WithOpenTextInASectionThatAnotherRevised_IsRefusedAndLosesNothing()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();
        await TypeAsync(system, number, "Typed and not left");
        await system.ReviseAsync(number, SectionKind.IfNotFunded, "A colleague's text.", People.Colleague);

        var refusal = (
            await system.Get<SubmitRequest>().ExecuteAsync(number, People.AuthorAndApprover, Cancellation)
        ).Refusal;

        Assert.Equal(RequestRefusals.StaleSectionCode, refusal?.Code);
        Assert.StartsWith("If not funded", refusal?.Message, StringComparison.Ordinal);
        await using var context = system.CreateContext();
        Assert.Equal("Typed and not left", Assert.Single(context.WorkingCopies).Text);
    }

    [Fact]
    public async Task Submit_OfOwnWorkThatTheCycleBars_IsLeftToSomebodyElse_WhoMayHaveCommented()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();
        Assert.Null(await system.ReviseCycleAsync(settings => settings with { BarsOwnSubmission = true }));
        var comment = new CommentOnRequestInput(number, "impact", "Well put.");
        Assert.Null(
            (await system.Get<CommentOnRequest>().ExecuteAsync(comment, People.Approver, Cancellation)).Refusal
        );

        var own = await system.Get<SubmitRequest>().ExecuteAsync(number, People.AuthorAndApprover, Cancellation);
        var by = await system.Get<SubmitRequest>().ExecuteAsync(number, People.Approver, Cancellation);

        Assert.Equal("own-work-not-submitted", own.Refusal?.Code);
        Assert.Null(by.Refusal);
    }

    private static async Task TypeAsync(TestSystem system, string number, string text)
    {
        var version = (await system.ReadAsync(number)).Request.Section(SectionKind.IfNotFunded).Version;
        var typed = new SectionInput(number, SectionKind.IfNotFunded, text, version);
        var saved = await system.Get<SaveWorkingCopy>().ExecuteAsync(typed, People.AuthorAndApprover, Cancellation);
        Assert.True(saved.IsDone);
    }

    [Fact]
    public async Task WhileTyping_ShowsTheOwnWorkingCopyAndSavesNothing()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();
        var before = (await system.ReadAsync(number)).Request;
        var typed = new SectionInput(number, SectionKind.Impact, "Typed.", before.Section(SectionKind.Impact).Version);
        _ = await system.Get<SaveWorkingCopy>().ExecuteAsync(typed, People.AuthorAndApprover, Cancellation);

        var typing = (
            await system.Get<ReadRequest>().WhileTypingAsync(number, People.AuthorAndApprover, Cancellation)
        ).Value;

        Assert.Equal("Typed.", typing.Request.Section(SectionKind.Impact).Text);
        Assert.Equal(before.Section(SectionKind.Impact).Text, typing.Saved[SectionKind.Impact].Text);
        Assert.Equal("Typed.", Assert.Single(typing.Composed.Document.Impact.Blocks).PlainText);
        var after = (await system.ReadAsync(number)).Request;
        Assert.Equal((before.Version, before.Audit.Sequence), (after.Version, after.Audit.Sequence));
        Assert.Equal(before.Section(SectionKind.Impact).Text, after.Section(SectionKind.Impact).Text);
    }

    [Fact]
    public async Task Submitted_PrintsTheSame_WhateverChangesLater()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateSubmittedAsync();
        var document = await PrintAsync(system, number);
        var quadChart = await QuadChartAsync(system, number);

        await PublishAnotherSnapshotAsync(system);
        await system.ExecuteSqlAsync("UPDATE Offices SET Name = 'Renamed' WHERE Code = 'VAP'");
        await system.ExecuteSqlAsync("UPDATE Cycles SET MarkingBanner = 'CUI'");
        await system.ExecuteSqlAsync("UPDATE ScrCategories SET Name = 'Renamed ' || Code");
        system.Clock.Advance(TimeSpan.FromDays(400));

        Assert.Equal(document, await PrintAsync(system, number));
        Assert.Equal(quadChart, await QuadChartAsync(system, number));
    }

    [Fact]
    public async Task Draft_PrintsAsItStandsToday()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();

        await system.ExecuteSqlAsync("UPDATE Offices SET Name = 'Renamed' WHERE Code = 'VAP'");
        system.Clock.Advance(TimeSpan.FromDays(1));

        var document = (await system.Get<PrintRequest>().DocumentAsync(number, People.Auditor, Cancellation)).Value;
        Assert.Equal(("Renamed", true), (document.Office, document.IsDraft));
        Assert.Equal(new DateOnly(2027, 1, 16), document.AsOf);
    }

    [Fact]
    public async Task FigureOfADraft_StaysWithItsSnapshot_WhenANewerOneIsPublished()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();
        var before = (await system.ReadAsync(number)).Composed.Document.Figures;

        await PublishAnotherSnapshotAsync(system);

        var after = (await system.ReadAsync(number)).Composed.Document.Figures;
        Assert.Equal(before.Sources, after.Sources);
        Assert.Equal(before.Items.Select(figure => figure.Reports), after.Items.Select(figure => figure.Reports));
    }

    [Fact]
    public async Task SubmittedTwiceAtOnce_IsSubmittedOnce()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();

        var both = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ =>
                    Task.Run(() => system.Get<SubmitRequest>().ExecuteAsync(number, People.Approver, Cancellation))
                )
        );

        Assert.Equal("state-does-not-allow", Assert.Single(both, outcome => !outcome.IsDone).Refusal?.Code);
        Assert.Single((await system.ReadAsync(number)).Request.Submissions);
    }

    [Fact]
    public async Task FrozenDocument_ReadBack_IsTheDocumentThatWasWritten()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateCompleteDraftAsync();
        var document = (await system.ReadAsync(number)).Composed.Document;

        var written = FrozenDocument.Write(document);

        Assert.Equal(written, FrozenDocument.Write(FrozenDocument.Read(written)));
        Assert.Equal(
            ScrBudget.Documents.Pdf.QuadChartPdf.Print(document),
            ScrBudget.Documents.Pdf.QuadChartPdf.Print(FrozenDocument.Read(written))
        );
    }

    [Fact]
    public async Task List_ShowsWhatARequestComesTo()
    {
        await using var system = await TestSystem.CreateAsync();
        var number = await system.CreateSubmittedAsync();
        await system.CreateDraftAsync(People.AuthorOf("CCU"));

        var own = await system
            .Get<ListRequests>()
            .ExecuteAsync(new ListRequestsInput(), People.AuthorAndApprover, Cancellation);
        var all = await system.Get<ListRequests>().ExecuteAsync(new ListRequestsInput(), People.Auditor, Cancellation);
        var found = await system
            .Get<ListRequests>()
            .ExecuteAsync(
                new ListRequestsInput("cyber tools", 2029, RequestStatus.Draft),
                People.Auditor,
                Cancellation
            );

        var line = Assert.Single(own);
        Assert.Equal((number, 1_600_000L, 16, 8), (line.Number, line.Request.Dollars, line.Positions, line.Fte));
        Assert.Equal((3, 3), (line.Prompt.Answered, line.Prompt.Answerable));
        Assert.Equal(["FY2029-CCU-001", "FY2029-VAP-001"], all.Select(request => request.Number));
        Assert.Equal("FY2029-CCU-001", Assert.Single(found).Number);
        Assert.Empty(
            await system.Get<ListRequests>().ExecuteAsync(new ListRequestsInput(), People.Steward, Cancellation)
        );
    }

    private static async Task<string> PrintAsync(TestSystem system, string number) =>
        JsonSerializer.Serialize(
            (await system.Get<PrintRequest>().DocumentAsync(number, People.Auditor, Cancellation)).Value
        );

    private static async Task<byte[]> QuadChartAsync(TestSystem system, string number) =>
        (await system.Get<PrintRequest>().QuadChartAsync(number, People.Auditor, Cancellation)).Value.Content;

    private static async Task PublishAnotherSnapshotAsync(TestSystem system)
    {
        await using var extract = SyntheticExtract.Create(2000, seed: 2);
        var imported = await system
            .Get<ImportScrExtract>()
            .ExecuteAsync(
                new ImportScrExtractInput(
                    [new(extract, "newer.csv")],
                    SyntheticExtract.AsOf,
                    true,
                    SyntheticExtract.Quality
                ),
                People.Steward,
                Cancellation
            );
        Assert.Equal(2, imported.Value.SnapshotNumber);
    }
}
