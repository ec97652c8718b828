using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>One's own learning buddy, and the people one accompanies.</summary>
internal sealed class IndexModel(BuddyDbContext db, Access access, CourseRoster roster, CurrentSession me, TimeProvider clock) : JourneyPage(me)
{
    /// <summary>The learner's participation, or null: somebody who only accompanies others.</summary>
    public Participation? Participation { get; private set; }

    /// <summary>The invitation or pairing that stands, or the last one that was declined; null when there never was one.</summary>
    public BuddyPair? Own { get; private set; }

    /// <summary>Whether the standing invitation has lapsed.</summary>
    public bool HasLapsed { get; private set; }

    /// <summary>The buddy's name, or null while a code waits.</summary>
    public string? OwnName { get; private set; }

    /// <summary>Who can be invited, in the order of names.</summary>
    public Paged<Person> Candidates { get; private set; } = Paged<Person>.Nothing;

    /// <summary>Invitations to answer, and learners accompanied.</summary>
    public IReadOnlyList<Accompanied> Others { get; private set; } = [];

    /// <summary>Shows the page; reads the roster when it is stale.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        Participation = await access.OwnAsync();
        if (Participation is not null)
        {
            await ShowOwnAsync(Participation, ct);
        }

        Others = await OthersAsync(ct);
    }

    /// <summary>Whether the learner can invite somebody now.</summary>
    public bool CanInvite => Participation is not null && (Own is null || HasLapsed || Own.State is BuddyPairState.Declined or BuddyPairState.Withdrawn or BuddyPairState.Ended);

    private async Task ShowOwnAsync(Participation participation, CancellationToken ct)
    {
        Own = await db.BuddyPairs.AsNoTracking()
            .Where(pair => pair.ParticipationId == participation.Id)
            .OrderByDescending(pair => pair.InvitedAt)
            .FirstOrDefaultAsync(ct);
        HasLapsed = Own is { State: BuddyPairState.Invited } && !Own.IsOpen(clock.GetUtcNow());
        OwnName = Own?.BuddyId is { } id ? (await db.People.AsNoTracking().SingleAsync(person => person.Id == id, ct)).DisplayName : null;
        if (CanInvite)
        {
            Candidates = await roster.LearnersAsync(ct);
        }
    }

    private async Task<IReadOnlyList<Accompanied>> OthersAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await (
            from pair in db.BuddyPairs
            join participation in db.Participations on pair.ParticipationId equals participation.Id
            join learner in db.People on participation.PersonId equals learner.Id
            where pair.BuddyId == Session.PersonId && participation.JourneyId == JourneyId
                && (pair.State == BuddyPairState.Active || (pair.State == BuddyPairState.Invited && pair.ExpiresAt > now))
            orderby pair.InvitedAt
            select new { pair, learner }).AsNoTracking().Take(20).ToListAsync(ct);
        var participations = rows.ConvertAll(row => row.pair.ParticipationId);
        var evidence = await SentEvidence.OfAsync(db, participations, 100, ct);
        return rows.ConvertAll(row => new Accompanied(
            row.pair, row.learner.DisplayName, [.. evidence.Where(piece => piece.ParticipationId == row.pair.ParticipationId && row.pair.State == BuddyPairState.Active)]));
    }
}

/// <summary>Somebody who asks for, or has, this person as a learning buddy.</summary>
/// <param name="Pair">The pairing.</param>
/// <param name="Name">The learner's name.</param>
/// <param name="Shared">What the learner has sent, newest first.</param>
public sealed record Accompanied(BuddyPair Pair, string Name, IReadOnlyList<SentEvidence> Shared);
