using System.Text.Json;
using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>What a platform answered when it was asked last, as it is kept with the registration.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Answers">By service, each at most once.</param>
internal sealed record LastCheck(DateTimeOffset At, IReadOnlyList<ServiceCheck> Answers)
{
    /// <summary>What is kept of a registration; null when its platform was never asked.</summary>
    public static LastCheck? Of(PlatformRow platform) => platform is { LastCheck: { } answers, LastCheckAt: { } at }
        ? new(at, JsonSerializer.Deserialize<ServiceCheck[]>(answers, StoredJson.Options) ?? [])
        : null;

    /// <summary>As it is kept.</summary>
    public static string Written(IReadOnlyList<ServiceCheck> answers) => JsonSerializer.Serialize(answers, StoredJson.Options);

    /// <summary>What came of asking for one service, or null.</summary>
    public ServiceCheck? About(AskedService service) => Answers.FirstOrDefault(answer => answer.Service == service);
}
