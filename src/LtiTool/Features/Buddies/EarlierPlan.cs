using LearningBuddy.Shared.Buddies;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>A plan that is looked at again.</summary>
/// <param name="When">Its moment.</param>
/// <param name="Will">What was to be done.</param>
/// <param name="Plan">Where it stands.</param>
public sealed record EarlierPlan(string When, string Will, TalkPlan Plan);
