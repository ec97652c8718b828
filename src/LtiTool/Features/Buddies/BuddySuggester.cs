using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>Finds those whom a learner could ask next, for the learner and for whoever facilitates.</summary>
internal sealed class BuddySuggester(BuddyDbContext db, CourseRoster roster)
{
    /// <summary>
    /// For the learner: nobody who was asked before. What a facilitator suggested comes first, while anything is left of it.
    /// </summary>
    /// <param name="learner">The learner.</param>
    /// <param name="buddies">The rules of the journey.</param>
    /// <param name="buddy">How it stands with the learner's buddy.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<Suggestions> ForLearnerAsync(Participation learner, BuddiesSection buddies, BuddyProgress buddy, CancellationToken ct)
    {
        var asked = await AskedAsync(learner.Id, ct);
        var open = (await CandidatesAsync(learner, ct)).Select(one => one with { WasAsked = asked.Contains(one.PersonId) }).ToList();
        var named = BuddySuggestions.For(learner.PersonId, open.Where(one => buddy.Suggested.Contains(one.PersonId)), buddies.Capacity);
        return named.Length > 0
            ? new(await NamesAsync(named, ct), IsByFacilitator: true)
            : new(await NamesAsync(BuddySuggestions.For(learner.PersonId, open, buddies.Capacity), ct), IsByFacilitator: false);
    }

    /// <summary>
    /// For whoever facilitates. Whom the learner asked before is among them, and no reason tells whom somebody supports: who is left out
    /// would tell who said no.
    /// </summary>
    /// <param name="learner">The learner.</param>
    /// <param name="buddies">The rules of the journey.</param>
    /// <param name="only">Only these, or everybody where nobody is named.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IReadOnlyList<SuggestedPerson>> ForFacilitatorAsync(
        Participation learner, BuddiesSection buddies, IReadOnlyCollection<Guid> only, CancellationToken ct)
    {
        var candidates = await CandidatesAsync(learner, ct);
        return await NamesAsync(
            BuddySuggestions.For(
                learner.PersonId, candidates.Where(person => only.Count == 0 || only.Contains(person.PersonId)), buddies.Capacity),
            ct);
    }

    private async Task<IReadOnlyList<SuggestedPerson>> NamesAsync(IReadOnlyCollection<BuddySuggestion> suggested, CancellationToken ct)
    {
        var ids = suggested.Select(one => one.PersonId).ToList();
        var people = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, ct);
        return [.. suggested.Select(one => new SuggestedPerson(one.PersonId, people[one.PersonId].DisplayName, one.Reason))];
    }

    /// <summary>Whoever may be asked, as if nobody was asked yet.</summary>
    private async Task<IEnumerable<BuddyCandidate>> CandidatesAsync(Participation learner, CancellationToken ct)
    {
        var own = await db.Enrolments
            .Where(enrolment => enrolment.PersonId == learner.PersonId
                && db.Journeys.Any(journey => journey.Id == learner.JourneyId && journey.CourseId == enrolment.CourseId))
            .Select(enrolment => enrolment.Groups).SingleOrDefaultAsync(ct);
        var entries = await roster.ToAskForAsync(learner.PersonId, own, ct);
        var supporting = await BuddyCapacity.Supporting(db, learner.JourneyId).GroupBy(person => person)
            .Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, ct);
        var sharing = await SharingAsync(learner, ct);
        return entries.Select(entry => new BuddyCandidate(
            entry.PersonId,
            sharing.GetValueOrDefault(entry.PersonId),
            AreApart(own, entry.Groups),
            supporting.GetValueOrDefault(entry.PersonId),
            WasAsked: false));
    }

    /// <summary>How many of the learner's behaviours others of the journey work on: something was sent for them and not returned.</summary>
    private Task<Dictionary<Guid, int>> SharingAsync(Participation learner, CancellationToken ct)
    {
        var worked = db.BehaviourStandings.Where(standing => standing.Waiting > 0 || standing.Confirmed > 0);
        var own = worked.Where(standing => standing.ParticipationId == learner.Id).Select(standing => standing.BehaviourId);
        return (
            from standing in worked
            join other in db.Participations on standing.ParticipationId equals other.Id
            where other.JourneyId == learner.JourneyId && other.Id != learner.Id && own.Contains(standing.BehaviourId)
            group standing by other.PersonId into same
            select new { same.Key, Count = same.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, ct);
    }

    /// <summary>Whom the learner asked before, and who was the buddy.</summary>
    private async Task<IReadOnlySet<Guid>> AskedAsync(Guid participationId, CancellationToken ct)
    {
        var pairs = db.Groups.Where(pair => pair.OwnerId == participationId && pair.Kind == GroupKind.BuddyPair).Select(pair => pair.Id);
        var invited = db.Invitations.Where(invitation => pairs.Contains(invitation.GroupId) && invitation.PersonId != null)
            .Select(invitation => invitation.PersonId!.Value);
        var were = db.Memberships.Where(member => pairs.Contains(member.GroupId) && member.Part == GroupPart.Buddy)
            .Select(member => member.PersonId);
        return await invited.Union(were).ToHashSetAsync(ct);
    }

    private static bool AreApart(string? some, string? others) =>
        Words(some) is { Length: > 0 } these && Words(others) is { Length: > 0 } those
            && !these.Intersect(those, StringComparer.Ordinal).Any();

    private static string[] Words(string? groups) => groups?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}

/// <summary>Whom a learner could ask.</summary>
/// <param name="People">At most <see cref="BuddySuggestions.Most"/>.</param>
/// <param name="IsByFacilitator">Whether a facilitator named them; else the rule did.</param>
internal sealed record Suggestions(IReadOnlyList<SuggestedPerson> People, bool IsByFacilitator)
{
    /// <summary>Nobody.</summary>
    public static Suggestions None { get; } = new([], IsByFacilitator: false);
}

/// <summary>Somebody whom a learner could ask.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">What others see.</param>
/// <param name="Reason">Why them.</param>
internal sealed record SuggestedPerson(Guid PersonId, string Name, SuggestionReason Reason)
{
    /// <summary>The id of the line that says why, to the learner.</summary>
    public string Why => Reason switch
    {
        SuggestionReason.SameBehavioursOtherTeam => "buddies.why-same-other-team",
        SuggestionReason.SameBehaviours => "buddies.why-same",
        SuggestionReason.OtherTeam => "buddies.why-other-team",
        SuggestionReason.SupportsNobody => "buddies.why-supports-nobody",
        _ => "buddies.why-has-room",
    };

    /// <summary>The same to whoever facilitates, with the learner's name for <c>{0}</c>.</summary>
    public string WhyOfLearner => Reason switch
    {
        SuggestionReason.SameBehavioursOtherTeam => "buddies.why-same-other-team-theirs",
        SuggestionReason.SameBehaviours => "buddies.why-same-theirs",
        SuggestionReason.OtherTeam => "buddies.why-other-team-theirs",
        _ => "buddies.why-has-room",
    };
}
