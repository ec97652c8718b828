using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Sprints;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Certification;

/// <summary>
/// What a group can do, by certified evidence: counts for everybody, names only of those who offer help. Where there are few people a count
/// would name them, so there is none.
/// </summary>
internal sealed class GroupAbilities(BuddyDbContext db, JourneyWriter writer, CurrentSession me)
{
    /// <summary>From so many people on a count points at nobody.</summary>
    public const int FewestPeople = 5;

    /// <summary>More names than these nobody reads.</summary>
    private const int MostNames = 8;

    /// <summary>The behaviours with how many can do each; null where there are too few people.</summary>
    public async Task<IReadOnlyList<GroupAbility>?> OfAsync(JourneyDesign design, CancellationToken ct)
    {
        var learners = Present().Select(one => one.Id);
        var people = await learners.CountAsync(ct);
        if (people < FewestPeople)
        {
            return null;
        }

        var counts = await db.BehaviourStandings
            .Where(row => row.JourneyId == me.JourneyId && learners.Contains(row.ParticipationId))
            .GroupBy(row => row.BehaviourId)
            .Select(same => new
            {
                same.Key,
                Certified = same.Count(row => row.CertifiedAt != null),
                Practised = same.Count(row => row.IsPractised || row.CertifiedAt != null),
            })
            .ToDictionaryAsync(row => row.Key, ct);
        var helpers = (await RowsAsync(null, ct)).ToLookup(helper => helper.BehaviourId, helper => helper.Name);
        var isChosen = SprintsSection.IsChosenIn(design);
        return
        [
            .. design.ActiveBehaviours.Select(behaviour =>
            {
                var found = counts.GetValueOrDefault(behaviour.Id);
                return new GroupAbility(
                    behaviour,
                    found?.Certified ?? 0,
                    isChosen ? found?.Practised ?? 0 : people,
                    [.. helpers[behaviour.Id].Take(MostNames)]);
            }),
        ];
    }

    /// <summary>Names of those who can help with a behaviour, without the reader.</summary>
    public async Task<IReadOnlyList<string>> HelpersAsync(string behaviourId, CancellationToken ct) =>
        [.. (await RowsAsync(behaviourId, ct)).Select(helper => helper.Name).Take(MostNames)];

    /// <summary>Offers help, or stops.</summary>
    public Task OfferAsync(Guid own, bool isOffered, CancellationToken ct) => writer.ChangeAsync(
        Subjects.Of(own),
        me.Actor,
        change =>
        {
            if (change.Learner(own) is { } learner && learner.Progress.Of<CertificationProgress>().OffersHelp != isOffered)
            {
                change.Happened(own, isOffered ? new HelpOffered() : new HelpEnded());
            }

            return true;
        },
        ct);

    /// <summary>Those whom the reader may know of and who are in the course still.</summary>
    private IQueryable<Participation> Present() => Groups.Counted(db, me, me.JourneyId!.Value).StillIn(db, me.CourseId);

    private async Task<List<(string BehaviourId, string Name)>> RowsAsync(string? behaviourId, CancellationToken ct)
    {
        var rows = await (
            from standing in db.BehaviourStandings
            join learner in Present() on standing.ParticipationId equals learner.Id
            join person in db.People on learner.PersonId equals person.Id
            where standing.CanHelp && learner.Id != me.ParticipationId
                && (behaviourId == null || standing.BehaviourId == behaviourId)
            orderby person.Name ?? person.ChosenName, learner.Id
            select new { standing.BehaviourId, person }).AsNoTracking().ToListAsync(ct);
        return rows.ConvertAll(row => (row.BehaviourId, row.person.DisplayName));
    }
}

/// <summary>How many of a group can do something.</summary>
/// <param name="Behaviour">What.</param>
/// <param name="Certified">How many are certified.</param>
/// <param name="Of">Of how many who practise it.</param>
/// <param name="Helpers">Names of those who offer help; without the reader.</param>
internal sealed record GroupAbility(Behaviour Behaviour, int Certified, int Of, IReadOnlyList<string> Helpers)
{
    /// <summary>Whether a count points at nobody: who practises what is known from the board.</summary>
    public bool IsCounted => Of >= GroupAbilities.FewestPeople;
}
