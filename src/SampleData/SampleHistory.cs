using LearningBuddy.SampleData.Play;
using LearningBuddy.SampleData.World;

namespace LearningBuddy.SampleData;

/// <summary>Everything that happened in an organisation that was made up.</summary>
internal static class SampleHistory
{
    /// <summary>Plays all cohorts.</summary>
    /// <returns>What happened in all of them, oldest first. The order is whole: the same options give the same list.</returns>
    public static IReadOnlyList<LearnerEvent> Of(SampleOptions options) =>
    [
        .. Organisation.Of(options)
            .SelectMany(cohort => Stage.Play(cohort, options.UntilAt))
            .OrderBy(entry => entry.Recorded.OccurredAt).ThenBy(entry => entry.Recorded.Id),
    ];
}
