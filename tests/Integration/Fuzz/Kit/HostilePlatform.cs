using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using LearningBuddy.LtiTool.Lti;

namespace LearningBuddy.Tests.Integration.Fuzz.Kit;

/// <summary>
/// A platform on a real socket that answers with exactly the bytes it is told to: what a library wouldn't send can be sent. It signs
/// whatever it is given.
/// </summary>
internal sealed class HostilePlatform : IAsyncDisposable
{
    public const string ClientId = "fuzz-client";
    public const string Deployment = "1";
    private const string KeyId = "fuzz-1";

    private readonly RSA key = RSA.Create(2048);
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    public HostilePlatform()
    {
        listener.Start(512);
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        Answers["/configuration"] = HostileAnswer.Good(Configuration("/register"));
        Answers["/register"] = HostileAnswer.Good($$"""{"client_id":"{{ClientId}}","deployment_id":"{{Deployment}}"}""");
        Answers["/jwks"] = HostileAnswer.Good(KeySet());
        Answers["/token"] = HostileAnswer.Good("""{"access_token":"t","token_type":"bearer","expires_in":3600}""");
        accepting = AcceptAsync();
    }

    /// <summary>Its address, and its issuer.</summary>
    public Uri Address { get; }

    public string Issuer => Address.OriginalString;

    /// <summary>What is answered, by path; anything else isn't found.</summary>
    public ConcurrentDictionary<string, HostileAnswer> Answers { get; } = new();

    /// <summary>Payloads of the launches that a browser is sent here for, by login hint. <c>{nonce}</c> stands for the nonce.</summary>
    public ConcurrentDictionary<string, string> Payloads { get; } = new();

    /// <summary>Scopes that no token is given for.</summary>
    public ConcurrentBag<string> UnknownScopes { get; } = [];

    /// <summary>Paths that were asked for, in their order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The configuration of this platform, registering at a path.</summary>
    public string Configuration(string registerAt) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = Issuer + "/auth",
        ["token_endpoint"] = Issuer + "/token",
        ["jwks_uri"] = Issuer + "/jwks",
        ["registration_endpoint"] = Issuer + registerAt,
        ["scopes_supported"] = LtiScopes.All.Prepend("openid"),
        ["authorization_server"] = Issuer,
        ["https://purl.imsglobal.org/spec/lti-platform-configuration"] = new Dictionary<string, object>
        {
            ["product_family_code"] = "hostile",
            ["version"] = "5.0",
            ["messages_supported"] = new[] { new { type = "LtiResourceLinkRequest" }, new { type = "LtiDeepLinkingRequest" } },
            ["https://vendor.example/lti/account_name"] = "School",
        },
    });

    /// <summary>A token with this payload, whatever it is.</summary>
    public string Sign(string payload)
    {
        var input = Encode("""{"typ":"JWT","alg":"RS256","kid":"fuzz-1"}"""u8) + "." + Encode(Encoding.UTF8.GetBytes(payload));
        return input + "." + Encode(key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
        key.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        connection.NoDelay = true;
        try
        {
            using var stream = connection.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
            while (await ReadAsync(reader) is var (target, body) && target is not null)
            {
                var answer = AnswerTo(target, body);
                await stream.WriteAsync(answer.ToBytes(), stop.Token);
                if (answer.EndsConnection)
                {
                    return;
                }
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The tool has hung up, or the test is over.
        }
    }

    private async Task<(string? Target, string Body)> ReadAsync(StreamReader reader)
    {
        if (await reader.ReadLineAsync(stop.Token) is not { } first)
        {
            return (null, "");
        }

        var length = 0;
        while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 } line)
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(line.AsSpan(15));
            }
        }

        var body = new char[length];
        if (length > 0)
        {
            await reader.ReadBlockAsync(body, stop.Token);
        }

        return (first.Split(' ')[1], new string(body));
    }

    private HostileAnswer AnswerTo(string target, string body)
    {
        var parts = target.Split('?', 2);
        Asked.Enqueue(parts[0]);
        return parts[0] switch
        {
            "/auth" => Authorize(HttpUtility.ParseQueryString(parts[1])),
            "/token" when UnknownScopes.Contains(HttpUtility.ParseQueryString(body)["scope"] ?? "") =>
                new HostileAnswer("400 Bad Request", [], Encoding.ASCII.GetBytes("""{"error":"invalid_scope"}""")) { IsPlain = true },
            _ => Answers.GetValueOrDefault(parts[0], HostileAnswer.NotFound),
        };
    }

    private HostileAnswer Authorize(System.Collections.Specialized.NameValueCollection asked)
    {
        var token = Sign(Payloads[asked["login_hint"]!].Replace("{nonce}", asked["nonce"], StringComparison.Ordinal));
        var form = $"<form method=\"post\" action=\"{asked["redirect_uri"]}\"><input name=\"id_token\" value=\"{token}\">"
            + $"<input name=\"state\" value=\"{HttpUtility.HtmlAttributeEncode(asked["state"])}\"></form>";
        return HostileAnswer.Good($"<html><body>{form}</body></html>", "text/html");
    }

    private string KeySet()
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return JsonSerializer.Serialize(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = KeyId, n = Encode(parameters.Modulus), e = Encode(parameters.Exponent) } },
        });
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
