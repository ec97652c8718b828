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
    /// <summary>Learners on a page: each is read from what happened, all of them at once.</summary>
    private const int Rows = 20;

    /// <summary>How many of those on their way have none, and how many are on their way.</summary>
    public async Task<(int Without, int OnTheirWay)> CountAsync(Guid journeyId, CancellationToken ct = default) =>
        (await Groups.WithoutBuddy(db, me, journeyId).CountAsync(ct), await Groups.OnTheirWay(db, me, journeyId).CountAsync(ct));

    /// <summary>A page of learners, in the order of names.</summary>
    /// <param name="journeyId">The journey.</param>
    /// <param name="all">All of them; else those who have no buddy and are still on their way.</param>
    /// <param name="start">The number of a row on the page, from 1; null for the first page.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<Paged<LearnersBuddy>> PageAsync(Guid journeyId, bool all, int? start, CancellationToken ct)
    {
        var page = await (
            from participation in all ? Groups.Counted(db, me, journeyId) : Groups.WithoutBuddy(db, me, journeyId)
            join person in db.People on participation.PersonId equals person.Id
            orderby person.Name ?? person.ChosenName, participation.Id
            select new { participation, person }).AsNoTracking().PageAsync(start, ct, Rows);
        var progresses = await learners.ProgressesAsync(page.Rows.Select(row => row.participation.Id), ct);
        var shown = progresses.Values.Select(progress => ShownId(progress.Of<BuddyProgress>())).OfType<Guid>().ToList();
        var names = await db.People.AsNoTracking().Where(person => shown.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.DisplayName, ct);
        return page.As(row => Of(row.participation, row.person.DisplayName, progresses[row.participation.Id], names));
    }

    /// <summary>One learner, without the name of the buddy.</summary>
    public async Task<LearnersBuddy> OfAsync(Participation participation, CancellationToken ct)
    {
        var person = await db.People.AsNoTracking().SingleAsync(one => one.Id == participation.PersonId, ct);
        var progress = await learners.ProgressAsync(participation.Id, ct);
        return Of(participation, person.DisplayName, progress, new Dictionary<Guid, string>());
    }

    private LearnersBuddy Of(Participation participation, string name, Progress progress, IReadOnlyDictionary<Guid, string> names)
    {
        var buddy = progress.Of<BuddyProgress>();
        var standing = StandingOf(buddy);
        return new(participation.Id, name, standing, SinceOf(standing, buddy, participation))
        {
            TalksHeld = buddy.Talks.Held,
            BuddyName = ShownId(buddy) is { } id ? names.GetValueOrDefault(id) : null,
            CanSuggest = BuddySteps.CanBeSuggested(me.Design!, progress, clock.GetUtcNow()),
            Suggested = buddy.Suggested,
        };
    }

    private static Guid? ShownId(BuddyProgress buddy) => buddy is { HasBuddy: true, ShowsName: true } ? buddy.BuddyId : null;

    private static DateTimeOffset SinceOf(BuddyStanding standing, BuddyProgress buddy, Participation participation) => standing switch
    {
        BuddyStanding.NobodyAsked or BuddyStanding.DoneWithout => participation.StartedAt,
        BuddyStanding.NoAnswer => buddy.Until,
        _ => buddy.Since,
    };

    private BuddyStanding StandingOf(BuddyProgress buddy) => buddy switch
    {
        { HasBuddy: true } => BuddyStanding.Paired,
        _ when buddy.IsAsking(clock.GetUtcNow()) => BuddyStanding.Asking,
        { IsDoneWithout: true } when me.Design!.Find<BuddiesSection>()!.CanFinishWithout => BuddyStanding.DoneWithout,
        { State: BuddyState.Declined } => BuddyStanding.Declined,
        { State: BuddyState.Left } => BuddyStanding.Parted,
        { State: BuddyState.Nobody } => BuddyStanding.NobodyAsked,
        _ => BuddyStanding.NoAnswer,
    };
}

/// <summary>A learner, and how it stands with a learning buddy.</summary>
/// <param name="ParticipationId">The participation.</param>
/// <param name="Name">The learner's name.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Since">Since when, UTC; from the start on where nobody is asked.</param>
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
