using System.Net.Mail;
using ScrBudget.Domain;
using ScrBudget.Domain.Notices;
using ScrBudget.Domain.Requests;

namespace ScrBudget.Application.Notices;

/// <summary>Reads an e-mail address: one, plain, in ASCII, at most <see cref="Mail.AddressLength"/> characters.</summary>
public static class MailAddresses
{
    public static Outcome<string> Parse(string? text)
    {
        var address = TextCleaning.Line(text);
        return
            address.Length is > 0 and <= Mail.AddressLength
            && address.All(char.IsAscii)
            // It also reads names and comments; what is kept is the address alone.
            && MailAddress.TryCreate(address, out var read)
            && read.Address == address
            ? address
            : new Refusal(
                "email-invalid",
                $"Give one e-mail address, as name@agency.gov, of at most {Mail.AddressLength} characters; or none."
            )
            {
                Field = "email",
            };
    }
}
