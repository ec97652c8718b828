using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LearningBuddy.Tests.Integration.Lti;

/// <summary>A platform of a few lines with a real key set on a real port. It signs whatever a test wants, right or wrong.</summary>
internal sealed class ScriptedPlatform : IAsyncDisposable
{
    // Making RSA keys takes long; the same two serve all tests.
    private static readonly RSA Key = RSA.Create(2048);
    private static readonly RSA OtherKey = RSA.Create(2048);

    private readonly WebApplication app;

    private ScriptedPlatform(WebApplication app) => this.app = app;

    public const string KeyId = "platform-key-1";

    public Uri Address { get; private set; } = null!;

    public int KeySetRequests { get; private set; }

    public bool KeySetFails { get; set; }

    public string KeySet { get; set; } = new JsonObject { ["keys"] = new JsonArray(PublicKey(Key, KeyId)) }.ToJsonString();

    public string? CacheControl { get; set; }

    public static async Task<ScriptedPlatform> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var platform = new ScriptedPlatform(builder.Build());
        platform.app.MapGet("/jwks", platform.AnswerKeySet);
        await platform.app.StartAsync();
        platform.Address = new Uri(platform.app.Urls.First());
        return platform;
    }

    public static JsonObject PublicKey(RSA key, string kid)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = kid,
            ["n"] = Encode(parameters.Modulus!),
            ["e"] = Encode(parameters.Exponent!),
        };
    }

    /// <summary>A token with a header and payload as given, signed by the named trick.</summary>
    public static string Sign(string header, string payload, string how)
    {
        var input = Encode(Encoding.UTF8.GetBytes(header)) + "." + Encode(Encoding.UTF8.GetBytes(payload));
        var bytes = Encoding.ASCII.GetBytes(input);
        var signature = how switch
        {
            "right" => Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "sha384" => Key.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "other key" => OtherKey.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "public key as secret" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(Key.ExportSubjectPublicKeyInfoPem()), bytes),
            "nothing" => [],
            "right, then changed" => Key.SignData([.. bytes, 0], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, "Not a way to sign."),
        };
        return input + "." + Encode(signature);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private IResult AnswerKeySet(HttpContext context)
    {
        KeySetRequests++;
        if (CacheControl is not null)
        {
            context.Response.Headers.CacheControl = CacheControl;
        }

        return KeySetFails ? Results.StatusCode(503) : Results.Text(KeySet, "application/json");
    }

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
