using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Path;

namespace LearningBuddy.LtiTool.Features.Path;

/// <summary>A learner asks the learning buddy, or whoever facilitates, how they see the learner.</summary>
internal sealed class JourneyViewers(LearnerReader learners, JourneyWriter writer, CurrentSession me)
{
    /// <summary>Whom this session's learner may ask, and what became of it; nobody for anybody but a learner on their way.</summary>
    public async Task<IReadOnlyList<ViewWish>> OfOwnAsync(CancellationToken ct) =>
        me is { IsLearner: true, ParticipationId: { } own, Design: { } design }
            ? [.. ViewWish.Of(design, await learners.ProgressAsync(own, ct))]
            : [];

    /// <summary>Asks. False when there is nobody, or they were asked a short while ago.</summary>
    public async Task<bool> AskAsync(Viewer by, CancellationToken ct) =>
        me.ParticipationId is { } own && await writer.ChangeAsync(
            Subjects.Of(own),
            me.Actor,
            change =>
            {
                var canAsk = change.Learner(own) is { } learner && learner.Design.Find<PathSection>() is not null
                    && ViewWish.Of(learner.Design, learner.Progress).Any(wish => wish.By == by && wish.CanAsk(change.Now));
                if (canAsk)
                {
                    change.Happened(own, new ViewWanted(by));
                }

                return canAsk;
            },
            ct);
}
