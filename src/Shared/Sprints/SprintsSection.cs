using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Sprints;

/// <summary>Situations to choose from.</summary>
/// <param name="Sprints">In the order of the journey.</param>
public sealed record SprintsSection(IReadOnlyList<Sprint> Sprints) : IDesignSection
{
    /// <summary>Most sprints of a journey.</summary>
    public const int MostSprints = 60;

    /// <summary>The longest time of one part of a sprint, in minutes.</summary>
    public const int LongestPart = 240;

    /// <summary>The most days a sprint can be planned for.</summary>
    public const int MostDays = 120;

    private const int LongestSprint = 6000;

    /// <summary>How many of them each learner chooses; 0 where everybody does all of them.</summary>
    public int Choose { get; init; }

    /// <summary>Days that each sprint is planned for from the day a learner begins it, which breaks move; 0 where none are planned.</summary>
    public int DaysEach { get; init; }

    /// <summary>Whether learners see one thing at a time until they ask for all of it.</summary>
    public bool SmallSteps { get; init; }

    /// <summary>Whether learners choose some of them.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsChosen => Choose > 0 && Choose < Sprints.Count;

    /// <summary>The sprint with this key, or null.</summary>
    public Sprint? Find(string id) => Sprints.FirstOrDefault(sprint => sprint.Id == id);

    /// <summary>What a learner does of it: as many of the sprints as are chosen, as long as the usual one.</summary>
    internal static IEnumerable<Effort> Effort(JourneyDesign design)
    {
        if (design.Find<SprintsSection>() is not { Sprints.Count: > 0 } section)
        {
            return [];
        }

        int Share(Func<Sprint, int> minutes)
        {
            var all = section.Sprints.Sum(minutes);
            return section.IsChosen ? all * section.Choose / section.Sprints.Count : all;
        }

        return
        [
            new(EffortBy.Learner, EffortKind.Alone, Share(sprint => sprint.MinutesAlone)),
            new(EffortBy.Learner, EffortKind.WithPeople, Share(sprint => sprint.MinutesWithPeople)),
            new(EffortBy.Learner, EffortKind.AtWork, Share(sprint => sprint.MinutesAtWork)),
        ];
    }

    /// <inheritdoc />
    public IEnumerable<DesignFault> Check(JourneyDesign design)
    {
        if (Sprints.Count > MostSprints || Sprints.DistinctBy(sprint => sprint.Id).Count() != Sprints.Count)
        {
            yield return new("sections.sprints.sprints", "sprint-key-twice");
        }

        if (Choose < 0 || Choose > Sprints.Count)
        {
            yield return new("sections.sprints.choose", "sprints-choose", Sprints.Count);
        }

        if (DaysEach is < 0 or > MostDays)
        {
            yield return new("sections.sprints.daysEach", "sprints-days", MostDays);
        }

        foreach (var fault in Sprints.SelectMany(sprint => Check(design, sprint)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<DesignFault> Check(JourneyDesign design, Sprint sprint)
    {
        const string path = "sections.sprints.sprints";
        if (string.IsNullOrWhiteSpace(sprint.Title) || sprint.Title.Length > Sprint.LongestTitle)
        {
            yield return new(path, "sprint-title", Sprint.LongestTitle);
        }

        if (sprint.BehaviourIds.FirstOrDefault(id => design.FindBehaviour(id) is null) is { } lost)
        {
            yield return new(path, "sprint-behaviour", sprint.Title, lost);
        }

        if (sprint.Resources.Count > Sprint.MostParts || sprint.Activities.Count > Sprint.MostParts
            || sprint.PartIds.Distinct().Count() != sprint.PartIds.Count())
        {
            yield return new(path, "sprint-parts", sprint.Title, Sprint.MostParts);
        }

        if (sprint.Minutes is < 0 or > LongestSprint
            || sprint.Resources.Any(resource => resource.Minutes is < 1 or > LongestPart)
            || sprint.Activities.Any(activity => activity.Minutes is < 1 or > LongestPart))
        {
            yield return new(path, "sprint-minutes", sprint.Title, LongestPart);
        }

        if (IsTooLong(sprint))
        {
            yield return new(path, "sprint-words", sprint.Title, Sprint.LongestText, SprintResource.LongestText);
        }

        if (sprint.Resources.Any(resource => resource.Link.Length > 0 && !WebLink.Is(resource.Link, SprintResource.LongestLink)))
        {
            yield return new(path, "sprint-link", sprint.Title);
        }
    }

    private static bool IsTooLong(Sprint sprint) =>
        sprint.Situation.Length > Sprint.LongestText
        || sprint.Questions.Count > Sprint.MostQuestions
        || sprint.Questions.Any(question => string.IsNullOrWhiteSpace(question) || question.Length > Sprint.LongestText)
        || sprint.Activities.Any(activity => IsNoTitle(activity.Title) || activity.Text.Length > Sprint.LongestText)
        || sprint.Resources.Any(resource => IsNoTitle(resource.Title) || resource.Text.Length > SprintResource.LongestText);

    private static bool IsNoTitle(string title) => string.IsNullOrWhiteSpace(title) || title.Length > Sprint.LongestTitle;
}
