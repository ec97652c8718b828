using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.Shared.Grades;

/// <summary>
/// What confirming a piece of evidence would do, told before anybody confirms. It lets the confirmation happen to a copy of the learner's
/// progress, with everything that follows from it, so that it can say nothing else than what then comes true. Pure.
/// </summary>
/// <param name="Behaviours">One entry per behaviour the piece is about, in the piece's order.</param>
/// <param name="Before">The grade now; null when the journey gives none.</param>
/// <param name="After">The grade then.</param>
public sealed record ConfirmationForecast(IReadOnlyList<BehaviourForecast> Behaviours, Grade? Before, Grade? After)
{
    /// <summary>Whether any behaviour is at a level that counts: without one a review can't confirm.</summary>
    public bool AnythingCounts => Behaviours.Any(behaviour => behaviour.Counts);

    /// <summary>Looks ahead.</summary>
    /// <param name="design">The design that holds for the learner now.</param>
    /// <param name="progress">The learner's history.</param>
    /// <param name="asked">The version, with all behaviours it is about.</param>
    /// <param name="levels">The levels by behaviour.</param>
    /// <param name="rubric">The rubric the version is reviewed on.</param>
    /// <param name="zone">The learner's time zone.</param>
    /// <param name="now">UTC.</param>
    public static ConfirmationForecast Of(
        JourneyDesign design, Progress progress, EvidenceRef asked, IReadOnlyDictionary<string, int> levels, Rubric rubric,
        TimeZoneInfo zone, DateTimeOffset now)
    {
        var text = new ReviewText(true, levels, "", "");
        var reached = ReviewOutcome.Reached(asked, levels, rubric).BehaviourIds;
        var after = reached.Count == 0
            ? progress
            : AfterAll(design, progress, ReviewOutcome.Of(text, asked, rubric, Guid.Empty, Guid.Empty), zone, now);
        return new(
            [.. from id in asked.BehaviourIds
                let behaviour = design.FindBehaviour(id)
                where behaviour is not null
                select Forecast(design, behaviour, reached.Contains(id), progress, after)],
            Grade.Of(design, progress),
            Grade.Of(design, after));
    }

    private static BehaviourForecast Forecast(
        JourneyDesign design, Behaviour behaviour, bool counts, Progress before, Progress after)
    {
        var (standing, rule) = (BehaviourStanding.Of(after, behaviour.Id), design.Find<CertificationSection>());
        return new(
            behaviour,
            counts,
            standing.Confirmed.Count,
            rule?.Situations,
            rule is not null && before.Of<CertificationProgress>().Holds(behaviour.Id),
            rule is not null && after.Of<CertificationProgress>().Holds(behaviour.Id),
            rule is null ? MissingPart.Nothing : standing.Lacks(rule));
    }

    private static Progress AfterAll(JourneyDesign design, Progress progress, JourneyEvent what, TimeZoneInfo zone, DateTimeOffset now)
    {
        var after = progress;
        Happening Happen(JourneyEvent happened)
        {
            var recorded = new RecordedEvent(Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty, now, happened);
            var before = after;
            after = before.After(recorded);
            return new(design, before, after, recorded, zone);
        }

        Consequences.Follow(Happen(what), further => Happen(further.What), _ => { });
        return after;
    }
}

/// <summary>What becomes of a behaviour.</summary>
/// <param name="Behaviour">Which.</param>
/// <param name="Counts">Whether its level is one that counts.</param>
/// <param name="Confirmed">Situations that are confirmed then.</param>
/// <param name="Needed">Of how many for the certificate; null where the journey certifies nothing.</param>
/// <param name="WasCertified">Whether it is certified already.</param>
/// <param name="IsCertified">Whether it is certified then.</param>
/// <param name="Lacks">What the rule still asks for then.</param>
public sealed record BehaviourForecast(
    Behaviour Behaviour, bool Counts, int Confirmed, int? Needed, bool WasCertified, bool IsCertified, MissingPart Lacks);
