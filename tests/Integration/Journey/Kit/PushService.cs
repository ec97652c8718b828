using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>A small push service (RFC 8030), and the browser behind it that reads what was sent (RFC 8291).</summary>
internal sealed class PushService : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ECDiffieHellman pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] secret = RandomNumberGenerator.GetBytes(16);

    private PushService(WebApplication app)
    {
        this.app = app;
    }

    /// <summary>What arrived, the oldest first.</summary>
    public ConcurrentQueue<PushRequest> Arrived { get; } = new();

    /// <summary>What it answers.</summary>
    public HttpStatusCode Answer { get; set; } = HttpStatusCode.Created;

    /// <summary>What it answers before that, one after the other.</summary>
    public ConcurrentQueue<HttpStatusCode> Next { get; } = new();

    /// <summary>It takes so many and leaves whoever sends it another one without an answer.</summary>
    public int Answers { get; set; } = int.MaxValue;

    /// <summary>What it took, the oldest first.</summary>
    public IReadOnlyList<PushRequest> Taken => [.. Arrived.Where(request => request.Answer == HttpStatusCode.Created)];

    /// <summary>Where messages for the browser go.</summary>
    public string Endpoint => EndpointOf("one");

    /// <summary>The browser's public key, base64url.</summary>
    public string Key => Base64Url.EncodeToString(Point(pair));

    /// <summary>The browser's secret, base64url.</summary>
    public string Secret => Base64Url.EncodeToString(secret);

    /// <summary>Where messages for one of several browsers go; all of them have the same keys.</summary>
    public string EndpointOf(string browser) => $"{app.Urls.First()}/push/{browser}";

    public static async Task<PushService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var service = new PushService(builder.Build());
        service.app.MapPost("/push/{browser}", service.TakeAsync);
        await service.app.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        pair.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>What the browser reads in a message.</summary>
    public string Read(PushRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Decrypt(request.Body, pair, Point(pair), secret);
    }

    /// <summary>Decrypts one record of <c>aes128gcm</c> with the keys of a subscription (RFC 8188, RFC 8291).</summary>
    public static string Decrypt(byte[] body, ECDiffieHellman receiver, byte[] receiverPoint, byte[] secret)
    {
        var (salt, size, idLength) = (body[..16], BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(16)), body[20]);
        var senderPoint = body[21..(21 + idLength)];
        var record = body[(21 + idLength)..];
        if (record.Length > size)
        {
            throw new InvalidDataException("More than one record.");
        }

        using var sender = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = senderPoint[1..33], Y = senderPoint[33..65] },
        });
        var shared = receiver.DeriveRawSecretAgreement(sender.PublicKey);
        var info = (byte[])[.. Encoding.ASCII.GetBytes("WebPush: info\0"), .. receiverPoint, .. senderPoint];
        var ikm = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, secret, info);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, ikm, 16, salt, Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0"));
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, ikm, 12, salt, Encoding.ASCII.GetBytes("Content-Encoding: nonce\0"));
        var plain = new byte[record.Length - 16];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(nonce, record[..^16], record[^16..], plain);
        var end = Array.FindLastIndex(plain, each => each != 0);
        return plain[end] == 2 ? Encoding.UTF8.GetString(plain, 0, end) : throw new InvalidDataException("Not the last record.");
    }

    private async Task<IResult> TakeAsync(HttpRequest request, string browser)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var answer = Next.TryDequeue(out var next) ? next : Answer;
        Arrived.Enqueue(new(browser, body.ToArray(), headers, answer));
        if (Arrived.Count > Answers)
        {
            await new TaskCompletionSource().Task.WaitAsync(request.HttpContext.RequestAborted);
        }

        return Results.StatusCode((int)answer);
    }

    private static byte[] Point(ECDiffieHellman key) => key.ExportParameters(includePrivateParameters: false).Q is { X: { } x, Y: { } y } ? [4, .. x, .. y] : [];
}

/// <summary>What arrived.</summary>
/// <param name="Browser">For which browser.</param>
/// <param name="Body">Encrypted.</param>
/// <param name="Headers">By name, whatever its case.</param>
/// <param name="Answer">What was answered.</param>
internal sealed record PushRequest(string Browser, byte[] Body, IReadOnlyDictionary<string, string> Headers, HttpStatusCode Answer);
