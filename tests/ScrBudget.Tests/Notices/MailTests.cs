using ScrBudget.Domain.Notices;
using ScrBudget.TestSupport;

namespace ScrBudget.Tests.Notices;

public sealed class MailTests
{
    private static readonly DateTime Start = TestClock.StartUtc;

    [Fact]
    public void Delays_GrowFourfoldUpToTwelveHours() =>
        Assert.Equal(
            [1, 4, 16, 64, 256, 720, 720],
            Enumerable.Range(1, Mail.MaximumAttempts - 1).Select(attempt => Mail.DelayAfter(attempt).TotalMinutes)
        );

    [Fact]
    public void Claim_KeepsOthersAwayForTheLease()
    {
        var mail = NewMail();

        Assert.True(mail.Claim(Start));

        Assert.Equal((1, Start + Mail.Lease), (mail.Attempts, mail.NextAttemptAt));
    }

    [Fact]
    public void Failed_EightTimes_IsGivenUpWithTheLastError()
    {
        var mail = NewMail();
        for (var attempt = 1; attempt <= Mail.MaximumAttempts; attempt++)
        {
            Assert.Equal(MailStatus.Waiting, mail.Status);
            Assert.True(mail.Claim(Start));
            mail.Failed($"error {attempt}", Start);
        }

        Assert.Equal((MailStatus.GivenUp, "error 8"), (mail.Status, mail.LastError));
    }

    [Fact]
    public void Claim_OfAMailWhoseLastAttemptNeverEnded_GivesItUp()
    {
        var mail = NewMail();
        for (var attempt = 1; attempt <= Mail.MaximumAttempts; attempt++)
        {
            Assert.True(mail.Claim(Start));
        }

        Assert.False(mail.Claim(Start));

        Assert.Equal(
            (MailStatus.GivenUp, "The sender stopped during the last attempt."),
            (mail.Status, mail.LastError)
        );
    }

    [Fact]
    public void Failed_WithALongError_KeepsItsBeginning()
    {
        var mail = NewMail();
        mail.Claim(Start);

        mail.Failed(new string('e', 5000), Start);

        Assert.Equal(Mail.ErrorLength, mail.LastError!.Length);
    }

    [Fact]
    public void TryAgain_OfAMailThatWaits_IsRefused() =>
        Assert.Equal("mail-not-given-up", NewMail().TryAgain(Start).Refusal?.Code);

    private static Mail NewMail() => new("account", "ann@agency.example", "Subject", "Body", Start);
}
