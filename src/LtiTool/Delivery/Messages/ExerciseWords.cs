using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.Nudges;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>What an exercise asks for, as the design says it now.</summary>
internal sealed class ExerciseWords(LearnerReader learners)
{
    /// <summary>The words of the exercise that a message is about; null where it is about none, or the design has it no more.</summary>
    public async Task<string?> OfAsync(MessageRow row, JourneyDesign? design, CancellationToken ct) =>
        row.Kind == MessageName.ExerciseCame && design?.Find<NudgesSection>() is { } section
        && (await learners.ProgressAsync(row.ParticipationId, ct)).Of<NudgesProgress>().Find(row.SubjectId) is { } nudge
            ? section.Find(nudge.Nudge.ExerciseId)?.Text
            : null;
}
