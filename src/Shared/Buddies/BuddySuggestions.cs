using System.Collections.Immutable;

namespace LearningBuddy.Shared.Buddies;

/// <summary>
/// Whom a learner could ask next, after somebody said no or said nothing: few names, each with its reason. The learner chooses; nobody is
/// paired by a rule.
/// </summary>
public static class BuddySuggestions
{
    /// <summary>How many names are suggested at once, at most.</summary>
    public const int Most = 3;

    /// <summary>
    /// The best of those who may be asked. Who was asked before is not brought up again, and who has no room isn't either. Whoever works on
    /// the same behaviours comes first, then whoever is in another team, then whoever supports fewer; where all of that is equal, each
    /// learner meets others, and the same others each time.
    /// </summary>
    /// <param name="learnerId">The learner.</param>
    /// <param name="people">Those who may be asked.</param>
    /// <param name="capacity">How many learners one person supports.</param>
    public static ImmutableArray<BuddySuggestion> For(Guid learnerId, IEnumerable<BuddyCandidate> people, int capacity) =>
    [
        .. people
            .Where(person => person.PersonId != learnerId && !person.WasAsked && person.Supports < capacity)
            .OrderByDescending(person => person.SharedBehaviours)
            .ThenByDescending(person => person.IsInOtherTeam)
            .ThenBy(person => person.Supports)
            .ThenBy(person => Mixed(learnerId, person.PersonId))
            .Take(Most)
            .Select(person => new BuddySuggestion(person.PersonId, ReasonFor(person))),
    ];

    private static SuggestionReason ReasonFor(BuddyCandidate person) => person switch
    {
        { SharedBehaviours: > 0, IsInOtherTeam: true } => SuggestionReason.SameBehavioursOtherTeam,
        { SharedBehaviours: > 0 } => SuggestionReason.SameBehaviours,
        { IsInOtherTeam: true } => SuggestionReason.OtherTeam,
        { Supports: 0 } => SuggestionReason.SupportsNobody,
        _ => SuggestionReason.HasRoom,
    };

    /// <summary>Spreads equals over the learners: else everybody would ask whoever comes first in the alphabet.</summary>
    private static (ulong High, ulong Low) Mixed(Guid learner, Guid person)
    {
        var (a, b) = (learner.ToByteArray(), person.ToByteArray());
        return (BitConverter.ToUInt64(a) ^ BitConverter.ToUInt64(b), BitConverter.ToUInt64(a, 8) ^ BitConverter.ToUInt64(b, 8));
    }
}

/// <summary>Somebody who may be asked.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="SharedBehaviours">Behaviours that both of them work on, at least 0.</param>
/// <param name="IsInOtherTeam">Whether the LMS puts both into groups, and no group is the same.</param>
/// <param name="Supports">How many learners they support, at least 0.</param>
/// <param name="WasAsked">Whether this learner asked them before, whatever came of it.</param>
public readonly record struct BuddyCandidate(Guid PersonId, int SharedBehaviours, bool IsInOtherTeam, int Supports, bool WasAsked);

/// <summary>Somebody whom a learner could ask.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Reason">Why them.</param>
public readonly record struct BuddySuggestion(Guid PersonId, SuggestionReason Reason);

/// <summary>Why somebody is suggested: the strongest reason there is.</summary>
public enum SuggestionReason
{
    /// <summary>Works on some of the same behaviours, in another team.</summary>
    SameBehavioursOtherTeam,

    /// <summary>Works on some of the same behaviours.</summary>
    SameBehaviours,

    /// <summary>Is in another team.</summary>
    OtherTeam,

    /// <summary>Supports nobody yet.</summary>
    SupportsNobody,

    /// <summary>Can support one more.</summary>
    HasRoom,
}
