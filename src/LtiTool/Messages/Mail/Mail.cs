namespace LearningBuddy.LtiTool.Messages;

/// <summary>One mail as the tool thinks of it; <see cref="MailComposer"/> gives it its headers.</summary>
internal sealed record Mail
{
    /// <summary>The message it tells. The <c>Message-ID</c> is made of it, so that every try carries the same.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who gets it.</summary>
    public required MailRecipient To { get; init; }

    /// <summary>One line; breaks in it become spaces.</summary>
    public required string Subject { get; init; }

    /// <summary>Mails with the same key stand together in the reader's mailbox. Any words; only their hash leaves.</summary>
    public required string Thread { get; init; }

    /// <summary>The language of the words, such as <c>ar</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Its two parts.</summary>
    public required MailBody Body { get; init; }

    /// <summary>Where a mail program posts to when its reader presses "unsubscribe" (RFC 8058), or null.</summary>
    public Uri? Stop { get; init; }

    /// <summary>A date for the reader's calendar, or null.</summary>
    public MailCalendar? Calendar { get; init; }

    /// <summary>Names nobody: it may stand in a log.</summary>
    public override string ToString() => $"Mail {Id:N}";
}

/// <summary>Who gets a mail.</summary>
/// <param name="Address">Such as <c>ann@school.example</c>.</param>
/// <param name="Name">What stands before the address, or null.</param>
internal sealed record MailRecipient(string Address, string? Name)
{
    /// <summary>Names nobody: it may stand in a log.</summary>
    public override string ToString() => nameof(MailRecipient);
}

/// <summary>The same words twice.</summary>
/// <param name="Text">For readers of plain text.</param>
/// <param name="Html">A whole document with its styles inside.</param>
internal sealed record MailBody(string Text, string Html);

/// <summary>A part that calendars read (RFC 6047).</summary>
/// <param name="Method"><c>REQUEST</c> or <c>CANCEL</c>, as in the content.</param>
/// <param name="Content">The whole <c>VCALENDAR</c>.</param>
internal sealed record MailCalendar(string Method, string Content);
