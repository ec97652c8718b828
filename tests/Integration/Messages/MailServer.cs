using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Mail;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace LearningBuddy.Tests.Integration.Messages;

/// <summary>A mail server on this machine that behaves as a test asks.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly X509Certificate2? certificate;
    private Task running = Task.CompletedTask;

    private MailServer(X509Certificate2? certificate) => this.certificate = certificate;

    /// <summary>Where it listens.</summary>
    public int Port { get; private set; }

    /// <summary>SHA-1 of its certificate, in hexadecimal digits.</summary>
    public string Thumbprint => certificate?.Thumbprint ?? "";

    /// <summary>What it took, in order.</summary>
    public ConcurrentQueue<MimeMessage> Received { get; } = new();

    /// <summary>What it answers to recipients, one after the other; it takes everybody else.</summary>
    public ConcurrentQueue<SmtpResponse> ToRecipients { get; } = new();

    /// <summary>What it answers once it has the whole mail; it takes all the others.</summary>
    public ConcurrentQueue<SmtpResponse> ToMails { get; } = new();

    /// <summary>How many mails it hangs up on instead of answering.</summary>
    public int Cuts { get; set; }

    /// <summary>How many connections were opened.</summary>
    public int Sessions => sessions;

    private int sessions;

    /// <summary>A server that asks for nothing, or for what the arguments name.</summary>
    /// <param name="withCertificate">Whether it offers STARTTLS, with a certificate of its own making.</param>
    /// <param name="isSecure">Whether it speaks TLS from the first byte.</param>
    /// <param name="password">What the user <c>buddy</c> has to sign in with, or null.</param>
    public static async Task<MailServer> StartAsync(bool withCertificate = false, bool isSecure = false, string? password = null)
    {
        var server = new MailServer(withCertificate ? NewCertificate() : null);
        var listening = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var listeners = new EndpointListenerFactory();
        listeners.EndpointStarted += (_, started) => listening.TrySetResult(((IPEndPoint)started.LocalEndPoint).Port);

        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(listeners);
        services.Add(new Recipients(server));
        services.Add(new Store(server));
        if (password is not null)
        {
            services.Add(new DelegatingUserAuthenticator((user, given) => user == "buddy" && given == password));
        }

        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint =>
        {
            endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, 0)).IsSecure(isSecure);
            if (server.certificate is { } own)
            {
                endpoint.Certificate(own);
            }

            if (password is not null)
            {
                endpoint.AllowUnsecureAuthentication().AuthenticationRequired();
            }
        }).Build();
        var smtp = new SmtpServer.SmtpServer(options, services);
        smtp.SessionCreated += (_, _) => Interlocked.Increment(ref server.sessions);
        server.running = smtp.StartAsync(server.stop.Token);
        server.Port = await listening.Task;
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // As asked.
        }

        while (Received.TryDequeue(out var message))
        {
            message.Dispose();
        }

        certificate?.Dispose();
        stop.Dispose();
    }

    private static X509Certificate2 NewCertificate()
    {
        var now = DateTimeOffset.UtcNow;
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var own = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(10));
        return X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class Recipients(MailServer server) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(
            ISessionContext context, IMailbox to, IMailbox @from, CancellationToken cancellationToken) =>
            server.ToRecipients.TryDequeue(out var answer) ? throw new SmtpResponseException(answer) : Task.FromResult(true);
    }

    private sealed class Store(MailServer server) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (server.Cuts > 0)
            {
                server.Cuts--;
                context.Pipe.Dispose();
                return SmtpResponse.Ok;
            }

            if (server.ToMails.TryDequeue(out var answer))
            {
                return answer;
            }

            using var bytes = new MemoryStream(buffer.ToArray());
            server.Received.Enqueue(await MimeMessage.LoadAsync(bytes, cancellationToken));
            return SmtpResponse.Ok;
        }
    }
}
