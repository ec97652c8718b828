using System.Collections.Immutable;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Path;

/// <summary>
/// Somebody says how they see a learner: whom the learner asked by mail, their learning buddy, or whoever facilitates. Of the learner's own
/// answers nothing is read.
/// </summary>
internal sealed class GivenViews(BuddyDbContext db, Access access, LearnerReader learners, JourneyWriter writer, CurrentSession me)
{
    /// <summary>The learner of whom this session's person may say how they see them; null for anybody else, and once it is over.</summary>
    /// <param name="participationId">The learner's participation; null for the one whom a guest's link is about.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<ViewedLearner?> FindAsync(Guid? participationId, CancellationToken ct)
    {
        var id = participationId ?? await OfLinkAsync(ct);
        var found = await (
            from participation in db.Participations
            join person in db.People on participation.PersonId equals person.Id
            where participation.Id == id && participation.JourneyId == me.JourneyId
            select new { participation, person }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var relation = await access.RelationToAsync(found.participation, ct);
        return Rights.Allow(relation, Thing.View, Right.Write)
            ? new(found.participation.Id, found.person.DisplayName, await ViewerAsync(relation, ct))
            : null;
    }

    /// <summary>The levels that this person gave before, by behaviour: their own, and nobody else's.</summary>
    public async Task<ImmutableDictionary<string, int>> OwnAsync(ViewedLearner of, CancellationToken ct) =>
        Own((await learners.ProgressAsync(of.ParticipationId, ct)).Of<PathProgress>());

    /// <summary>
    /// Keeps what was answered. What is the same as before is no event; what was left out stays as it was, and what the design doesn't
    /// know is passed over.
    /// </summary>
    /// <param name="participationId">As for <see cref="FindAsync"/>.</param>
    /// <param name="levels">By key of the behaviour: from 0.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>False when nothing was answered, or it is over.</returns>
    public async Task<bool> GiveAsync(Guid? participationId, IReadOnlyDictionary<string, int> levels, CancellationToken ct) =>
        await FindAsync(participationId, ct) is { } of && await writer.ChangeAsync(
            Subjects.Of(of.ParticipationId), me.Actor, change => GiveAsync(of.ParticipationId, levels, change, ct), ct);

    private async Task<bool> GiveAsync(
        Guid participationId, IReadOnlyDictionary<string, int> levels, JourneyChange change, CancellationToken ct)
    {
        if (await FindAsync(participationId, ct) is not { } of || change.Learner(of.ParticipationId) is not { } learner
            || learner.Design.Find<PathSection>() is not { } section)
        {
            return false;
        }

        var names = PathLevels.Of(section, Localizer.In(learner.Design.Language));
        var before = Own(learner.Progress.Of<PathProgress>());
        var answered = learner.Design.ActiveBehaviours
            .Where(behaviour => levels.TryGetValue(behaviour.Id, out var level) && level >= 0 && level <= section.Top)
            .Select(behaviour => (behaviour.Id, Level: levels[behaviour.Id]))
            .ToList();
        foreach (var (behaviour, level) in answered.Where(one => !before.TryGetValue(one.Id, out var same) || same != one.Level))
        {
            change.Happened(
                of.ParticipationId,
                new ViewGiven(behaviour, of.By, me.PersonId, new Points(level, 0, section.Top), names[level]));
        }

        return answered.Count > 0;
    }

    private ImmutableDictionary<string, int> Own(PathProgress progress) => (
        from views in progress.Views
        from view in views.Value
        where view.PersonId == me.PersonId
        select KeyValuePair.Create(views.Key, view.Level)).ToImmutableDictionary();

    /// <summary>The learner who asked this session's guest, for a view or to be the learning buddy.</summary>
    private async Task<Guid?> OfLinkAsync(CancellationToken ct) => me.GuestScope switch
    {
        { Purpose: GuestPurpose.View, SubjectId: var asked } =>
            (await db.ViewRequests.AsNoTracking().SingleOrDefaultAsync(request => request.Id == asked, ct))?.ParticipationId,
        { Purpose: GuestPurpose.Buddy, SubjectId: var pair } =>
            (await db.Groups.AsNoTracking().SingleOrDefaultAsync(group => group.Id == pair, ct))?.OwnerId,
        _ => null,
    };

    /// <summary>What this session's person is to the learner: as the learner said who asked by mail, else by their part.</summary>
    private async Task<Viewer> ViewerAsync(Relation relation, CancellationToken ct) => relation switch
    {
        Relation.Buddy => Viewer.Buddy,
        Relation.Facilitator => Viewer.Facilitator,
        _ => (await db.ViewRequests.AsNoTracking().SingleAsync(request => request.Id == me.GuestScope!.SubjectId, ct)).By,
    };
}

/// <summary>A learner of whom somebody may say how they see them.</summary>
/// <param name="ParticipationId">The learner's participation.</param>
/// <param name="Name">The learner's name.</param>
/// <param name="By">What the person who says so is to the learner.</param>
internal sealed record ViewedLearner(Guid ParticipationId, string Name, Viewer By);
