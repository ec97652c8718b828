using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>One's own learning buddy, and the people one supports.</summary>
[OfTheme(typeof(BuddiesSection))]
internal sealed class IndexModel(
    BuddyDbContext db, LearnerReader learners, TalkOverview talks, CourseRoster roster, BuddySuggester suggester,
    BuddyElsewhere elsewhere, SealedWords words, CurrentSession me, TimeProvider clock, Localizer texts)
    : JourneyPage(me)
{
    /// <summary>The longest search that is read, in characters.</summary>
    public const int LongestSearch = 80;

    /// <summary>Whether this person learns here and has started; else they only support others.</summary>
    public bool HasStarted => Session.HasStarted;

    /// <summary>The buddy, or what became of the last invitation.</summary>
    public BuddyProgress Own { get; private set; } = BuddyProgress.None;

    /// <summary>The invitation behind it: code and reason; null before the first.</summary>
    public Invitation? Invitation { get; private set; }

    /// <summary>The buddy's name, or the address that was asked; null while a code waits, and once an address is forgotten.</summary>
    public string? OwnName { get; private set; }

    /// <summary>What was typed for a mail that could not be sent.</summary>
    public MailForm Mail { get; private set; } = new(null, null, null);

    /// <summary>Part of a name that the list was searched for, or null.</summary>
    public string? Find { get; private set; }

    /// <summary>A page of those who can be invited, in the order of names.</summary>
    public Paged<Person> Candidates { get; private set; } = Paged<Person>.Nothing;

    /// <summary>Whom the learner could ask next, after a refusal or where a facilitator names somebody.</summary>
    public Suggestions Suggested { get; private set; } = Suggestions.None;

    /// <summary>How old the list of people is; null where it isn't shown.</summary>
    public RosterAge? ListAge { get; private set; }

    /// <summary>Invitations to answer.</summary>
    public IReadOnlyList<AskedBy> ToAnswer { get; private set; } = [];

    /// <summary>Learners supported.</summary>
    public IReadOnlyList<Supported> Supports { get; private set; } = [];

    /// <summary>Learners of other courses whom this person supports.</summary>
    public IReadOnlyList<SupportedElsewhere> Elsewhere { get; private set; } = [];

    /// <summary>Whether an invitation is open.</summary>
    public bool IsAsking => Own.IsAsking(clock.GetUtcNow());

    /// <summary>Whether the last invitation was not answered in time.</summary>
    public bool HasLapsed => Own.State == BuddyState.Expired || (Own.State == BuddyState.Invited && !IsAsking);

    /// <summary>Whether the last invitation came to nothing.</summary>
    private bool WasInVain => Own.State == BuddyState.Declined || HasLapsed;

    /// <summary>Whether the learner can invite somebody now.</summary>
    public bool CanInvite => HasStarted && !Own.HasBuddy && !IsAsking;

    /// <summary>Whether the list is long enough to be searched: who sees it whole looks.</summary>
    public bool CanSearch => Find is not null || Candidates.Total > Candidates.Rows.Count;

    /// <summary>Shows the page; reads the roster when it is stale.</summary>
    /// <param name="find">Part of a name to look for in the list of people.</param>
    /// <param name="start">The number of a row of that list.</param>
    /// <param name="mail">What was typed for a mail that could not be sent, and why.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task OnGetAsync(string? find, int? start, MailForm mail, CancellationToken ct)
    {
        Mail = mail.Opened(words);
        Find = string.IsNullOrWhiteSpace(find) ? null : CleanText.Cut(CleanText.Line(find), LongestSearch);
        if (Session.ParticipationId is { } own)
        {
            await ShowOwnAsync(own, start, ct);
        }

        ToAnswer = await ToAnswerAsync(ct);
        Supports = await SupportsAsync(ct);
        Elsewhere = await elsewhere.ListAsync(ct);
    }

    private async Task ShowOwnAsync(Guid own, int? start, CancellationToken ct)
    {
        Own = (await learners.ProgressAsync(own, ct)).Of<BuddyProgress>();
        Invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(invitation => invitation.GroupId == Own.PairId, ct);
        OwnName = Own.BuddyId is { } id
            ? (await db.People.AsNoTracking().SingleAsync(person => person.Id == id, ct)).DisplayName
            : Invitation?.Address;
        if (CanInvite)
        {
            Candidates = await roster.LearnersAsync(Find, start, texts.Culture, ct);
            ListAge = await roster.AgeAsync(ct);
            Suggested = Find is null && start is null && (WasInVain || Own.Suggested.Count > 0)
                ? await SuggestedAsync(own, ct)
                : Suggestions.None;
        }
    }

    private async Task<Suggestions> SuggestedAsync(Guid own, CancellationToken ct)
    {
        var participation = await db.Participations.AsNoTracking().SingleAsync(mine => mine.Id == own, ct);
        return await suggester.ForLearnerAsync(participation, Design.Find<BuddiesSection>()!, Own, ct);
    }

    private async Task<IReadOnlyList<AskedBy>> ToAnswerAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await (
            from invitation in db.Invitations
            join pair in db.Groups on invitation.GroupId equals pair.Id
            join participation in db.Participations on pair.OwnerId equals participation.Id
            join learner in db.People on participation.PersonId equals learner.Id
            where invitation.PersonId == Session.PersonId && pair.JourneyId == JourneyId && invitation.ExpiresAt > now
                && (invitation.State == InvitationState.Asked || invitation.State == InvitationState.Reminded)
            orderby invitation.AskedAt
            select new { pair.Id, invitation.ExpiresAt, invitation.Words, learner }).AsNoTracking().Take(20).ToListAsync(ct);
        return rows.ConvertAll(row => new AskedBy(row.Id, row.learner.DisplayName, row.ExpiresAt, row.Words));
    }

    private async Task<IReadOnlyList<Supported>> SupportsAsync(CancellationToken ct)
    {
        var rows = await (
            from member in db.Memberships
            join pair in db.Groups on member.GroupId equals pair.Id
            join participation in db.Participations on pair.OwnerId equals participation.Id
            join learner in db.People on participation.PersonId equals learner.Id
            where member.PersonId == Session.PersonId && member.Part == GroupPart.Buddy && member.State == MembershipState.Active
                && pair.JourneyId == JourneyId && pair.Kind == GroupKind.BuddyPair
            orderby member.Since
            select new { participation.Id, PairId = pair.Id, learner }).AsNoTracking().Take(20).ToListAsync(ct);
        var evidence = await SentEvidence.OfAsync(db, rows.ConvertAll(row => row.Id), 100, ct);
        var theirs = await talks.OfAsync(rows.ConvertAll(row => row.PairId), ct);
        return rows.ConvertAll(row => new Supported(
            row.Id,
            row.learner.DisplayName,
            [.. evidence.Where(piece => piece.ParticipationId == row.Id)],
            theirs.GetValueOrDefault(row.PairId)));
    }
}

/// <summary>A learner who asks this person to be the learning buddy.</summary>
/// <param name="PairId">The pair asked for.</param>
/// <param name="Name">The learner's name.</param>
/// <param name="Until">Until when an answer helps, UTC.</param>
/// <param name="Words">What the learner wrote to this person, or null.</param>
public sealed record AskedBy(Guid PairId, string Name, DateTimeOffset Until, string? Words);

/// <summary>A learner whom this person supports.</summary>
/// <param name="ParticipationId">The learner's participation.</param>
/// <param name="Name">The learner's name.</param>
/// <param name="Shared">What the learner has sent, newest first.</param>
/// <param name="Talks">The talks of the two.</param>
internal sealed record Supported(Guid ParticipationId, string Name, IReadOnlyList<SentEvidence> Shared, ThreeTalks? Talks);
