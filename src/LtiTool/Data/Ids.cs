namespace LearningBuddy.LtiTool.Data;

/// <summary>Keys that grow with time, so that new rows land side by side in every index.</summary>
internal static class Ids
{
    /// <summary>A new key (UUID version 7) for this moment.</summary>
    public static Guid New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());
}
