using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>A tool of the test's own: its keys, its key set on a real port, and a registration page that registers.</summary>
internal sealed class ScriptedTool : IAsyncDisposable
{
    public const string KeyId = "capture-tool-key-1";
    // One key for all tests: making one takes a tenth of a second.
    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = KeyId };
    private readonly ConcurrentQueue<string> clockBodies = new();
    private readonly ConcurrentQueue<string> unsubscribePosts = new();
    private readonly WebApplication app;

    private ScriptedTool()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapGet("/health/ready", () => "ready");
        app.MapGet("/jwks", () => Results.Content(Jwks().ToJsonString(), "application/json"));
        app.MapGet("/lti/register", RegisterAsync);
        app.MapPost("/demo/clock", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            clockBodies.Enqueue(await reader.ReadToEndAsync());
        });
        app.MapPost("/unsubscribe/{status:int}", async (int status, HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            unsubscribePosts.Enqueue($"{request.ContentType} {await reader.ReadToEndAsync()}");
            return Results.StatusCode(status);
        });
    }

    public string Url { get; private set; } = "";

    public IReadOnlyCollection<string> ClockBodies => clockBodies;

    /// <summary>Content type and body of each post to <c>/unsubscribe/{the status it is answered with}</c>.</summary>
    public IReadOnlyCollection<string> UnsubscribePosts => unsubscribePosts;

    public static async Task<ScriptedTool> StartAsync()
    {
        var tool = new ScriptedTool();
        await tool.app.StartAsync(TestContext.Current.CancellationToken);
        tool.Url = tool.app.Urls.First();
        return tool;
    }

    /// <summary>The registration a well-behaved tool sends to either LMS.</summary>
    public JsonObject RegistrationRequest() => new()
    {
        ["application_type"] = "web",
        ["grant_types"] = new JsonArray("client_credentials", "implicit"),
        ["response_types"] = new JsonArray("id_token"),
        ["redirect_uris"] = new JsonArray($"{Url}/lti/launch"),
        ["initiate_login_uri"] = $"{Url}/lti/login",
        ["client_name"] = "Scripted tool",
        ["jwks_uri"] = $"{Url}/jwks",
        ["token_endpoint_auth_method"] = "private_key_jwt",
        ["scope"] = string.Join(' ', Lti.AllScopes),
        ["https://purl.imsglobal.org/spec/lti-tool-configuration"] = new JsonObject
        {
            ["domain"] = new Uri(Url).Authority,
            ["target_link_uri"] = $"{Url}/lti/launch",
            ["claims"] = new JsonArray("iss", "sub", "name", "given_name", "family_name", "email"),
            ["custom_parameters"] = new JsonObject { ["ctx_history"] = "$Context.id.history", ["due"] = "$ResourceLink.submission.endDateTime" },
            ["messages"] = new JsonArray(
                new JsonObject { ["type"] = "LtiResourceLinkRequest" },
                new JsonObject { ["type"] = "LtiDeepLinkingRequest", ["placements"] = new JsonArray("ContentArea", "assignment_selection") }),
        },
    };

    /// <summary>Signs as the tool; changes to a good payload make it bad in one way.</summary>
    public static string Sign(JsonObject payload, string keyId = KeyId, RSA? otherKey = null)
    {
        var signingKey = new RsaSecurityKey(otherKey ?? Key.Rsa) { KeyId = keyId };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
            .CreateToken(payload.ToJsonString(), new SigningCredentials(signingKey, SecurityAlgorithms.RsaSha256));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> RegisterAsync(string openid_configuration, string registration_token)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", registration_token);
        var configuration = JsonNode.Parse(await client.GetStringAsync(new Uri(openid_configuration)))!;
        using var body = new StringContent(RegistrationRequest().ToJsonString(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var answer = await client.PostAsync(new Uri(configuration["registration_endpoint"]!.GetValue<string>()), body);
        return Results.StatusCode(answer.IsSuccessStatusCode ? 200 : 502);
    }

    private static JsonObject Jwks()
    {
        var parameters = Key.Rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["alg"] = "RS256",
                ["use"] = "sig",
                ["kid"] = KeyId,
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            }),
        };
    }
}

/// <summary>Names the tests need; written out here, so that a wrong name in the LMS isn't made right by itself.</summary>
internal static class Lti
{
    public const string Claim = "https://purl.imsglobal.org/spec/lti/claim/";
    public const string AgsScope = "https://purl.imsglobal.org/spec/lti-ags/scope/";
    public const string NrpsScope = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    public static readonly string[] AllScopes =
        [AgsScope + "lineitem", AgsScope + "lineitem.readonly", AgsScope + "result.readonly", AgsScope + "score", NrpsScope];
}
