using System.Text.Json.Nodes;
using System.Web;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Lti;
using Microsoft.Extensions.DependencyInjection;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>A platform whose launches say whatever a test wants, for what the demo LMS never sends.</summary>
internal sealed class ScriptedSchool : IDisposable
{
    public const string Membership = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
    private const string Claim = "https://purl.imsglobal.org/spec/lti/claim/";
    private readonly ScriptedPlatform platform = new();
    private readonly Stage stage;

    private ScriptedSchool(Stage stage) => this.stage = stage;

    public Guid Id { get; private set; }

    public static async Task<ScriptedSchool> RegisterAsync(Stage stage, string product = "")
    {
        var school = new ScriptedSchool(stage);
        var stored = await stage.Tool.Services.GetRequiredService<IPlatformDirectory>().SaveAsync(
            new Platform
            {
                Id = Guid.NewGuid(),
                Issuer = "https://school.example",
                ClientId = "client-1",
                AuthorizationEndpoint = new Uri("https://school.example/auth"),
                TokenEndpoint = new Uri("https://school.example/token"),
                JwksUri = new Uri(school.platform.Address, "/jwks"),
                ProductFamilyCode = product,
            },
            "1",
            CancellationToken.None);
        school.Id = stored.Id;
        return school;
    }

    /// <summary>Claims of a link in a course; a test changes them.</summary>
    public JsonObject Claims(string subject, params string[] roles) => ClaimsAt(stage, subject, roles);

    /// <summary>The same for a test that has no school at hand.</summary>
    public static JsonObject ClaimsAt(Stage stage, string subject, params string[] roles) => new()
    {
        ["iss"] = "https://school.example",
        ["aud"] = "client-1",
        ["sub"] = subject,
        ["name"] = "Person " + subject,
        [Claim + "message_type"] = "LtiResourceLinkRequest",
        [Claim + "version"] = "1.3.0",
        [Claim + "deployment_id"] = "1",
        [Claim + "target_link_uri"] = stage.ToolUrl + "/lti/launch",
        [Claim + "roles"] = new JsonArray([.. roles.Select(role => (JsonNode)role)]),
        [Claim + "resource_link"] = new JsonObject { ["id"] = "52", ["title"] = "Week 3" },
        [Claim + "context"] = new JsonObject { ["id"] = "9", ["title"] = "Biology 1" },
        [Claim + "launch_presentation"] = new JsonObject { ["locale"] = "en", ["return_url"] = "https://school.example/return" },
    };

    /// <summary>The name of a claim.</summary>
    public static string Of(string name) => Claim + name;

    /// <summary>Makes a request for a choice of content of the claims.</summary>
    public static JsonObject AsDeepLinking(JsonObject claims)
    {
        claims[Claim + "message_type"] = "LtiDeepLinkingRequest";
        claims.Remove(Claim + "resource_link");
        claims["https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"] = new JsonObject
        {
            ["deep_link_return_url"] = "https://school.example/deep",
            ["accept_types"] = new JsonArray("ltiResourceLink"),
        };
        return claims;
    }

    /// <summary>Somebody comes in with these claims.</summary>
    public async Task<Visitor> OpenAsync(JsonObject claims)
    {
        var visitor = new Visitor();
        await visitor.SubmitAsync(
            new Uri(stage.ToolUrl + "/lti/login"),
            [
                new("iss", "https://school.example"), new("client_id", "client-1"), new("login_hint", "1"),
                new("target_link_uri", stage.ToolUrl + "/lti/launch"),
            ],
            "cross-site");
        var asked = HttpUtility.ParseQueryString(new Uri(visitor.Page.QuerySelector("#continue")!.GetAttribute("href")!).Query);
        var now = stage.Clock.GetUtcNow().ToUnixTimeSeconds();
        (claims["nonce"], claims["iat"], claims["exp"]) = (asked["nonce"], now, now + 300);
        var token = ScriptedPlatform.Sign($$"""{"typ":"JWT","alg":"RS256","kid":"{{ScriptedPlatform.KeyId}}"}""", claims.ToJsonString(), "right");
        await visitor.SubmitAsync(new Uri(stage.ToolUrl + "/lti/launch"), [new("id_token", token), new("state", asked["state"]!)], "cross-site");
        return visitor;
    }

    public void Dispose() => platform.Dispose();
}
