using System.Collections.Immutable;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.Shared.Certification;

/// <summary>What a learner is certified on.</summary>
/// <param name="Held">By key of the behaviour.</param>
/// <param name="Lost">Keys of behaviours whose certification ran out or was taken back, and was not reached again.</param>
public sealed record CertificationProgress(ImmutableDictionary<string, HeldCertification> Held, ImmutableHashSet<string> Lost)
    : IThemeProgress
{
    /// <summary>Nothing yet.</summary>
    public static CertificationProgress None { get; } = new(ImmutableDictionary<string, HeldCertification>.Empty, []);

    /// <summary>Whether the learner lets others see that they can help with what they are certified in.</summary>
    public bool OffersHelp { get; private init; }

    /// <summary>Whether this behaviour is certified now.</summary>
    public bool Holds(string behaviourId) => Held.ContainsKey(behaviourId);

    /// <summary>Whether a learner has chosen what to practise, and every behaviour of it is certified now.</summary>
    public static bool IsComplete(JourneyDesign design, Progress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var held = progress.Of<CertificationProgress>();
        return SprintChoice.StillToChoose(design, progress) == 0
            && SprintChoice.Practised(design, progress).All(behaviour => held.Holds(behaviour.Id));
    }

    /// <inheritdoc />
    public IThemeProgress After(RecordedEvent e) => e.What switch
    {
        HelpOffered => this with { OffersHelp = true },
        HelpEnded => this with { OffersHelp = false },
        BehaviourCertified reached => this with
        {
            Held = Held.SetItem(reached.BehaviourId, new HeldCertification(e.Id, reached.EvidenceId, e.OccurredAt, reached.ValidUntil)),
            Lost = Lost.Remove(reached.BehaviourId),
        },
        CertificationExpired expired => Lose(expired.BehaviourId, expired.CertifiedEventId),
        CertificationRevoked revoked => Lose(revoked.BehaviourId, revoked.CertifiedEventId),
        _ => this,
    };

    private CertificationProgress Lose(string behaviourId, Guid certifiedEventId) =>
        Held.TryGetValue(behaviourId, out var held) && held.EventId == certifiedEventId
            ? this with { Held = Held.Remove(behaviourId), Lost = Lost.Add(behaviourId) }
            : this;
}

/// <summary>A certification that holds.</summary>
/// <param name="EventId">The event.</param>
/// <param name="EvidenceId">The evidence that completed it.</param>
/// <param name="At">Since when, UTC.</param>
/// <param name="ValidUntil">Last day of validity, or null for ever.</param>
public sealed record HeldCertification(Guid EventId, Guid EvidenceId, DateTimeOffset At, DateOnly? ValidUntil);
