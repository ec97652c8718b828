using System.Net.Security;
using LearningBuddy.LtiTool.Settings;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Messages;

/// <summary>Sends mails to the server of the settings, as many as there are over one connection.</summary>
internal sealed class SmtpMailSender(IOptions<LearningBuddyOptions> options, MailComposer composer, TimeProvider time) : IMailSender
{
    /// <summary>How long a connection or a mail may take.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(25);

    /// <summary>No mail is begun later than this: whoever claimed them holds them for two minutes.</summary>
    private static readonly TimeSpan LastStart = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(5);

    private readonly SmtpOptions server = options.Value.Mail.Smtp;

    /// <summary>Decides on the server's certificate; null for the machine's own list of authorities.</summary>
    internal RemoteCertificateValidationCallback? Trust { get; init; }

    public async Task<IReadOnlyList<MailResult>> SendAsync(IReadOnlyList<Mail> mails, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        var results = new List<MailResult>(mails.Count);
        MailResult? stopped = null;
        var cuts = 0;
        using var client = NewClient();
        foreach (var mail in mails)
        {
            if (ct.IsCancellationRequested || time.GetElapsedTime(started) >= LastStart)
            {
                stopped ??= MailResult.NotTried;
            }

            // What keeps one mail from being tried keeps all the following.
            stopped ??= await OpenAsync(client, ct);
            if (stopped is not null)
            {
                results.Add(stopped);
                continue;
            }

            var result = await SendAsync(client, mail, ct);
            results.Add(result);
            if (!client.IsConnected && ++cuts > 1)
            {
                stopped = result;
            }
        }

        await LeaveAsync(client);
        return results;
    }

    private SmtpClient NewClient() => new()
    {
        ServerCertificateValidationCallback = Trust,

        // Mails must not wait for lists of a certificate's issuer, which many networks don't let a server fetch.
        CheckCertificateRevocation = false,
    };

    /// <summary>Connects and signs in where there is no connection; says what went wrong, or null.</summary>
    private async Task<MailResult?> OpenAsync(SmtpClient client, CancellationToken ct)
    {
        if (client.IsConnected)
        {
            return null;
        }

        var failure = await FailureOfAsync(
            async limit =>
            {
                await client.ConnectAsync(server.Host!, server.UsedPort, SocketOptions, limit);
                if (!string.IsNullOrEmpty(server.User))
                {
                    await client.AuthenticateAsync(server.User, server.Password ?? "", limit);
                }
            },
            ct);
        if (failure is not null)
        {
            await LeaveAsync(client);
        }

        return failure;
    }

    private async Task<MailResult> SendAsync(SmtpClient client, Mail mail, CancellationToken ct)
    {
        using var message = composer.Compose(mail);
        return message is null
            ? MailResult.NoAddress
            : await FailureOfAsync(limit => client.SendAsync(message, limit), ct) ?? new MailResult.Sent();
    }

    private async Task<MailResult?> FailureOfAsync(Func<CancellationToken, Task> step, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(LongestStep, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            await step(either.Token);
            return null;
        }
        catch (Exception failure) when (SmtpFailure.Find(failure) is { } result)
        {
            return result;
        }
    }

    /// <summary>A server that is gone by now, or slow to say goodbye, changes nothing.</summary>
    private async Task LeaveAsync(SmtpClient client)
    {
        using var patience = new CancellationTokenSource(LongestGoodbye, time);
        await client.DisconnectAsync(quit: true, patience.Token);
    }

    private SecureSocketOptions SocketOptions => server.Security switch
    {
        SmtpSecurity.None => SecureSocketOptions.None,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
    };
}
