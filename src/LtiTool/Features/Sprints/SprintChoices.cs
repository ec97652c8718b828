using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sprints;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Sprints;

/// <summary>
/// Who chooses what. A learner's own choices follow one another, and none passes a facilitator who closes the choice at the same moment:
/// either it was made before, or it finds the choice closed.
/// </summary>
internal sealed class SprintChoices(BuddyDbContext db, JourneyWriter writer, CurrentSession me)
{
    /// <summary>Whether the choice of this journey is closed.</summary>
    public Task<bool> IsClosedAsync(CancellationToken ct) => db.ChoiceLocks.AnyAsync(closed => closed.JourneyId == me.JourneyId, ct);

    /// <summary>The learner wants these sprints, all of them.</summary>
    /// <returns>Why it can't be, or null.</returns>
    public Task<ChoiceRefusal?> ChooseAsync(IReadOnlyCollection<string> wanted, string? reason, CancellationToken ct) => OwnAsync(
        (learner, change) => SetAsync(learner, wanted, reason, change, ct), ct);

    /// <summary>The learner wants one more, or one no longer.</summary>
    /// <returns>Why it can't be, or null.</returns>
    public Task<ChoiceRefusal?> ToggleAsync(string sprintId, bool isWanted, CancellationToken ct) => OwnAsync(
        (learner, change) =>
        {
            var now = SprintChoice.Of(learner.Design, learner.Progress).Select(sprint => sprint.Id);
            return SetAsync(learner, [.. isWanted ? now.Append(sprintId) : now.Where(id => id != sprintId)], reason: null, change, ct);
        },
        ct);

    /// <summary>Whoever facilitates changes what a learner chose, also after the choice was closed.</summary>
    /// <returns>Why it can't be, or null.</returns>
    public Task<ChoiceRefusal?> ChangeAsync(Guid participationId, IReadOnlyCollection<string> wanted, CancellationToken ct) =>
        writer.ChangeAsync(
            Subjects.Of(participationId),
            me.Actor,
            change => Task.FromResult(
                change.Learner(participationId) is { } learner && learner.Participation.JourneyId == me.JourneyId
                    ? Note(learner, wanted, change)
                    : ChoiceRefusal.NothingToChoose),
            ct);

    /// <summary>Closes the choice, or opens it again.</summary>
    public Task CloseAsync(bool isClosed, CancellationToken ct) => writer.ChangeAsync(
        Subjects.None.And(KeyOf(JourneyId)),
        me.Actor,
        async change =>
        {
            var closed = await db.ChoiceLocks.SingleOrDefaultAsync(row => row.JourneyId == JourneyId, ct);
            if (isClosed && closed is null)
            {
                db.ChoiceLocks.Add(new ChoiceLock(JourneyId, me.PersonId, change.Now));
            }
            else if (!isClosed && closed is not null)
            {
                db.ChoiceLocks.Remove(closed);
            }

            return true;
        },
        ct);

    private Guid JourneyId => me.JourneyId ?? throw new InvalidOperationException("This launch has no journey.");

    private Task<ChoiceRefusal?> OwnAsync(Func<LearnerState, JourneyChange, Task<ChoiceRefusal?>> work, CancellationToken ct) =>
        me.ParticipationId is { } own
            ? writer.ChangeAsync(
                Subjects.Of(own).AndShared(KeyOf(JourneyId)),
                me.Actor,
                change => change.Learner(own) is { } learner
                    ? work(learner, change)
                    : Task.FromResult<ChoiceRefusal?>(ChoiceRefusal.NothingToChoose),
                ct)
            : Task.FromResult<ChoiceRefusal?>(ChoiceRefusal.NothingToChoose);

    private async Task<ChoiceRefusal?> SetAsync(
        LearnerState learner, IReadOnlyCollection<string> wanted, string? reason, JourneyChange change, CancellationToken ct)
    {
        // Who hasn't chosen all can still choose, so that nobody who came late is left without sprints; what was chosen stays.
        var chosen = SprintChoice.Of(learner.Design, learner.Progress).Select(sprint => sprint.Id);
        var isChange = chosen.Except(wanted).Any() || SprintChoice.StillToChoose(learner.Design, learner.Progress) == 0;
        if (isChange && await IsClosedAsync(ct))
        {
            return ChoiceRefusal.Locked;
        }

        if (reason is not null)
        {
            await WriteAsync(learner.Participation.Id, reason, change, ct);
        }

        return Note(learner, wanted, change);
    }

    private static ChoiceRefusal? Note(LearnerState learner, IReadOnlyCollection<string> wanted, JourneyChange change)
    {
        var wish = SprintChoice.Change(learner.Design, learner.Progress, wanted);
        foreach (var what in wish.Events)
        {
            change.Happened(learner.Participation.Id, what);
        }

        return wish.Refusal;
    }

    private async Task WriteAsync(Guid own, string reason, JourneyChange change, CancellationToken ct)
    {
        var words = CleanText.Cut(CleanText.Of(reason).Trim(), ChoiceReason.Longest);
        var said = await db.ChoiceReasons.SingleOrDefaultAsync(row => row.ParticipationId == own, ct);
        if (said is null && CleanText.IsVisible(words))
        {
            db.ChoiceReasons.Add(said = new ChoiceReason(own));
        }

        said?.Write(CleanText.IsVisible(words) ? words : "", change.Now);
    }

    private static Guid KeyOf(Guid journeyId) => DerivedId.From(journeyId, "choice of sprints");
}
