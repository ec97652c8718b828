namespace LearningBuddy.Shared.Core;

/// <summary>From one version of a design to the next.</summary>
public static class DesignEdit
{
    /// <summary>
    /// What becomes the next version: a behaviour that is no longer named is retired, not removed, since somebody may have shown it. One
    /// that is named again comes back. A retired one whose competency is gone belongs to none.
    /// </summary>
    /// <param name="before">The version that holds.</param>
    /// <param name="typed">What is to hold.</param>
    public static JourneyDesign Next(JourneyDesign before, JourneyDesign typed)
    {
        var named = typed.Behaviours.Where(behaviour => !behaviour.Retired).ToList();
        var retired = before.Behaviours
            .Where(behaviour => named.TrueForAll(other => other.Id != behaviour.Id))
            .Select(behaviour => behaviour with
            {
                Retired = true,
                CompetencyId = typed.FindCompetency(behaviour.CompetencyId)?.Id,
            });
        return typed with { Behaviours = [.. named, .. retired] };
    }
}
