namespace LearningBuddy.LtiTool.Spine.Due;

/// <summary>Tells this node's worker that something is due at this moment.</summary>
public sealed class DueSignal : Signal;
