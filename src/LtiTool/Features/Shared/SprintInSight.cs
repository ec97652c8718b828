using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>A sprint whose page a learner has open, for what other themes offer there: <c>_AboutSprint.cshtml</c>.</summary>
/// <param name="Sprint">The sprint.</param>
/// <param name="Progress">The learner's history.</param>
public sealed record SprintInSight(Sprint Sprint, Progress Progress);
