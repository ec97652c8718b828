namespace LearningBuddy.LtiTool.Spine;

/// <summary>
/// Writes what follows outward from a learner's progress, inside the transaction that stores the events: absolutely, never counted up or
/// down, so that it can be rebuilt by replaying. Sends nothing itself.
/// </summary>
public interface IProjection
{
    /// <summary>Adds what follows to the context; the caller saves.</summary>
    Task ProjectAsync(ChangeContext context, CancellationToken ct);
}
