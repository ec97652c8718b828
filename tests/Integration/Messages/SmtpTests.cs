using System.Net;
using System.Net.Sockets;
using LearningBuddy.LtiTool.Messages;
using LearningBuddy.LtiTool.Settings;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SmtpServer.Protocol;
using Xunit;

namespace LearningBuddy.Tests.Integration.Messages;

/// <summary>What becomes of mails at a real mail server, and what is said about it.</summary>
public sealed class SmtpTests
{
    private static readonly SmtpResponse NoSuchPerson = new(SmtpReplyCode.MailboxUnavailable, "5.1.1 <ann@school.example> is unknown here");
    private static readonly SmtpResponse ComeBackLater = new(SmtpReplyCode.Aborted, "4.7.1 Greylisted, ann@school.example, come back later");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mails_arrive_over_one_connection()
    {
        await using var server = await MailServer.StartAsync();
        var mails = Enumerable.Range(1, 5).Select(number => New($"Mail {number}")).ToList();

        var results = await Sender(server).SendAsync(mails, Stop);

        Assert.Equal(Enumerable.Repeat<MailResult>(new MailResult.Sent(), 5), results);
        Assert.Equal(["Mail 1", "Mail 2", "Mail 3", "Mail 4", "Mail 5"], server.Received.Select(mail => mail.Subject));
        Assert.Equal(1, server.Sessions);
        var first = server.Received.First();
        Assert.Equal($"{mails[0].Id:N}@school.example", first.MessageId);
        Assert.Equal(("Grüße.", "<p>Grüße.</p>"), (first.TextBody!.Trim(), first.HtmlBody!.Trim()));
    }

    [Fact]
    public async Task An_address_that_nobody_has_is_refused_for_good_and_holds_up_nobody()
    {
        await using var server = await MailServer.StartAsync();
        server.ToRecipients.Enqueue(NoSuchPerson);

        var results = await Sender(server).SendAsync([New("First"), New("Second")], Stop);

        var refused = Assert.IsType<MailResult.RefusedForGood>(results[0]);
        Assert.Equal(550, refused.Code);
        Assert.StartsWith("5.1.1 … is unknown here", refused.Words, StringComparison.Ordinal);
        Assert.IsType<MailResult.Sent>(results[1]);
        Assert.Equal("Second", Assert.Single(server.Received).Subject);
        Assert.Equal(1, server.Sessions);
    }

