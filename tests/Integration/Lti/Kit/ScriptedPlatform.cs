using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace LearningBuddy.Tests.Integration.Lti;

/// <summary>A platform of a few lines with a real key set on a real port. It signs whatever a test wants, right or wrong.</summary>
internal sealed class ScriptedPlatform : IDisposable
{
    // Making RSA keys takes long; the same two serve all tests.
    private static readonly RSA Key = RSA.Create(2048);
    private static readonly RSA OtherKey = RSA.Create(2048);

    private readonly WireMockServer server = WireMockServer.Start();

    public ScriptedPlatform() => AnswerKeySet(Response.Create().WithHeader("Content-Type", "application/json").WithBody(KeySet));

    public const string KeyId = "platform-key-1";

    public Uri Address => new(server.Url!);

    private static string KeySet { get; } = new JsonObject { ["keys"] = new JsonArray(PublicKey(Key, KeyId)) }.ToJsonString();

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

    /// <summary>From now on the key set is not there.</summary>
    public void StopAnswering() => AnswerKeySet(Response.Create().WithStatusCode(HttpStatusCode.ServiceUnavailable));

    public void Dispose() => server.Dispose();

    private void AnswerKeySet(IResponseBuilder answer)
    {
        server.ResetMappings();
        server.Given(Request.Create().WithPath("/jwks").UsingGet()).RespondWith(answer);
    }

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
