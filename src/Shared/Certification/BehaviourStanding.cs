using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;

namespace LearningBuddy.Shared.Certification;

/// <summary>How far a learner is with a behaviour: counted evidence, never a percentage.</summary>
/// <param name="Confirmed">Pieces in which it was confirmed, in the order of their confirmation.</param>
/// <param name="Waiting">Pieces handed in for it and not read yet.</param>
public sealed record BehaviourStanding(IReadOnlyList<PieceProgress> Confirmed, IReadOnlyList<PieceProgress> Waiting)
{
    /// <summary>The piece that was confirmed first, or null.</summary>
    public PieceProgress? First => Confirmed.Count > 0 ? Confirmed[0] : null;

    /// <summary>Different days among what is confirmed.</summary>
    public int Days => Confirmed.Select(piece => piece.Day).Distinct().Count();

    /// <summary>The best that somebody beside the facilitator said about what is confirmed; null when nobody vouches for any.</summary>
    public AttestationBasis? Attested => Confirmed.Min(piece => piece.Attested);

    /// <summary>Reads it off a learner's history.</summary>
    public static BehaviourStanding Of(Progress progress, string behaviourId)
    {
        var pieces = progress.Of<EvidenceProgress>().Pieces;
        return new BehaviourStanding(
            [.. pieces.Where(piece => piece.Shows(behaviourId)).OrderBy(piece => piece.Confirmed!.At).ThenBy(piece => piece.Id)],
            [.. pieces.Where(piece => piece.Waits(behaviourId))]);
    }

    /// <summary>Whether the rule for certification is met.</summary>
    public bool Meets(CertificationSection rule) => Lacks(rule) == MissingPart.Nothing;

    /// <summary>What the rule asks for beside what is confirmed.</summary>
    public MissingPart Lacks(CertificationSection rule) => Missing(Confirmed, rule);

    /// <summary>What the rule would still ask for if all that waits were confirmed: what the learner can do now.</summary>
    public MissingPart StillNeeds(CertificationSection rule) => Missing([.. Confirmed, .. Waiting], rule);

    private static MissingPart Missing(IReadOnlyList<PieceProgress> pieces, CertificationSection rule)
    {
        if (pieces.Count < rule.Situations)
        {
            return MissingPart.Situation;
        }

        if (pieces.Select(piece => piece.Day).Distinct().Count() < rule.Dates)
        {
            return MissingPart.AnotherDay;
        }

        return rule.OtherEyes && !pieces.Any(rule.IsSeen) ? MissingPart.OtherEyes : MissingPart.Nothing;
    }
}

/// <summary>What a certification lacks.</summary>
public enum MissingPart
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>One more situation.</summary>
    Situation,

    /// <summary>A situation on another day.</summary>
    AnotherDay,

    /// <summary>Somebody beside the facilitator who saw it.</summary>
    OtherEyes,
}