    [Theory]
    [InlineData("5.7.1 Relay access denied")]
    [InlineData("5.7.26 This mail is unauthenticated")]
    public async Task A_refusal_of_policy_says_nothing_about_the_address(string words)
    {
        await using var server = await MailServer.StartAsync();
        server.ToRecipients.Enqueue(new(SmtpReplyCode.TransactionFailed, words));

        var retry = Assert.IsType<MailResult.Retry>(Assert.Single(await Sender(server).SendAsync([New()], Stop)));

        Assert.StartsWith("554 " + words, retry.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_the_words_says_nothing_about_the_address()
    {
        await using var server = await MailServer.StartAsync();
        server.ToMails.Enqueue(new(SmtpReplyCode.TransactionFailed, "looks like spam"));

        Assert.IsType<MailResult.Retry>(Assert.Single(await Sender(server).SendAsync([New()], Stop)));
    }

    [Fact]
    public async Task A_greylisted_mail_arrives_at_the_second_try()
    {
        await using var server = await MailServer.StartAsync();
        server.ToRecipients.Enqueue(ComeBackLater);
        var mail = New();

        var first = Assert.Single(await Sender(server).SendAsync([mail], Stop));
        var second = Assert.Single(await Sender(server).SendAsync([mail], Stop));

        Assert.StartsWith("451 4.7.1 Greylisted, … come back later", Assert.IsType<MailResult.Retry>(first).Words, StringComparison.Ordinal);
        Assert.IsType<MailResult.Sent>(second);
        Assert.Equal($"{mail.Id:N}@school.example", Assert.Single(server.Received).MessageId);
    }

    [Fact]
    public async Task A_connection_that_is_cut_loses_one_mail_only_and_that_is_tried_again()
    {
        await using var server = await MailServer.StartAsync();
        server.Cuts = 1;

        var results = await Sender(server).SendAsync([New("First"), New("Second")], Stop);

        Assert.Equal("The connection to the mail server was cut.", Assert.IsType<MailResult.Retry>(results[0]).Words);
        Assert.IsType<MailResult.Sent>(results[1]);
        Assert.Equal("Second", Assert.Single(server.Received).Subject);
    }

    [Fact]
    public async Task A_server_that_hangs_up_again_and_again_is_left_alone()
    {
        await using var server = await MailServer.StartAsync();
        server.Cuts = int.MaxValue;

        var results = await Sender(server).SendAsync([New(), New(), New(), New()], Stop);

        Assert.All(results, result => Assert.IsType<MailResult.Retry>(result));
        Assert.Equal((4, 2), (results.Count, server.Sessions));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again()
    {
        int port;
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        var results = await Sender(Settings(port)).SendAsync([New(), New()], Stop);

        Assert.Equal(Enumerable.Repeat<MailResult>(new MailResult.Retry("The mail server could not be reached."), 2), results);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_not_waited_for()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var time = new FakeTimeProvider();
        var sending = Sender(Settings(((IPEndPoint)silent.LocalEndpoint).Port), time).SendAsync([New(), New()], Stop);
        using var connection = await silent.AcceptTcpClientAsync(Stop);

        time.Advance(TimeSpan.FromMinutes(1));

        Assert.All(await sending, result => Assert.Equal("The mail server did not answer in time.", Assert.IsType<MailResult.Retry>(result).Words));
    }

    [Fact]
    public async Task Nothing_is_begun_after_a_stop()
    {
        await using var server = await MailServer.StartAsync();

        var results = await Sender(server).SendAsync([New()], new CancellationToken(canceled: true));

        Assert.Equal(MailResult.NotTried, Assert.Single(results));
        Assert.Equal(0, server.Sessions);
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    public async Task A_certificate_that_nobody_vouches_for_is_refused(SmtpSecurity security)
    {
        await using var server = await MailServer.StartAsync(withCertificate: true, isSecure: security == SmtpSecurity.Tls);

        var retry = Assert.IsType<MailResult.Retry>(Assert.Single(await Sender(Settings(server.Port, security)).SendAsync([New()], Stop)));

        Assert.StartsWith("TLS with the mail server failed", retry.Words, StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    public async Task A_certificate_that_is_trusted_is_taken(SmtpSecurity security)
    {
        await using var server = await MailServer.StartAsync(withCertificate: true, isSecure: security == SmtpSecurity.Tls);

        var result = Assert.Single(await Sender(Settings(server.Port, security), trusted: server.Thumbprint).SendAsync([New()], Stop));

        Assert.IsType<MailResult.Sent>(result);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_server_that_offers_no_encryption()
    {
        await using var server = await MailServer.StartAsync();

        var retry = Assert.IsType<MailResult.Retry>(
            Assert.Single(await Sender(Settings(server.Port, SmtpSecurity.StartTls)).SendAsync([New()], Stop)));

        Assert.Contains("STARTTLS", retry.Words, StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task It_signs_in()
    {
        await using var server = await MailServer.StartAsync(password: "open sesame");

        var result = Assert.Single(await Sender(Settings(server.Port, password: "open sesame")).SendAsync([New()], Stop));

        Assert.IsType<MailResult.Sent>(result);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_wrong_password_is_tried_once_and_told()
    {
        await using var server = await MailServer.StartAsync(password: "open sesame");

        var results = await Sender(Settings(server.Port, password: "wrong")).SendAsync([New(), New()], Stop);

        Assert.Equal(Enumerable.Repeat<MailResult>(new MailResult.Retry("The mail server refused user and password."), 2), results);
        Assert.Equal(1, server.Sessions);
    }

    [Fact]
    public async Task A_server_that_wants_a_password_says_so()
    {
        await using var server = await MailServer.StartAsync(password: "open sesame");

        var retry = Assert.IsType<MailResult.Retry>(Assert.Single(await Sender(server).SendAsync([New()], Stop)));

        Assert.Equal("The mail server asks for user and password.", retry.Words);
    }

    private static Mail New(string subject = "Farid answered") => new()
    {
        Id = Guid.NewGuid(),
        To = new("ann@school.example", "Ann"),
        Subject = subject,
        Thread = "question 17",
        Language = "de",
        Body = new("Grüße.\n", "<p>Grüße.</p>"),
    };

    private static SmtpMailSender Sender(MailServer server) => Sender(Settings(server.Port));

    private static SmtpMailSender Sender(LearningBuddyOptions settings, TimeProvider? time = null, string? trusted = null)
    {
        var options = Options.Create(settings);
        var clock = time ?? TimeProvider.System;
        return new(options, new MailComposer(options, clock), clock)
        {
            Trust = trusted is null ? null : (_, certificate, _, _) => certificate?.GetCertHashString() == trusted,
        };
    }

    private static LearningBuddyOptions Settings(int port, SmtpSecurity security = SmtpSecurity.None, string? password = null) => new()
    {
        Mail = new()
        {
            From = "Learning Buddy <buddy@school.example>",
            Smtp = new()
            {
                // The name on the test server's certificate.
                Host = "localhost",
                Port = port,
                Security = security,
                User = password is null ? null : "buddy",
                Password = password,
            },
        },
    };
}
