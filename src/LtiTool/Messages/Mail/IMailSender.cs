namespace LearningBuddy.LtiTool.Messages;

/// <summary>Hands mails over: to a mail server, or to a folder.</summary>
internal interface IMailSender
{
    /// <summary>
    /// Sends mails and says what became of each, in their order. Safe to repeat: a mail carries the same <c>Message-ID</c> at every try.
    /// It ends within two minutes, throws nothing when it is cancelled, and answers <see cref="MailResult.Retry"/> for what was not
    /// tried by then.
    /// </summary>
    Task<IReadOnlyList<MailResult>> SendAsync(IReadOnlyList<Mail> mails, CancellationToken ct);
}

/// <summary>What became of a mail. The words name no address.</summary>
internal abstract record MailResult
{
    private MailResult()
    {
    }

    /// <summary>The other side has it.</summary>
    public sealed record Sent : MailResult;

    /// <summary>Nobody can be reached at this address: it is not written to again.</summary>
    /// <param name="Code">The server's reply code (RFC 5321, 4.2), 500 to 599.</param>
    /// <param name="Words">What it said.</param>
    public sealed record RefusedForGood(int Code, string Words) : MailResult;

    /// <summary>Trying again may help, or a person has to look at the settings.</summary>
    /// <param name="Words">What the server said, or why nothing came.</param>
    public sealed record Retry(string Words) : MailResult;

    /// <summary>What stands as the address is none.</summary>
    public static MailResult NoAddress { get; } = new RefusedForGood(553, "This is no mail address.");

    /// <summary>It was not this one's turn yet.</summary>
    public static Retry NotTried { get; } = new("Not tried yet.");
}
