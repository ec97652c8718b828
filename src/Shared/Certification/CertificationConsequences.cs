using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.Shared.Certification;

/// <summary>What follows once the rule is met.</summary>
public static class CertificationConsequences
{
    /// <summary>
    /// A behaviour is certified by whichever event completes its rule: a confirmation, somebody's word that they saw it, or a new rule.
    /// One that was lost is reached again only by something new about it.
    /// </summary>
    public static IEnumerable<Follows> Certify(in Happening happening)
    {
        if (happening.Design.Find<CertificationSection>() is not { } rule || Concerned(happening, rule) is not { } concerned)
        {
            return [];
        }

        var (held, after, e, zone) = (happening.After.Of<CertificationProgress>(), happening.After, happening.Event, happening.Zone);
        return
            from behaviourId in concerned.ToList()
            where !held.Holds(behaviourId)
            let standing = BehaviourStanding.Of(after, behaviourId)
            where standing.Meets(rule)
            select new Follows.Event(Certified(behaviourId, standing, ValidUntil(rule, e.OccurredAt, zone)), new Actor(e.LearnerId));
    }

    /// <summary>A certification that is limited runs out when its last day is over, where the learner is.</summary>
    public static IEnumerable<Follows> LetExpire(in Happening happening)
    {
        if (happening.Event.What is not BehaviourCertified { ValidUntil: { } lastDay })
        {
            return [];
        }

        var end = DayStart.Of(lastDay.AddDays(1), happening.Zone);
        return [new Follows.Due(DueKind.CertificationExpiry, happening.Event.Id, end) { IsNew = true }];
    }

    /// <summary>Whoever is started over holds nothing any more: whoever did it took it back.</summary>
    public static IEnumerable<Follows> TakeBack(in Happening happening)
    {
        if (happening.Event.What is not JourneyRestarted)
        {
            return [];
        }

        var by = new Actor(happening.Event.ActorId);
        return happening.Before.Of<CertificationProgress>().Held.OrderBy(held => held.Key, StringComparer.Ordinal)
            .Select(held => new Follows.Event(new CertificationRevoked(held.Key, held.Value.EventId), by));
    }

    /// <summary>What is to be noted when a certification's time is over; null when it no longer holds.</summary>
    public static CertificationExpired? WhenDue(Progress progress, Guid certifiedEventId)
    {
        var behaviourId = progress.Of<CertificationProgress>().Held.FirstOrDefault(held => held.Value.EventId == certifiedEventId).Key;
        return behaviourId is null ? null : new CertificationExpired(behaviourId, certifiedEventId);
    }

    /// <summary>The behaviours whose rule this event may complete, or null for an event that completes none.</summary>
    private static IEnumerable<string>? Concerned(in Happening happening, CertificationSection rule)
    {
        var (design, after) = (happening.Design, happening.After);
        return happening.Event.What switch
        {
            ReviewConfirmed confirmed => Active(design, confirmed.Evidence.BehaviourIds),
            EvidenceAttested attested
                when rule.Counts(attested.Basis) && after.Of<EvidenceProgress>().Find(attested.Evidence.Id)?.Confirmed is { } by =>
                Active(design, by.Event.Evidence.BehaviourIds),
            DesignChanged => design.ActiveBehaviours.Select(behaviour => behaviour.Id)
                .Where(id => !after.Of<CertificationProgress>().Lost.Contains(id)),
            _ => null,
        };
    }

    private static IEnumerable<string> Active(JourneyDesign design, IEnumerable<string> ids) =>
        ids.Where(id => design.FindBehaviour(id) is { Retired: false });

    private static BehaviourCertified Certified(string behaviourId, BehaviourStanding standing, DateOnly? validUntil)
    {
        var last = standing.Confirmed[^1];
        var confirmation = last.Confirmed!;
        return new BehaviourCertified(
            behaviourId,
            last.Id,
            confirmation.Event.Evidence.Revision,
            confirmation.Event.Points,
            confirmation.EventId,
            [.. standing.Confirmed.SelectMany(piece => new[] { piece.Confirmed!.Event.SubmissionEventId, piece.Confirmed.EventId })],
            confirmation.By,
            validUntil);
    }

    private static DateOnly? ValidUntil(CertificationSection rule, DateTimeOffset at, TimeZoneInfo zone) =>
        rule.ValidDays is { } days ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime).AddDays(days) : null;
}
