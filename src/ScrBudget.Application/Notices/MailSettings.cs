using System.Globalization;
using Microsoft.Extensions.Configuration;
using ScrBudget.Domain;

namespace ScrBudget.Application.Notices;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>In the clear: for a relay on the same machine or network, without a password.</summary>
    None,

    /// <summary>Begins in the clear and must change to TLS.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}

/// <summary>
/// The mail server, <c>ScrBudget:Mail:*</c>. Without a host mail is off: notices stand in the product only. No record: one
/// would print its password.
/// </summary>
public sealed class MailSettings
{
    private const string Section = "ScrBudget:Mail";

    private MailSettings() { }

    public static MailSettings Off { get; } = new();

    /// <summary>Empty when mail is off.</summary>
    public string Host { get; private init; } = string.Empty;

    public int Port { get; private init; }

    public MailSecurity Security { get; private init; }

    /// <summary>The sender's address.</summary>
    public string From { get; private init; } = string.Empty;

    /// <summary>Null where the server asks for none.</summary>
    public string? User { get; private init; }

    public string? Password { get; private init; }

    /// <summary>The site as readers of mail reach it, without a slash at its end.</summary>
    public string BaseAddress { get; private init; } = string.Empty;

    public bool IsOn => Host.Length > 0;

    /// <summary>Reads <c>ScrBudget:Mail:Host, Port, Security, From, User, Password, BaseAddress</c>; the refusal names the setting.</summary>
    public static Outcome<MailSettings> Read(IConfiguration configuration)
    {
        var mail = configuration.GetSection(Section);
        var host = mail["Host"]?.Trim();
        if (string.IsNullOrEmpty(host))
        {
            return Off;
        }

        var given = mail["Security"];
        var security = MailSecurity.StartTls;
        if (
            !string.IsNullOrEmpty(given)
            && (!Enum.TryParse(given, ignoreCase: true, out security) || !Enum.IsDefined(security))
        )
        {
            return Wrong("Security", "is None, StartTls or Tls");
        }

        var port = security switch
        {
            MailSecurity.Tls => 465,
            MailSecurity.None => 25,
            _ => 587,
        };
        if (
            mail["Port"] is { Length: > 0 } number
            && (
                !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is 0 or > 65535
            )
        )
        {
            return Wrong("Port", "is a number from 1 to 65535");
        }

        var from = MailAddresses.Parse(mail["From"]);
        if (!from.IsDone)
        {
            return Wrong("From", "is the address that mail comes from, as scrbudget@agency.gov");
        }

        if (
            !Uri.TryCreate(mail["BaseAddress"], UriKind.Absolute, out var site)
            || (site.Scheme != Uri.UriSchemeHttps && site.Scheme != Uri.UriSchemeHttp)
        )
        {
            return Wrong("BaseAddress", "is the site as readers reach it, as https://scrbudget.agency.gov");
        }

        var user = string.IsNullOrEmpty(mail["User"]) ? null : mail["User"];
        if (user is not null && security == MailSecurity.None)
        {
            return Wrong("Security", "is StartTls or Tls where a user is named: the password would go in the clear");
        }

        return new MailSettings
        {
            Host = host,
            Port = port,
            Security = security,
            From = from.Value,
            User = user,
            Password = mail["Password"],
            BaseAddress = site.GetLeftPart(UriPartial.Path).TrimEnd('/'),
        };
    }

    /// <summary>Where mail goes, without user and password.</summary>
    public override string ToString() => IsOn ? string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}") : "off";

    private static Refusal Wrong(string name, string should) => new("mail-settings", $"{Section}:{name} {should}.");
}
