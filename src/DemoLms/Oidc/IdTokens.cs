using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.DeepLinking;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Oidc;

/// <summary>Issues id_tokens (Security Framework 1.0, 5.1.2).</summary>
internal sealed class IdTokens(DemoWorld world, DeepLinkReturns returns)
{
    public string Issue(PreparedLaunch launch, string nonce)
    {
        var tool = launch.School.Tool ?? throw new InvalidOperationException("A launch was prepared without a tool.");
        var now = world.Clock.GetUtcNow();
        var personality = launch.School.Platform.Personality;
        var context = new LaunchContext(launch, world.BaseUrl, tool, now, nonce, returns.Expect(launch));
        var claims = new JsonObject
        {
            ["nonce"] = nonce,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.ToUnixTimeSeconds() + (long)personality.IdTokenLifetime.TotalSeconds,
            ["iss"] = world.IssuerOf(launch.School.Platform),
            ["aud"] = tool.ClientId,
            ["sub"] = launch.Person.Sub,
            [LtiNames.TargetLinkUri] = LaunchDesk.TargetOf(launch, tool),
            [LtiNames.MessageType] = MessageType(launch.Kind),
            [LtiNames.Version] = "1.3.0",
            [LtiNames.Roles] = new JsonArray([.. personality.LaunchRoles(launch.Person, launch.Enrolment).Select(r => (JsonNode)r)]),
        };
        personality.AddClaims(claims, context);
        return launch.School.Platform.Keys.Sign(claims);
    }

    private static string MessageType(LaunchKind kind) => kind switch
    {
        LaunchKind.DeepLinking => LtiNames.DeepLinkingRequest,
        LaunchKind.SubmissionReview => LtiNames.SubmissionReviewRequest,
        LaunchKind.ResourceLink => LtiNames.ResourceLinkRequest,
    };
}
