using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace LearningBuddy.LtiTool.Messages;

/// <summary>Tells failures of a mail server apart, in words that name no address.</summary>
internal static class SmtpFailure
{
    private const int LongestWords = 200;

    /// <summary>What a failure means for the mail; null for one that is a fault of this program.</summary>
    public static MailResult? Find(Exception failure) => failure switch
    {
        SmtpCommandException refused when IsAboutRecipient(refused) =>
            new MailResult.RefusedForGood((int)refused.StatusCode, Words(refused.Message)),
        SmtpCommandException answer => new MailResult.Retry($"{(int)answer.StatusCode} {Words(answer.Message)}"),
        SslHandshakeException => new MailResult.Retry("TLS with the mail server failed, or its certificate is not trusted."),
        AuthenticationException => new MailResult.Retry("The mail server refused user and password."),
        ServiceNotAuthenticatedException => new MailResult.Retry("The mail server asks for user and password."),
        NotSupportedException missing => new MailResult.Retry(Words(missing.Message)),
        OperationCanceledException or TimeoutException => new MailResult.Retry("The mail server did not answer in time."),
        SocketException => new MailResult.Retry("The mail server could not be reached."),
        IOException or ProtocolException or ServiceNotConnectedException =>
            new MailResult.Retry("The connection to the mail server was cut."),
        _ => null,
    };

    /// <summary>
    /// Whether a reply says for good that nobody can be reached at the address. Where the server gives a reason of policy (RFC 3463,
    /// X.7: no relaying, a blocked sender), the fault is ours, and the address stays.
    /// </summary>
    private static bool IsAboutRecipient(SmtpCommandException reply) => (int)reply.StatusCode is >= 500 and < 600 && reply.ErrorCode switch
    {
        SmtpErrorCode.RecipientNotAccepted => !reply.Message.StartsWith("5.7.", StringComparison.Ordinal),
        SmtpErrorCode.MessageNotAccepted => reply.Message.StartsWith("5.1.", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>A server's words without any address, cut where they get long.</summary>
    private static string Words(string said)
    {
        var words = OneLine.Of(said).Split(' ').Select(word => word.Contains('@', StringComparison.Ordinal) ? "…" : word);
        var line = string.Join(' ', words);
        return line.Length > LongestWords ? line[..LongestWords] + "…" : line;
    }
}
