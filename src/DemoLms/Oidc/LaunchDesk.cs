using System.Collections.Concurrent;
using System.Security.Cryptography;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Oidc;

/// <summary>Where a tool starts to log somebody in: a form that the browser posts.</summary>
/// <param name="Action">The tool's initiate_login_uri.</param>
public sealed record LoginInitiation(string Action, IReadOnlyDictionary<string, string> Fields);

/// <summary>Prepares launches and hands each out once (Security Framework 1.0, 5.1.1.1).</summary>
internal sealed class LaunchDesk(DemoWorld world)
{
    private readonly ConcurrentDictionary<string, PreparedLaunch> waiting = new();

    /// <summary>Prepares a launch and returns the form that starts it.</summary>
    /// <exception cref="InvalidOperationException">The school has no active registration of the tool.</exception>
    public LoginInitiation Prepare(PreparedLaunch launch)
    {
        var tool = launch.School.Tool is { IsActive: true } active
            ? active
            : throw new InvalidOperationException($"The tool isn't active at {launch.School.Title}.");
        var launchId = RandomNumberGenerator.GetInt32(1, int.MaxValue).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var hint = launch.School.Platform.Personality.MessageHint(launch, launchId);
        waiting[hint] = launch;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["iss"] = world.IssuerOf(launch.School.Platform),
            ["target_link_uri"] = TargetOf(launch, tool),
            ["login_hint"] = launch.Person.Sub,
            ["lti_message_hint"] = hint,
            ["client_id"] = tool.ClientId,
        };
        launch.School.Platform.Personality.AddLoginParameters(fields, launch);
        return new LoginInitiation(tool.InitiateLoginUri, fields);
    }

    /// <summary>The launch that waits under a message hint, if it hasn't been fetched.</summary>
    public PreparedLaunch? Find(string messageHint) => waiting.GetValueOrDefault(messageHint);

    /// <summary>Uses a launch up.</summary>
    /// <returns>False when somebody else was faster.</returns>
    public bool Take(string messageHint) => waiting.TryRemove(messageHint, out _);

    /// <summary>The address a launch ends at: the link's own, else the tool's.</summary>
    public static string TargetOf(PreparedLaunch launch, Registration.ToolRegistration tool) => launch.Kind switch
    {
        LaunchKind.DeepLinking => tool.DeepLinkingUri ?? tool.TargetLinkUri,
        LaunchKind.SubmissionReview => ReviewUrl(launch) ?? launch.Activity?.Url ?? tool.TargetLinkUri,
        _ => launch.Activity?.Url ?? tool.TargetLinkUri,
    };

    private static string? ReviewUrl(PreparedLaunch launch) =>
        launch.Activity is { } activity && launch.Course.LineItemsOf(activity) is [var only]
            ? only.SubmissionReview?["url"]?.GetValue<string>()
            : null;
}
