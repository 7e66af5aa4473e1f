using Microsoft.Extensions.Configuration;
using ScrBudget.Application.Notices;

namespace ScrBudget.Tests.Notices;

public sealed class MailSettingsTests
{
    private static readonly (string Name, string? Value)[] Complete =
    [
        ("Host", "mail.agency.example"),
        ("From", "scrbudget@agency.example"),
        ("BaseAddress", "https://scrbudget.agency.example/"),
    ];

    [Fact]
    public void Settings_WithoutAHost_AreOff() => Assert.False(Read([("Port", "25")]).Value.IsOn);

    [Fact]
    public void Settings_WithWhatIsNeeded_UseStartTls()
    {
        var settings = Read(Complete).Value;

        Assert.True(settings.IsOn);
        Assert.Equal((587, MailSecurity.StartTls), (settings.Port, settings.Security));
        Assert.Equal("https://scrbudget.agency.example", settings.BaseAddress);
    }

    [Theory]
    [InlineData("None", 25)]
    [InlineData("Tls", 465)]
    public void Security_ChoosesTheUsualPort(string security, int port) =>
        Assert.Equal(port, Read([.. Complete, ("Security", security)]).Value.Port);

    [Theory]
    [InlineData("Port", "0")]
    [InlineData("Port", "65536")]
    [InlineData("Port", "smtp")]
    [InlineData("Security", "Ssl3")]
    [InlineData("Security", "7")]
    [InlineData("From", "nobody")]
    [InlineData("From", "")]
    [InlineData("BaseAddress", "")]
    [InlineData("BaseAddress", "ftp://scrbudget")]
    public void Setting_ThatIsWrong_IsNamed(string name, string value)
    {
        var read = Read([.. Complete, (name, value)]);

        Assert.Equal("mail-settings", read.Refusal?.Code);
        Assert.StartsWith($"ScrBudget:Mail:{name} ", read.Refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Password_InTheClear_IsRefused()
    {
        var read = Read([.. Complete, ("Security", "None"), ("User", "scrbudget"), ("Password", "secret")]);

        Assert.Contains("in the clear", read.Refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_AsText_DoNotTellThePassword()
    {
        var settings = Read([.. Complete, ("User", "scrbudget"), ("Password", "a-secret-word")]).Value;

        Assert.Equal("a-secret-word", settings.Password);
        Assert.DoesNotContain("a-secret-word", settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name@agency.gov", true)]
    [InlineData(" name@agency.gov ", true)]
    [InlineData("Name <name@agency.gov>", false)]
    [InlineData("a@b.gov, c@d.gov", false)]
    [InlineData("näme@agency.gov", false)]
    [InlineData("name", false)]
    [InlineData("a@b.gov\r\nBcc: c@d.gov", false)]
    public void Address_IsOneAndPlain(string text, bool isValid) =>
        Assert.Equal(isValid, MailAddresses.Parse(text).IsDone);

    private static Domain.Outcome<MailSettings> Read(IEnumerable<(string Name, string? Value)> settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in settings)
        {
            values[$"ScrBudget:Mail:{name}"] = value;
        }

        return MailSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
