using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.Shared.Certification;

/// <summary>Apply a behaviour and write down what happened.</summary>
/// <param name="BehaviourId">Which.</param>
/// <param name="OnAnotherDay">Whether there is enough of it, but all on too few days.</param>
public sealed record PractiseBehaviour(string BehaviourId, bool OnAnotherDay) : NextStep;

/// <summary>Ask somebody who was there to say so: all else is there.</summary>
/// <param name="BehaviourId">Which behaviour.</param>
/// <param name="EvidenceId">The newest piece about it.</param>
/// <param name="Revision">Its version.</param>
/// <param name="WasTalkedThrough">Whether somebody talked one of them through, which isn't enough here.</param>
public sealed record AskForOtherEyes(string BehaviourId, Guid EvidenceId, int Revision, bool WasTalkedThrough) : NextStep;

/// <summary>From one situation to certified.</summary>
public static class CertificationSteps
{
    /// <summary>Without certification, one confirmed situation of each behaviour is what a learner goes for.</summary>
    private static readonly CertificationSection OnceEach = new(Situations: 1, Dates: 1, OtherEyes: false);

    /// <summary>
    /// What is still missing for each behaviour, counting what waits to be read:
    /// situations first, then days, then other eyes.
    /// </summary>
    public static IEnumerable<NextStep> Practise(JourneyDesign design, Progress progress, DateTimeOffset now)
    {
        if (design.Find<EvidenceSection>() is null)
        {
            return [];
        }

        var rule = design.Find<CertificationSection>() ?? OnceEach;
        var held = progress.Of<CertificationProgress>();
        return
            from behaviour in SprintChoice.Practised(design, progress)
            where !held.Holds(behaviour.Id)
            let standing = BehaviourStanding.Of(progress, behaviour.Id)
            let missing = Missing(standing, rule, held.Lost.Contains(behaviour.Id))
            where missing != MissingPart.Nothing
            orderby missing
            select Step(behaviour.Id, missing, standing);
    }

    /// <summary>How many of the behaviours that are practised are certified.</summary>
    internal static Phase Reached(JourneyDesign design, Progress progress)
    {
        var (practised, held) = (SprintChoice.Practised(design, progress), progress.Of<CertificationProgress>());
        return new Phase("certificate", practised.Count(behaviour => held.Holds(behaviour.Id)), SprintChoice.HowMany(design, progress));
    }

    /// <summary>The last days of what is held for a time.</summary>
    internal static IEnumerable<Upcoming> Ahead(JourneyDesign design, Progress progress) =>
        from held in progress.Of<CertificationProgress>().Held
        where held.Value.ValidUntil is not null
        select new Upcoming(UpcomingKind.CertificateEnd, held.Value.EventId) { Day = held.Value.ValidUntil, BehaviourId = held.Key };

    /// <summary>
    /// A certification that was lost rests on nothing any more:
    /// one new situation brings it back, so that is what is missing.
    /// </summary>
    private static MissingPart Missing(BehaviourStanding standing, CertificationSection rule, bool isLost) =>
        standing.StillNeeds(rule) is var missing && missing == MissingPart.Nothing && isLost && standing.Waiting.Count == 0
            ? MissingPart.Situation
            : missing;

    private static NextStep Step(string behaviourId, MissingPart missing, BehaviourStanding standing)
    {
        if (missing != MissingPart.OtherEyes)
        {
            return new PractiseBehaviour(behaviourId, missing == MissingPart.AnotherDay);
        }

        var pieces = standing.Confirmed.Concat(standing.Waiting).ToList();
        var newest = pieces.MaxBy(piece => piece.SubmittedAt)!;
        return new AskForOtherEyes(
            behaviourId, newest.Id, newest.Latest!.Revision, pieces.Exists(piece => piece.Attested == AttestationBasis.TalkedThrough));
    }
}
