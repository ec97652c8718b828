using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Nudges;

/// <summary>
/// What the learner is told about exercises, by mail and on devices: the inbox of exercises is a place of its own. What was answered before
/// its mail went out is not mailed any more; what was put off is told again when it comes again.
/// </summary>
internal static class NudgeMessages
{
    public static IEnumerable<Tells> Of(JourneyDesign design, Progress progress, RecordedEvent e) => e.What switch
    {
        NudgeSent { Nudge: var nudge } =>
        [
            new Tells.Message(MessageName.ExerciseCame, nudge.Id, new Waits.Learner(), Guid.Empty) { BehaviourId = nudge.BehaviourId },
        ],
        NudgeActedOn { Nudge.Id: var id } => [Done(id)],
        NudgeDismissed { Nudge.Id: var id } => [Done(id)],
        NudgeSnoozed { Nudge.Id: var id } => [Done(id)],
        _ => [],
    };

    private static Tells.Done Done(Guid nudge) => new(MessageName.ExerciseCame, nudge);
}
