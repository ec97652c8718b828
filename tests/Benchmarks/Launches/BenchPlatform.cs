using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningBuddy.Tests.Benchmarks.Launches;

/// <summary>The platform of the benchmark: registers itself with the tool, publishes one key, signs tokens of the size that a real platform sends.</summary>
internal sealed class BenchPlatform : IAsyncDisposable
{
    private const string KeyId = "bench-1";
    private const string Core = "https://purl.imsglobal.org/spec/lti/claim/";

    private readonly RSA key = RSA.Create(2048);
    private readonly WebApplication app;

    private BenchPlatform(WebApplication app) => this.app = app;

    /// <summary>Issuer and address.</summary>
    public string Address => app.Urls.First();

    /// <summary>Begins to answer.</summary>
    public static async Task<BenchPlatform> StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var platform = new BenchPlatform(builder.Build());
        platform.app.MapGet("/configuration", platform.Configuration);
        platform.app.MapPost("/register", () => Results.Json(new { client_id = "bench-client", deployment_id = "1" }));
        platform.app.MapGet("/jwks", () => Results.Text(platform.KeySet(), "application/json"));
        await platform.app.StartAsync();
        return platform;
    }

    /// <summary>A signed message.</summary>
    public string Sign(string subject, string role, string nonce, string target, string message = "LtiResourceLinkRequest")
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["nonce"] = nonce,
            ["iat"] = now,
            ["exp"] = now + 900,
            ["iss"] = Address,
            ["aud"] = "bench-client",
            ["sub"] = subject,
            ["given_name"] = "Person",
            ["family_name"] = "Number " + subject,
            ["name"] = "Person Number " + subject,
            ["email"] = $"person{subject}@school.example",
            [Core + "deployment_id"] = "1",
            [Core + "target_link_uri"] = target,
            [Core + "message_type"] = message,
            [Core + "version"] = "1.3.0",
            [Core + "roles"] = new JsonArray("http://purl.imsglobal.org/vocab/lis/v2/membership#" + role),
            [Core + "context"] = new JsonObject { ["id"] = "9", ["label"] = "LRT1", ["title"] = "Leading Remote Teams", ["type"] = new JsonArray("CourseSection") },
            [Core + "resource_link"] = new JsonObject { ["id"] = "52", ["title"] = "Practise and prove", ["description"] = "Read the case and begin." },
            [Core + "lis"] = new JsonObject { ["person_sourcedid"] = "S" + subject, ["course_section_sourcedid"] = "LRT-2026-1" },
            [Core + "launch_presentation"] = new JsonObject { ["locale"] = "en", ["document_target"] = "iframe", ["return_url"] = Address + "/return?course=9" },
            [Core + "tool_platform"] = new JsonObject { ["product_family_code"] = "moodle", ["version"] = "2024100706", ["guid"] = "bench", ["name"] = "School" },
            [Core + "custom"] = new JsonObject { ["person_timezone"] = "Europe/Berlin", ["context_history"] = "4,2", ["link_due_at"] = "$ResourceLink.submission.endDateTime" },
            ["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"] = new JsonObject
            {
                ["scope"] = new JsonArray("https://purl.imsglobal.org/spec/lti-ags/scope/score", "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem"),
                ["lineitems"] = Address + "/9/lineitems?type_id=1",
                ["lineitem"] = Address + "/9/lineitems/61/lineitem?type_id=1",
            },
            ["https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"] = new JsonObject
            {
                ["context_memberships_url"] = Address + "/9/memberships", ["service_versions"] = new JsonArray("1.0", "2.0"),
            },
        };
        var header = Encode(Encoding.UTF8.GetBytes($$"""{"typ":"JWT","alg":"RS256","kid":"{{KeyId}}"}"""));
        var input = header + "." + Encode(Encoding.UTF8.GetBytes(claims.ToJsonString()));
        return input + "." + Encode(key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private IResult Configuration() => Results.Json(new Dictionary<string, string>
    {
        ["issuer"] = Address,
        ["authorization_endpoint"] = Address + "/auth",
        ["token_endpoint"] = Address + "/token",
        ["jwks_uri"] = Address + "/jwks",
        ["registration_endpoint"] = Address + "/register",
    });

    private string KeySet()
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return JsonSerializer.Serialize(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = KeyId, n = Encode(parameters.Modulus!), e = Encode(parameters.Exponent!) } },
        });
    }

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
