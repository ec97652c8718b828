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

/// <summary>Somebody from outside says how they see the learner who asked. Of the learner's own answers nothing is read.</summary>
internal sealed class GivenViews(BuddyDbContext db, Access access, LearnerReader learners, JourneyWriter writer, CurrentSession me)
{
    /// <summary>What this session's guest was asked and said yes to; null for anybody else, and once it is over.</summary>
    public async Task<ViewRequest?> FindAsync(CancellationToken ct)
    {
        if (me is not { IsGuest: true, GuestScope: { Purpose: GuestPurpose.View, SubjectId: var id } })
        {
            return null;
        }

        var found = await (
            from request in db.ViewRequests
            join participation in db.Participations on request.ParticipationId equals participation.Id
            where request.Id == id
            select new { request, participation }).AsNoTracking().SingleOrDefaultAsync(ct);
        return found is not null && Rights.Allow(await access.RelationToAsync(found.participation, ct), Thing.View, Right.Write)
            ? found.request
            : null;
    }

    /// <summary>The levels that this guest gave before, by behaviour: their own, and nobody else's.</summary>
    public async Task<ImmutableDictionary<string, int>> OwnAsync(ViewRequest request, CancellationToken ct) =>
        Own((await learners.ProgressAsync(request.ParticipationId, ct)).Of<PathProgress>());

    /// <summary>
    /// Keeps what was answered. What is the same as before is no event; what was left out stays as it was, and what the design doesn't
    /// know is passed over.
    /// </summary>
    /// <param name="levels">By key of the behaviour: from 0.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>False when nothing was answered, or it is over.</returns>
    public async Task<bool> GiveAsync(IReadOnlyDictionary<string, int> levels, CancellationToken ct) =>
        await FindAsync(ct) is { } asked && await writer.ChangeAsync(
            Subjects.Of(asked.ParticipationId), me.Actor, change => GiveAsync(levels, change, ct), ct);

    private async Task<bool> GiveAsync(IReadOnlyDictionary<string, int> levels, JourneyChange change, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } asked || change.Learner(asked.ParticipationId) is not { } learner
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
                asked.ParticipationId,
                new ViewGiven(behaviour, asked.By, me.PersonId, new Points(level, 0, section.Top), names[level]));
        }

        return answered.Count > 0;
    }

    private ImmutableDictionary<string, int> Own(PathProgress progress) => (
        from views in progress.Views
        from view in views.Value
        where view.PersonId == me.PersonId
        select KeyValuePair.Create(views.Key, view.Level)).ToImmutableDictionary();
}
