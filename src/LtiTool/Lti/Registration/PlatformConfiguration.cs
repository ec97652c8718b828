using System.Text.Json;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>What a platform says about itself (OpenID Connect Discovery 1.0, 3; LTI Dynamic Registration 1.0, 2.1).</summary>
internal sealed record PlatformConfiguration
{
    private const string PlatformMember = "https://purl.imsglobal.org/spec/lti-platform-configuration";

    private static readonly string[] Addresses = ["authorization_endpoint", "token_endpoint", "jwks_uri", "registration_endpoint"];

    public required string Issuer { get; init; }

    public required Uri AuthorizationEndpoint { get; init; }

    public required Uri TokenEndpoint { get; init; }

    public required Uri JwksUri { get; init; }

    public required Uri RegistrationEndpoint { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Message types that are taken; empty when not said.</summary>
    public required IReadOnlyList<string> Messages { get; init; }

    /// <summary>Lower case; empty when not said.</summary>
    public required string ProductFamilyCode { get; init; }

    public string? AuthorizationServer { get; init; }

    /// <summary>Name of the account, where the platform serves many.</summary>
    public string? AccountName { get; init; }

    /// <summary>Host of the account, where it differs from the issuer's.</summary>
    public string? AccountDomain { get; init; }

    /// <summary>Reads it; null and the missing member when it is not complete.</summary>
    public static (PlatformConfiguration? Configuration, string? Missing) Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return (null, "an object");
        }

        var missing = json.Text("issuer") is not { Length: > 0 } ? "issuer"
            : Addresses.FirstOrDefault(name => json.Address(name) is null);
        if (missing is not null)
        {
            return (null, missing);
        }

        var platform = json.Object(PlatformMember);
        return (new()
        {
            Issuer = json.Text("issuer")!,
            AuthorizationEndpoint = json.Address("authorization_endpoint")!,
            TokenEndpoint = json.Address("token_endpoint")!,
            JwksUri = json.Address("jwks_uri")!,
            RegistrationEndpoint = json.Address("registration_endpoint")!,
            Scopes = json.Texts("scopes_supported"),
            Messages = Types(platform),
            ProductFamilyCode = platform?.Text("product_family_code")?.ToLowerInvariant() ?? "",
            AuthorizationServer = json.Words("authorization_server"),
            AccountName = Vendor(platform, "account_name"),
            AccountDomain = Vendor(platform, "account_domain"),
        }, null);
    }

    private static List<string> Types(JsonElement? platform) =>
        platform is { } known && known.TryGetProperty("messages_supported", out var messages) && messages.ValueKind == JsonValueKind.Array
            ?
            [
                .. messages.EnumerateArray()
                    .Where(one => one.ValueKind == JsonValueKind.Object)
                    .Select(one => one.Text("type"))
                    .OfType<string>(),
            ]
            : [];

    /// <summary>A member of a vendor, whose name ends so; each vendor puts its own address before it.</summary>
    private static string? Vendor(JsonElement? platform, string ending) => platform is not { } known
        ? null
        : known.EnumerateObject()
            .Where(
                member =>
                    member.Name.EndsWith("/lti/" + ending, StringComparison.Ordinal) && member.Value.ValueKind == JsonValueKind.String)
            .Select(member => member.Value.GetString())
            .FirstOrDefault();
}
