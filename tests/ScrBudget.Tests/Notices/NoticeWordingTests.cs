using ScrBudget.Domain.Notices;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Notices;

public sealed class NoticeWordingTests
{
    private static readonly NoticeParameters Everything = new()
    {
        Number = "FY2029-VAP-003",
        Into = "FY2029-VAP-004",
        BudgetYear = 2029,
        By = People.Analyst,
        Count = 2,
        DueOn = new DateOnly(2027, 2, 26),
    };

    public static TheoryData<NoticeKind> Kinds => [.. Enum.GetValues<NoticeKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryKind_HasWordsThatFitAndAPlaceToGo(NoticeKind kind)
    {
        var longest = Everything with { By = People.Analyst with { Name = new string('n', 100) } };

        var words = NoticeWording.Of(kind, longest);

        Assert.InRange(words.Subject.Length, 10, Notice.SubjectLength);
        Assert.InRange(words.Text.Length, 10, Notice.TextLength);
        Assert.EndsWith(".", words.Text, StringComparison.Ordinal);
        Assert.StartsWith("/", words.Address, StringComparison.Ordinal);
        Assert.NotEmpty(NoticeWording.Of(kind));
        Assert.True(Enum.IsDefined(kind.Group()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryKind_NamesWhatItIsAbout(NoticeKind kind)
    {
        var words = NoticeWording.Of(kind, Everything);

        var about =
            kind.Group() == NoticeGroup.DueDates || kind == NoticeKind.GuidanceChanged ? "FY 2029" : "FY2029-VAP-003";
        Assert.Contains(about, words.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_WithoutWhatItIsAbout_IsAMistakeOfTheCaller(NoticeKind kind) =>
        Assert.Throws<ArgumentException>(() => NoticeWording.Of(kind, new NoticeParameters()));

    [Theory]
    [InlineData(1, "1 recommendation waits for your answer")]
    [InlineData(3, "3 recommendations wait for your answer")]
    public void ScrDataRecommended_CountsInWords(int count, string expected)
    {
        var words = NoticeWording.Of(NoticeKind.ScrDataRecommended, Everything with { Count = count });

        Assert.Contains(expected, words.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void DueSoon_LeadsToWhatIsToSubmitInTheCall()
    {
        var words = NoticeWording.Of(NoticeKind.DueSoon, Everything);

        Assert.Equal(
            new NoticeText(
                "The FY 2029 call is due Feb 26, 2027",
                "Your office has 2 requests to submit in the FY 2029 call. Finish and submit what you want considered.",
                "/requests?fy=2029&status=ToSubmit"
            ),
            words
        );
    }

    [Theory]
    [InlineData(NoticeKind.DueSoon, "Your office has begun no request in the FY 2029 call.")]
    [InlineData(NoticeKind.Overdue, "Your office has begun no request in the FY 2029 call.")]
    public void Reminder_OfAnOfficeThatHasBegunNothing_SaysSo(NoticeKind kind, string expected) =>
        Assert.StartsWith(
            expected,
            NoticeWording.Of(kind, Everything with { Count = 0 }).Text,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    public void Notice_ThatLeadsOutOfTheSite_CannotBeMade(string address) =>
        Assert.Throws<ArgumentException>(() =>
            new Notice("a", NoticeKind.Decided, Everything with { Address = address }, false, TestClock.StartUtc)
        );

    [Theory]
    [InlineData("2027-02-18", null)]
    [InlineData("2027-02-19", ReminderStage.Week)]
    [InlineData("2027-02-24", ReminderStage.Week)]
    [InlineData("2027-02-25", ReminderStage.LastDay)]
    [InlineData("2027-02-26", ReminderStage.LastDay)]
    [InlineData("2027-02-27", ReminderStage.Overdue)]
    public void Reminder_ComesSevenDaysAndOneDayAheadAndAfterwards(string today, ReminderStage? expected) =>
        Assert.Equal(
            expected,
            Reminders.StageOn(
                DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture),
                new DateOnly(2027, 2, 26)
            )
        );
}
