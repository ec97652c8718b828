using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.Tokens;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;
using Microsoft.IdentityModel.JsonWebTokens;

namespace LearningBuddy.DemoLms.DeepLinking;

/// <summary>What a tool sent back from deep linking.</summary>
internal abstract record DeepLinkingResult
{
    private DeepLinkingResult()
    {
    }

    /// <param name="Items">Empty when the teacher cancelled.</param>
    public sealed record Accepted(IReadOnlyList<JsonObject> Items) : DeepLinkingResult;

    public sealed record Refused(string Reason) : DeepLinkingResult;
}

/// <summary>
/// Verifies deep-linking responses (Deep Linking 2.0, 4). Moodle looks at signature, iss and exp; Canvas also at aud, times, nonce,
/// deployment, type and data.
/// </summary>
internal sealed class DeepLinkingResponse(ToolTokens tokens, DeepLinkReturns returns, DemoWorld world)
{
    private static readonly TimeSpan OldestIssue = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <param name="returnToken">The token of the return address the response was posted to.</param>
    public async Task<DeepLinkingResult> VerifyAsync(PreparedLaunch launch, string jwt, string returnToken, CancellationToken ct)
    {
        if (launch.School.Tool is not { } tool || ToolTokens.PeekIssuer(jwt) != tool.ClientId)
            return new DeepLinkingResult.Refused("iss isn't the client id");
        var verified = await tokens.VerifyAsync(jwt, tool, ct);
        if (verified is not ToolTokenResult.Valid(var token))
            return new DeepLinkingResult.Refused(((ToolTokenResult.Invalid)verified).Error);
        if (launch.School.Platform.Personality.ChecksWholeDeepLinkingResponse && Problem(token, launch, returnToken) is { } problem)
            return new DeepLinkingResult.Refused(problem);
        var payload = JsonNode.Parse(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(token.EncodedPayload))!;
        return new DeepLinkingResult.Accepted([.. (payload[LtiNames.ContentItems] as JsonArray ?? []).OfType<JsonObject>()]);
    }

    private string? Problem(JsonWebToken token, PreparedLaunch launch, string returnToken)
    {
        string? Claim(string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;
        var now = world.Clock.GetUtcNow();
        if (!token.Audiences.Contains(world.IssuerOf(launch.School.Platform), StringComparer.Ordinal))
            return "aud isn't this platform";
        if (!token.TryGetPayloadValue<long>("exp", out _))
            return "exp is missing";
        if (!token.TryGetPayloadValue<long>("iat", out var iat)
            || DateTimeOffset.FromUnixTimeSeconds(iat) < now - OldestIssue || DateTimeOffset.FromUnixTimeSeconds(iat) > now + ClockSkew)
            return "iat is missing, too old or in the future";
        if (Claim(LtiNames.MessageType) != LtiNames.DeepLinkingResponse)
            return "message_type isn't LtiDeepLinkingResponse";
        if (Claim(LtiNames.Version) != "1.3.0")
            return "version isn't 1.3.0";
        if (Claim(LtiNames.DeploymentId) != launch.Course.DeploymentId)
            return "deployment_id isn't the request's";
        if (Claim(LtiNames.DeepLinkingData) != $"opaque-{returnToken}")
            return "data isn't the request's";
        return Claim("nonce") is { Length: > 0 } nonce && returns.TryUseNonce(nonce) ? null : "nonce is missing or was used before";
    }
}
