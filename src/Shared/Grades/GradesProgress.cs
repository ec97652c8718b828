using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.Shared.Grades;

/// <summary>What goes with a learner's points.</summary>
/// <param name="LastReviewId">The newest review, whose comment goes with the score, or null before the first.</param>
/// <param name="LastSent">Points that the LMS took last since the learner began or was started over, or null.</param>
public sealed record GradesProgress(Guid? LastReviewId, double? LastSent) : IThemeProgress
{
    /// <summary>Nothing yet.</summary>
    public static GradesProgress None { get; } = new(null, null);

    /// <inheritdoc />
    public IThemeProgress After(RecordedEvent e) => e.What switch
    {
        ReviewConfirmed confirmed => this with { LastReviewId = confirmed.ReviewId },
        ReviewReturned returned => this with { LastReviewId = returned.ReviewId },
        JourneyRestarted => None,
        GradeSent sent => this with { LastSent = sent.Given },
        _ => this,
    };
}
