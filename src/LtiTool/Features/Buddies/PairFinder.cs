using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>
/// Finds a pair for one of its two. What they write for each other is theirs: whoever is not in the pair finds nothing, whatever their
/// role, and somebody from outside finds the one they were asked for.
/// </summary>
internal sealed class PairFinder(BuddyDbContext db, CurrentSession me)
{
    /// <summary>A pair that stands, or null where there is none for this person.</summary>
    public async Task<PairAccess?> FindAsync(Guid pairId, CancellationToken ct) => (await FindAsync([pairId], ct)).SingleOrDefault();

    /// <summary>Those of some pairs that stand and that this person may look into, in no order; read at once.</summary>
    public async Task<IReadOnlyList<PairAccess>> FindAsync(IReadOnlyCollection<Guid> pairIds, CancellationToken ct)
    {
        var asked = pairIds.Where(IsInReach).ToList();
        if (asked.Count == 0)
        {
            return [];
        }

        var found = await (
            from pair in db.Groups
            join own in db.Participations on pair.OwnerId equals own.Id
            join learner in db.People on own.PersonId equals learner.Id
            join member in db.Memberships on pair.Id equals member.GroupId
            join buddy in db.People on member.PersonId equals buddy.Id
            where asked.Contains(pair.Id) && pair.JourneyId == me.JourneyId && pair.Kind == GroupKind.BuddyPair
                && pair.State == GroupState.Active && member.Part == GroupPart.Buddy && member.State == MembershipState.Active
            select new { pair.Id, OwnerId = own.Id, Learner = learner, Buddy = buddy }).AsNoTracking().ToListAsync(ct);
        return
        [
            .. found.Where(row => Rights.Allow(RelationTo(row.Learner.Id, row.Buddy.Id), Thing.Talk, Right.See))
                .Select(row => new PairAccess(row.Id, row.OwnerId, row.Learner, row.Buddy, row.Learner.Id == me.PersonId)),
        ];
    }

    private bool IsInReach(Guid pairId) =>
        !me.IsGuest || (me.GuestScope.Purpose == GuestPurpose.Buddy && me.GuestScope.SubjectId == pairId);

    private Relation RelationTo(Guid learnerId, Guid buddyId) =>
        me.PersonId == learnerId ? Relation.Self : me.PersonId == buddyId ? Relation.Buddy : Relation.Visitor;
}

/// <summary>A pair as one of its two sees it.</summary>
/// <param name="Id">The pair.</param>
/// <param name="OwnerId">The learner's participation.</param>
/// <param name="Learner">The learner.</param>
/// <param name="Buddy">The buddy.</param>
/// <param name="IsLearner">Whether the learner looks; else the buddy does.</param>
internal sealed record PairAccess(Guid Id, Guid OwnerId, Person Learner, Person Buddy, bool IsLearner)
{
    /// <summary>The other of the two.</summary>
    public Person Other => IsLearner ? Buddy : Learner;

    /// <summary>The id of what a talk is called: in the learner's own words, or with the learner's name for the buddy.</summary>
    public string TitleOf(int number) => $"buddies.talk-{number}" + (IsLearner ? "" : "-theirs");
}
