using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>Signs what this tool sends: client assertions and deep linking responses.</summary>
internal sealed class ToolSigner(ToolKeys keys, TimeProvider clock)
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A signed JWT, valid from now on.</summary>
    /// <param name="claims">Everything except times.</param>
    /// <param name="lifetime">Platforms refuse tokens that live for long; five minutes is what they document.</param>
    /// <param name="ct">Cancels before signing.</param>
    public async Task<string> SignAsync(JsonObject claims, TimeSpan lifetime, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        claims["iat"] = now.ToUnixTimeSeconds();
        claims["exp"] = (now + lifetime).ToUnixTimeSeconds();
        return Handler.CreateToken(claims.ToJsonString(), await keys.SigningAsync(ct));
    }
}
