using LearningBuddy.LtiTool.Spine;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Reviews;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>What stands beside a score in the gradebook: both halves of the feedback with labels, and how far the learner is.</summary>
internal static class GradebookComment
{
    /// <summary>One line each, in the journey's language.</summary>
    public static string Of(LearnerState learner, ReviewText review)
    {
        var texts = Localizer.In(learner.Design.Language);
        var behaviours = SprintChoice.Practised(learner.Design, learner.Progress);
        var confirmed = behaviours.Count(behaviour => BehaviourStanding.Of(learner.Progress, behaviour.Id).Confirmed.Count > 0);
        return string.Join('\n', Lines());

        IEnumerable<string> Lines()
        {
            if (review.Worked.Trim() is { Length: > 0 } worked)
            {
                yield return texts.Plain("grades.comment-worked", worked);
            }

            if (review.Challenge.Trim() is { Length: > 0 } challenge)
            {
                yield return texts.Plain("grades.comment-challenge", challenge);
            }

            yield return texts.Count("grades.comment-confirmed", behaviours.Count, confirmed).ToString();
        }
    }
}
