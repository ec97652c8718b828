using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// What a teacher chose, signed for the platform (Deep Linking 2.0, 4.5). Sign at the moment of the click: platforms refuse responses that
/// are
/// more than five minutes old.
/// </summary>
public sealed class DeepLinkingResponse
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ToolSigner signer;

    internal DeepLinkingResponse(ToolSigner signer) => this.signer = signer;

    /// <summary>A response that adds links; none means that the teacher changed their mind.</summary>
    /// <param name="platform">The registration that asked.</param>
    /// <param name="deploymentId">The deployment that asked.</param>
    /// <param name="settings">The request's settings: what they do not take is left out.</param>
    /// <param name="items">The links, in order; only the first where the platform takes one.</param>
    /// <param name="ct">Cancels before signing.</param>
    public Task<string> SignAsync(
        Platform platform, string deploymentId, DeepLinkingSettings settings, IReadOnlyList<ContentItem> items, CancellationToken ct)
    {
        var taken = !settings.TakesLinks ? [] : settings.AcceptMultiple ? items : items.Take(1);
        var claims = Start(platform, deploymentId, settings);
        claims[LtiClaims.ContentItems] = new JsonArray(
            [.. taken.Select(item => ContentItemJson.Write(item, settings.AcceptLineItem != false))]);
        return signer.SignAsync(claims, Lifetime, ct);
    }

    /// <summary>A response that says why nothing could be added.</summary>
    /// <param name="platform">The registration that asked.</param>
    /// <param name="deploymentId">The deployment that asked.</param>
    /// <param name="settings">The request's settings.</param>
    /// <param name="message">Plain text for the teacher.</param>
    /// <param name="log">Plain text for the platform's log.</param>
    /// <param name="ct">Cancels before signing.</param>
    public Task<string> SignErrorAsync(
        Platform platform, string deploymentId, DeepLinkingSettings settings, string message, string log, CancellationToken ct)
    {
        var claims = Start(platform, deploymentId, settings);
        claims[LtiClaims.ContentItems] = new JsonArray();
        claims[LtiClaims.DeepLinkingError] = message;
        claims[LtiClaims.DeepLinkingErrorLog] = log;
        return signer.SignAsync(claims, Lifetime, ct);
    }

    private static JsonObject Start(Platform platform, string deploymentId, DeepLinkingSettings settings)
    {
        var claims = new JsonObject
        {
            ["iss"] = platform.ClientId,
            ["aud"] = platform.Issuer,
            ["nonce"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
            [LtiClaims.DeploymentId] = deploymentId,
            [LtiClaims.MessageType] = LtiClaims.DeepLinkingResponse,
            [LtiClaims.Version] = LtiClaims.Version13,
        };
        if (settings.Data is { } data)
        {
            claims[LtiClaims.DeepLinkingData] = data;
        }

        return claims;
    }
}
