using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Found;

namespace LearningBuddy.Shared.Sprints;

/// <summary>A resource that another system says a learner has completed is ticked off.</summary>
public static class ElsewhereTick
{
    /// <summary>The verb that says so (ADL's vocabulary).</summary>
    public const string Completed = "http://adlnet.gov/expapi/verbs/completed";

    /// <summary>
    /// What a statement ticks off in the sprints a learner does: every resource whose link is the statement's activity. A tick that the
    /// learner took back stays so, for stores tell the same statement again.
    /// </summary>
    public static IEnumerable<SprintPartDone> Of(JourneyDesign design, Progress progress, FoundStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        if (statement.Verb != Completed)
        {
            return [];
        }

        var done = progress.Of<SprintsProgress>();
        return
            from sprint in SprintChoice.Of(design, progress)
            from resource in sprint.Resources
            where IsAbout(resource, statement) && !done.WasDone.Contains((sprint.Id, resource.Id))
            select new SprintPartDone(sprint.Id, resource.Id);
    }

    /// <summary>Whether a design has a resource that the statement may tick off, whoever it is about.</summary>
    public static bool Concerns(JourneyDesign design, FoundStatement statement)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(statement);
        return statement.Verb == Completed && design.Find<SprintsSection>() is { } section
            && section.Sprints.SelectMany(sprint => sprint.Resources).Any(resource => IsAbout(resource, statement));
    }

    private static bool IsAbout(SprintResource resource, FoundStatement statement) =>
        resource.Link.Length > 0 && WebLink.Plain(resource.Link) == WebLink.Plain(statement.Activity);
}
