using System.Security.Cryptography;
using System.Text;
using LearningBuddy.LtiTool.Settings;
using Microsoft.Extensions.Options;
using MimeKit;

namespace LearningBuddy.LtiTool.Messages;

/// <summary>Makes the message that leaves of a <see cref="Mail"/>.</summary>
internal sealed class MailComposer(IOptions<LearningBuddyOptions> options, TimeProvider time)
{
    private readonly MailboxAddress sender = SenderOf(options.Value);

    /// <summary>The domain of everything that mails name each other by.</summary>
    private string Domain => sender.GetAddress(idnEncode: true).Split('@')[^1];

    /// <summary>The message, ready for any server; null where what stands as the address is none.</summary>
    public MimeMessage? Compose(Mail mail)
    {
        if (Mailbox(mail.To) is not { } receiver)
        {
            return null;
        }

        // Nobody gets a mail with the thread's own id; whatever answers the same one is shown together.
        var thread = $"thread-{Hash(mail.Thread)}@{Domain}";
        var message = new MimeMessage
        {
            Subject = OneLine.Of(mail.Subject),
            Date = time.GetUtcNow(),
            MessageId = $"{mail.Id:N}@{Domain}",
            InReplyTo = thread,
            Body = BodyOf(mail),
        };
        message.References.Add(thread);

        // A list listens to its addresses, so every message has its own.
        message.From.Add(new MailboxAddress(sender.Name, sender.Address));
        message.To.Add(receiver);

        // RFC 3834, 5: no holiday note comes back.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (mail.Stop is { } stop)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop.AbsoluteUri}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    /// <summary>The parts from plain to rich (RFC 2046, 5.1.4): a program shows the last one that it knows.</summary>
    private static MultipartAlternative BodyOf(Mail mail)
    {
        var body = new MultipartAlternative
        {
            Part("plain", mail.Body.Text, mail.Language),
            Part("html", mail.Body.Html, mail.Language),
        };
        body.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        if (mail.Calendar is { } calendar)
        {
            body.Add(Part(calendar));
        }

        return body;
    }

    private static TextPart Part(string kind, string words, string language)
    {
        var part = new TextPart(kind) { Text = words };
        part.Headers.Add(HeaderId.ContentLanguage, language);
        return part;
    }

    private static TextPart Part(MailCalendar calendar)
    {
        // Calendars count on lines that end as they were written.
        var part = new TextPart("calendar") { Text = calendar.Content, ContentTransferEncoding = ContentEncoding.Base64 };
        part.ContentType.Parameters["method"] = calendar.Method;
        return part;
    }

    private static MailboxAddress? Mailbox(MailRecipient recipient) =>
        MailAddresses.Find(recipient.Address) is { } found
            ? new MailboxAddress(recipient.Name is { } name ? OneLine.Of(name) : null, found.Address)
            : null;

    /// <summary>Whom mails come from.</summary>
    internal static MailboxAddress SenderOf(LearningBuddyOptions tool)
    {
        if (MailAddresses.FindNamed(tool.Mail.From) is { } named)
        {
            return named;
        }

        // Only the pickup folder does without a sender of its own (MailSettingsCheck).
        var host = tool.PublicUrl.HostNameType == UriHostNameType.Dns ? tool.PublicUrl.IdnHost : "localhost";
        return new MailboxAddress("Learning Buddy", "no-reply@" + host);
    }

    private static string Hash(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..32];
}
