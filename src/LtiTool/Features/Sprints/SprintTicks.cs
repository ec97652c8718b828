using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.LtiTool.Features.Sprints;

/// <summary>What a learner does in a sprint: ticks things off, says how sure they feel, takes a break.</summary>
internal sealed class SprintTicks(JourneyWriter writer, CurrentSession me)
{
    /// <summary>The longest break, in days.</summary>
    public const int LongestBreak = 60;

    /// <summary>Ticks a part off, or takes the tick back. What is so already stays so.</summary>
    public Task TickAsync(string sprintId, string partId, bool isDone, CancellationToken ct) => OwnAsync(
        (learner, change) =>
        {
            var sprint = SprintChoice.Of(learner.Design, learner.Progress).FirstOrDefault(one => one.Id == sprintId);
            if (sprint?.PartIds.Contains(partId) == true && learner.Progress.Of<SprintsProgress>().IsDone(sprintId, partId) != isDone)
            {
                change.Happened(
                    learner.Participation.Id, isDone ? new SprintPartDone(sprintId, partId) : new SprintPartUndone(sprintId, partId));
            }
        },
        ct);

    /// <summary>One thing at a time, or all of it.</summary>
    public Task PaceAsync(bool isSmall, CancellationToken ct) => OwnAsync(
        (learner, change) => change.Happened(learner.Participation.Id, new SprintPaceChosen(isSmall)), ct);

    /// <summary>Takes a break until a day; one that isn't ahead, or is too far, is no break. Who takes one already keeps it.</summary>
    /// <returns>Whether it was one.</returns>
    public async Task<bool> PauseAsync(DateOnly? until, DateOnly today, CancellationToken ct)
    {
        if (until is not { } end || end <= today || end > today.AddDays(LongestBreak))
        {
            return false;
        }

        await OwnAsync(
            (learner, change) =>
            {
                if (learner.Progress.Of<SprintsProgress>().PausedUntil(change.Now) is null)
                {
                    change.Happened(learner.Participation.Id, new SprintsPaused(today, end, DayStart.Of(end, me.Zone)));
                }
            },
            ct);
        return true;
    }

    /// <summary>Goes on.</summary>
    public Task ResumeAsync(DateOnly today, CancellationToken ct) => OwnAsync(
        (learner, change) =>
        {
            if (learner.Progress.Of<SprintsProgress>().PausedUntil(change.Now) is not null)
            {
                change.Happened(learner.Participation.Id, new SprintsResumed(today));
            }
        },
        ct);

    /// <summary>Says how sure the learner feels.</summary>
    /// <param name="sprintId">Of which sprint.</param>
    /// <param name="moment">When they are asked.</param>
    /// <param name="level">1 to 5; anything else is no answer.</param>
    /// <param name="ct">Stops.</param>
    public Task TellAsync(string sprintId, ConfidenceMoment moment, int level, CancellationToken ct) => OwnAsync(
        (learner, change) =>
        {
            if (learner.Design.Find<PathSection>() is not null && learner.Design.Find<SprintsSection>()?.Find(sprintId) is not null
                && level is >= 1 and <= 5 && Enum.IsDefined(moment))
            {
                change.Happened(learner.Participation.Id, new ConfidenceTold(sprintId, moment, level));
            }
        },
        ct);

    private Task OwnAsync(Action<LearnerState, JourneyChange> work, CancellationToken ct) => me.ParticipationId is { } own
        ? writer.ChangeAsync(
            Subjects.Of(own),
            me.Actor,
            change =>
            {
                if (change.Learner(own) is { } learner && learner.Design.Find<SprintsSection>() is not null)
                {
                    work(learner, change);
                }

                return true;
            },
            ct)
        : Task.CompletedTask;
}
