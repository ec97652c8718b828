namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// A learner whom this session's person supports or facilitates, for what themes offer beside the name: <c>_AboutLearner.cshtml</c>.
/// </summary>
/// <param name="ParticipationId">The learner's participation.</param>
/// <param name="Name">The learner's name.</param>
public sealed record LearnerInSight(Guid ParticipationId, string Name);
