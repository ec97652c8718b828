using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Reviews;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.Shared.Certification;

/// <summary>When a behaviour is certified: "can do", not "once did".</summary>
/// <param name="Situations">Confirmed pieces of evidence, 1 to 10.</param>
/// <param name="Dates">Different days on which it was applied, 1 to <paramref name="Situations"/>.</param>
/// <param name="OtherEyes">True: somebody beside the facilitator must have seen one of them.</param>
/// <param name="ValidDays">For how many days it holds, or null for ever.</param>
/// <param name="CountsTalkedThrough">
/// True: it is enough for <paramref name="OtherEyes"/> when somebody talked it through with the learner. Else only who was there counts.
/// </param>
public sealed record CertificationSection(
    int Situations = 2, int Dates = 2, bool OtherEyes = true, int? ValidDays = null, bool CountsTalkedThrough = false) : IDesignSection
{
    /// <summary>Whether what somebody says about a situation counts as other eyes.</summary>
    public bool Counts(AttestationBasis basis) =>
        basis == AttestationBasis.Present || (basis == AttestationBasis.TalkedThrough && CountsTalkedThrough);

    /// <summary>Whether other eyes have seen a piece, as far as this rule asks.</summary>
    public bool IsSeen(PieceProgress piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        return piece.Attested is { } basis && Counts(basis);
    }

    /// <summary>How many situations a learner has to show: those of each behaviour, or one each where nothing is certified.</summary>
    public static int SituationsOf(JourneyDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return SprintChoice.UsuallyPractised(design) * (design.Find<CertificationSection>()?.Situations ?? 1);
    }

    /// <inheritdoc />
    public IEnumerable<DesignFault> Check(JourneyDesign design)
    {
        if (Situations is < 1 or > 10 || Dates < 1 || Dates > Situations || ValidDays < 1)
        {
            yield return new("sections.certification", "certification-numbers");
        }

        if (design.Find<ReviewsSection>() is null)
        {
            yield return new("sections.certification", "certification-needs-reviews");
        }

        if (OtherEyes && !design.AllowsGuests && design.Find<BuddiesSection>() is null)
        {
            yield return new("sections.certification.otherEyes", "other-eyes-need-somebody");
        }
    }
}
