using System.Text.RegularExpressions;
using MimeKit;

namespace LearningBuddy.DemoLms.Mail;

/// <summary>A mail as the program of its reader shows it.</summary>
public sealed partial record ReceivedMail
{
    /// <summary>The name it goes by in this host's addresses.</summary>
    public required string Id { get; init; }

    /// <summary>Name and address of the sender, or the address alone.</summary>
    public required string From { get; init; }

    /// <summary>The addresses of its readers.</summary>
    public required IReadOnlyList<string> To { get; init; }

    public required string Subject { get; init; }

    /// <summary>When it was sent, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The language tag of the words, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The plain text part, or null.</summary>
    public string? Text { get; init; }

    /// <summary>The HTML part as sent, or null.</summary>
    public string? Html { get; init; }

    /// <summary>The first event of its calendar part, or null.</summary>
    public CalendarEvent? Event { get; init; }

    /// <summary>Where one click ends mails like this one (RFC 8058), or null for a mail that doesn't offer it.</summary>
    public Uri? UnsubscribeUrl { get; init; }

    /// <param name="arrivedAt">Stands in for a date that the mail doesn't have.</param>
    public static ReceivedMail Of(string id, MimeMessage message, DateTimeOffset arrivedAt) => new()
    {
        Id = id,
        From = message.From.Mailboxes.Select(NameAndAddress).FirstOrDefault() ?? "",
        To = [.. message.GetRecipients(onlyUnique: true).Select(r => r.Address)],
        Subject = message.Subject is { Length: > 0 } subject ? subject : "(no subject)",
        At = message.Date == default ? arrivedAt : message.Date.ToUniversalTime(),
        Language = message.Body?.Headers[HeaderId.ContentLanguage],
        Text = message.TextBody,
        Html = message.HtmlBody,
        Event = message.BodyParts.OfType<TextPart>()
            .Where(part => part.ContentType.IsMimeType("text", "calendar"))
            .Select(part => CalendarEvent.Of(part.Text))
            .FirstOrDefault(),
        UnsubscribeUrl = OneClickUrl(message.Headers),
    };

    /// <summary>The first web address of the list header; plain HTTP too, which a demo on one machine uses.</summary>
    private static Uri? OneClickUrl(HeaderList headers) =>
        headers[HeaderId.ListUnsubscribePost]?.Trim() == OneClickUnsubscribe.Body
            ? ListAddress().Matches(headers[HeaderId.ListUnsubscribe] ?? "")
                .Select(match => Uri.TryCreate(match.Groups["address"].Value, UriKind.Absolute, out var url) ? url : null)
                .FirstOrDefault(url => url?.Scheme == Uri.UriSchemeHttps || url?.Scheme == Uri.UriSchemeHttp)
            : null;

    private static string NameAndAddress(MailboxAddress sender) =>
        string.IsNullOrWhiteSpace(sender.Name) ? sender.Address : $"{sender.Name} <{sender.Address}>";

    [GeneratedRegex("<(?<address>[^<>]*)>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ListAddress();
}
