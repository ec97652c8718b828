using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>
/// Who of a group has a learning buddy, and why somebody has none, for whoever facilitates. It tells how far a pair is, never what the two
/// say; and who the buddy is only where the learner shows it.
/// </summary>
internal sealed class BuddyPicture(BuddyDbContext db, LearnerReader learners, CurrentSession me, TimeProvider clock)
{
    /// <summary>How many have none and are still on their way, and how many learners there are.</summary>
    public async Task<(int Without, int All)> CountAsync(Guid journeyId, CancellationToken ct = default) =>
        (await Without(journeyId).CountAsync(ct), await Groups.Counted(db, me, journeyId).CountAsync(ct));

    /// <summary>A page of learners, in the order of names.</summary>
    /// <param name="journeyId">The journey.</param>
    /// <param name="all">All of them; else those who have no buddy and are still on their way.</param>
    /// <param name="start">The number of a row on the page, from 1; null for the first page.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<Paged<LearnersBuddy>> PageAsync(Guid journeyId, bool all, int? start, CancellationToken ct)
    {
        var page = await (
            from participation in all ? Groups.Counted(db, me, journeyId) : Without(journeyId)
            join person in db.People on participation.PersonId equals person.Id
            orderby person.Name ?? person.ChosenName, participation.Id
            select new { participation, person }).AsNoTracking().PageAsync(start, ct);
        var shown = new Dictionary<Guid, LearnersBuddy>();
        foreach (var row in page.Rows)
        {
            shown[row.participation.Id] = await OfAsync(row.participation, row.person.DisplayName, ct);
        }

        return page.As(row => shown[row.participation.Id]);
    }

    /// <summary>One learner.</summary>
    public async Task<LearnersBuddy> OfAsync(Participation participation, CancellationToken ct)
    {
        var person = await db.People.AsNoTracking().SingleAsync(one => one.Id == participation.PersonId, ct);
        return await OfAsync(participation, person.DisplayName, ct);
    }

    private async Task<LearnersBuddy> OfAsync(Participation participation, string name, CancellationToken ct)
    {
        var progress = await learners.ProgressAsync(participation.Id, ct);
        var buddy = progress.Of<BuddyProgress>();
        var shownId = buddy is { HasBuddy: true, ShowsName: true } ? buddy.BuddyId : null;
        var shown = shownId is null ? null : await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == shownId, ct);
        var isOver = progress.Of<JourneyProgress>() is { CompletedAt: not null } or { HasWithdrawn: true };
        var standing = StandingOf(buddy);
        var since = standing switch
        {
            BuddyStanding.NobodyAsked => participation.StartedAt,
            BuddyStanding.NoAnswer => buddy.Until,
            _ => buddy.Since,
        };
        return new(participation.Id, name, standing, since)
        {
            TalksHeld = buddy.Talks.Held,
            BuddyName = shown?.DisplayName,
            CanSuggest = !isOver && !buddy.HasBuddy && !buddy.IsAsking(clock.GetUtcNow()) && !buddy.IsDoneWithout,
            Suggested = buddy.Suggested,
        };
    }

    private BuddyStanding StandingOf(BuddyProgress buddy) => buddy switch
    {
        { HasBuddy: true } => BuddyStanding.Paired,
        _ when buddy.IsAsking(clock.GetUtcNow()) => BuddyStanding.Asking,
        { IsDoneWithout: true } => BuddyStanding.DoneWithout,
        { State: BuddyState.Declined } => BuddyStanding.Declined,
        { State: BuddyState.Left } => BuddyStanding.Parted,
        { State: BuddyState.Nobody } => BuddyStanding.NobodyAsked,
        _ => BuddyStanding.NoAnswer,
    };

    private IQueryable<Participation> Without(Guid journeyId)
    {
        var (completed, withdrawn) = (EventTypes.NameOf<JourneyCompleted>(), EventTypes.NameOf<JourneyWithdrawn>());
        var pairs = db.Groups.Where(pair =>
            pair.JourneyId == journeyId && pair.Kind == GroupKind.BuddyPair && pair.State == GroupState.Active);
        return Groups.Counted(db, me, journeyId).Where(participation =>
            !pairs.Any(pair => pair.OwnerId == participation.Id)
                && !db.Events.Any(row =>
                    row.ParticipationId == participation.Id && (row.Name == completed || row.Name == withdrawn)));
    }
}

/// <summary>A learner, and how it stands with a learning buddy.</summary>
/// <param name="ParticipationId">The participation.</param>
/// <param name="Name">The learner's name.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Since">Since when, UTC; from the start on where nobody was asked.</param>
internal sealed record LearnersBuddy(Guid ParticipationId, string Name, BuddyStanding Standing, DateTimeOffset Since)
{
    /// <summary>Talks that took place, with this buddy and those before.</summary>
    public int TalksHeld { get; init; }

    /// <summary>Who it is, where the learner shows it; else null.</summary>
    public string? BuddyName { get; init; }

    /// <summary>Whether people can be suggested: the learner has nobody, asks nobody, and did not choose to go on alone.</summary>
    public bool CanSuggest { get; init; }

    /// <summary>Whom somebody suggested already, since the learner asked last.</summary>
    public IReadOnlyList<Guid> Suggested { get; init; } = [];

    /// <summary>The id of the line that says how it stands.</summary>
    public string Line => Standing switch
    {
        BuddyStanding.Paired => "buddies.group-paired",
        BuddyStanding.Asking => "buddies.group-asking",
        BuddyStanding.DoneWithout => "buddies.group-without",
        BuddyStanding.Declined => "buddies.group-declined",
        BuddyStanding.Parted => "buddies.group-parted",
        BuddyStanding.NoAnswer => "buddies.group-no-answer",
        BuddyStanding.NobodyAsked => "buddies.group-nobody-asked",
    };
}

/// <summary>How it stands with a learner's buddy, as whoever facilitates sees it.</summary>
internal enum BuddyStanding
{
    /// <summary>Nobody was asked.</summary>
    NobodyAsked,

    /// <summary>Somebody is asked and has not answered.</summary>
    Asking,

    /// <summary>There is a buddy.</summary>
    Paired,

    /// <summary>Whoever was asked said no.</summary>
    Declined,

    /// <summary>Whoever was asked did not answer in time.</summary>
    NoAnswer,

    /// <summary>The pair has parted.</summary>
    Parted,

    /// <summary>The learner chose to go on without one.</summary>
    DoneWithout,
}
