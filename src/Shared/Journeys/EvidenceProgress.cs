using LearningBuddy.Shared.Events;

namespace LearningBuddy.Shared.Journeys;

/// <summary>What one piece of evidence went through.</summary>
public sealed class EvidenceProgress(EvidenceRef first, DateTimeOffset startedAt)
{
    /// <summary>The version last heard of.</summary>
    public EvidenceRef Latest { get; private set; } = first;

    /// <summary>Where it stands.</summary>
    public EvidenceProgressState State { get; private set; } = EvidenceProgressState.Drafted;

    /// <summary>When it last changed hands, UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; } = startedAt;

    /// <summary>The day it was applied, or else the day it was handed in.</summary>
    public DateOnly Day { get; private set; } = DateOnly.FromDateTime(startedAt.UtcDateTime);

    /// <summary>Persons beside the facilitator who attested it.</summary>
    public HashSet<Guid> AttestedBy { get; } = [];

    /// <summary>Keys of the behaviours a facilitator confirmed in it.</summary>
    public HashSet<string> ConfirmedBehaviours { get; } = [];

    internal void Submit(JourneyEvent.EvidenceSubmitted submitted, DateTimeOffset at)
    {
        Latest = submitted.Evidence;
        Day = submitted.AppliedOn ?? DateOnly.FromDateTime(at.UtcDateTime);
        Change(EvidenceProgressState.Submitted, at);
    }

    internal void Return(DateTimeOffset at) => Change(EvidenceProgressState.Returned, at);

    internal void Confirm(JourneyEvent.EvidenceConfirmed confirmed, DateTimeOffset at)
    {
        ConfirmedBehaviours.UnionWith(confirmed.Evidence.Behaviours.Select(behaviour => behaviour.Id));
        Change(EvidenceProgressState.Confirmed, at);
    }

    private void Change(EvidenceProgressState state, DateTimeOffset at)
    {
        State = state;
        ChangedAt = at;
    }
}

/// <summary>Where a piece of evidence stands in the history.</summary>
public enum EvidenceProgressState
{
    /// <summary>Begun.</summary>
    Drafted,

    /// <summary>Waits for the facilitator.</summary>
    Submitted,

    /// <summary>Came back.</summary>
    Returned,

    /// <summary>Counts.</summary>
    Confirmed,
}

/// <summary>The learning buddy as the history tells it.</summary>
/// <param name="PairId">The pairing.</param>
/// <param name="BuddyId">The buddy, or null while a code waits to be taken.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when, UTC.</param>
public sealed record BuddyProgress(Guid PairId, Guid? BuddyId, BuddyProgressState State, DateTimeOffset Since);

/// <summary>Where a pairing stands in the history.</summary>
public enum BuddyProgressState
{
    /// <summary>Waits for an answer.</summary>
    Invited,

    /// <summary>The two are a pair.</summary>
    Paired,

    /// <summary>The person asked said no.</summary>
    Declined,
}

/// <summary>How far a behaviour has got: counted evidence, never a percentage.</summary>
/// <param name="Confirmed">Situations confirmed.</param>
/// <param name="Days">Different days among them.</param>
/// <param name="SeenByOthers">Whether one of them was attested by somebody beside the facilitator.</param>
/// <param name="Waiting">Situations handed in and not read yet.</param>
public readonly record struct BehaviourProgress(int Confirmed, int Days, bool SeenByOthers, int Waiting)
{
    /// <summary>Whether the rule for certification is met.</summary>
    public bool Meets(CertificationRule rule) =>
        Confirmed >= rule.Situations && Days >= rule.Dates && (SeenByOthers || !rule.OtherEyes);
}
