using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LearningBuddy.LtiTool.Lti;
using Xunit;

namespace LearningBuddy.Tests.Unit.Lti;

/// <summary>A platform whose server sends its own certificate alone, without the intermediate that issued it.</summary>
public sealed class CertificateFaultTests
{
    private const string Host = "school.example";

    [Fact]
    public async Task A_chain_that_is_not_complete_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener);
        using var handler = LtiHttp.Handler(async (_, ct) =>
        {
            var client = new TcpClient();
            await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, ct);
            return client.GetStream();
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://{Host}/jwks");

        var failure = await Assert.ThrowsAsync<LtiServiceException>(
            () => new LtiHttp(new OneClient(handler), TimeProvider.System).SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal((ServiceFault.Unreachable, true), (failure.Fault, failure.IsAboutCertificate));
        Assert.Contains("chain of its certificate is not complete", failure.Message, StringComparison.Ordinal);

        // The server fails too; that is not what is looked at.
        await Task.WhenAny(serving);
    }

    [Theory]
    [InlineData(SslPolicyErrors.RemoteCertificateNameMismatch, X509ChainStatusFlags.NoError, "another host name")]
    [InlineData(SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.NotTimeValid, "expired")]
    [InlineData(SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.UntrustedRoot, "does not trust")]
    public void Other_faults_of_a_certificate_are_named(SslPolicyErrors errors, X509ChainStatusFlags flag, string words) =>
        Assert.Contains(words, CertificateFault.Describe(errors, [new X509ChainStatus { Status = flag }]), StringComparison.Ordinal);

    private static async Task ServeAsync(TcpListener listener)
    {
        using var leaf = Leaf();
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var secure = new SslStream(client.GetStream());
        await secure.AuthenticateAsServerAsync(leaf);
        await secure.ReadExactlyAsync(new byte[1]);
    }

    private static X509Certificate2 Leaf()
    {
        var now = DateTimeOffset.UtcNow;
        using var authorityKey = RSA.Create(2048);
        var authority = new CertificateRequest("CN=Intermediate", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var issuer = authority.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Host);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(issuer, now.AddDays(-1), now.AddDays(10), [1, 2, 3, 4]);
        using var whole = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class OneClient(HttpMessageHandler handler) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(handler, disposeHandler: false);
    }
}
