using System.Text.Json;
using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Personalities;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Registration;

/// <summary>A registration request's body, read leniently; the personalities decide what is wrong with it.</summary>
internal sealed class ToolRequest(JsonObject body)
{
    public JsonObject Body { get; } = body;

    public JsonObject? Configuration { get; } = body[LtiNames.ToolConfiguration] as JsonObject;

    public IReadOnlyList<string> Scopes => (Text("scope") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<JsonObject> Messages => (Configuration?["messages"] as JsonArray ?? []).OfType<JsonObject>();

    public static async Task<ToolRequest?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) is JsonObject body
                ? new ToolRequest(body)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string? Text(string name) => TextOf(Body[name]);

    public string? ConfigurationText(string name) => TextOf(Configuration?[name]);

    public IReadOnlyList<string> Texts(string name) => [.. (Body[name] as JsonArray ?? []).Select(TextOf).OfType<string>()];

    /// <summary>What the tool asks to know, by the names of claims (LTI Dynamic Registration 1.0).</summary>
    public Disclosure AskedDisclosure()
    {
        var claims = (Configuration?["claims"] as JsonArray ?? []).Select(TextOf).ToHashSet(StringComparer.Ordinal);
        var names = claims.Overlaps(["name", "given_name", "family_name"]) ? Disclosure.Names : Disclosure.Nothing;
        return names | (claims.Contains("email") ? Disclosure.Email : Disclosure.Nothing);
    }

    /// <summary>The tool that this request describes.</summary>
    /// <param name="scopes">The scopes that are granted.</param>
    public ToolRegistration ToTool(string clientId, IReadOnlyList<string> scopes, Disclosure disclosure, bool isActive) => new()
    {
        ClientId = clientId,
        Name = Text("client_name") ?? "",
        InitiateLoginUri = Text("initiate_login_uri") ?? "",
        RedirectUris = Texts("redirect_uris"),
        JwksUri = Text("jwks_uri") ?? "",
        LogoUri = Text("logo_uri"),
        TargetLinkUri = ConfigurationText("target_link_uri") ?? "",
        DeepLinkingUri = Messages.Where(m => TextOf(m["type"]) == LtiNames.DeepLinkingRequest)
            .Select(m => TextOf(m["target_link_uri"]) ?? ConfigurationText("target_link_uri")).FirstOrDefault(),
        Description = ConfigurationText("description") ?? "",
        Scopes = scopes.ToHashSet(StringComparer.Ordinal),
        Custom = CustomParameters.Read(Configuration?["custom_parameters"]),
        Disclosure = disclosure,
        IsActive = isActive,
    };

    public static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
