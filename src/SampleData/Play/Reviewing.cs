using LearningBuddy.SampleData.Chance;
using LearningBuddy.SampleData.World;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.SampleData.Play;

/// <summary>A facilitator reads what was handed in: mostly within two days, now and then after weeks.</summary>
internal sealed class Reviewing(Stage stage, Learner learner)
{
    private const double FailsAtFirst = 0.5;
    private const double CraftHelps = 0.36;
    private const double FailsLater = 0.1;
    private const double Excels = 0.3;

    private static readonly Spread WaitHours = new(0.2, 1, 3, 6, 11, 18, 26, 40, 66, 120, 430);


    /// <summary>Plans the review of a version.</summary>
    public void Plan(EvidencePiece piece, EvidenceVersion version, EvidenceRef reference)
    {
        var facilitator = learner.Dice.Pick(stage.Cohort.Facilitators);
        var at = facilitator.Rhythm.After(stage.Agenda.Now + learner.Dice.Hours(WaitHours), learner.Dice);
        stage.Agenda.At(at, () => Review(facilitator, piece, version, reference));
    }

    private void Review(SamplePerson facilitator, EvidencePiece piece, EvidenceVersion version, EvidenceRef reference)
    {
        if (learner.HasWithdrawn || piece.State == EvidenceState.SetAside)
        {
            return;
        }

        var (rubric, words) = (stage.Design.Find<ReviewsSection>()!.Rubric, stage.Words);
        var levels = version.Text.BehaviourIds.ToDictionary(id => id, _ => LevelOf(version.Revision));
        var review = new ReviewText(
            levels.Values.Any(level => level >= rubric.PassLevel),
            levels,
            learner.Dice.Pick(words.Worked),
            learner.Dice.Pick(words.Challenges));
        if (ReviewRules.Check(review, version.Text.BehaviourIds, rubric).Count > 0 || !piece.Settle(review.Confirmed))
        {
            throw new InvalidOperationException("A facilitator reviews what waits, and wholly.");
        }

        var id = stage.Ids.New();
        stage.Write(new(TextKind.ReviewComment, id), review.Comment);
        if (!review.Confirmed)
        {
            learner.Saw(facilitator.Id, new ReviewReturned(reference, id, version.SubmissionEventId));
            return;
        }

        var reached = reference with
        {
            BehaviourIds = [.. reference.BehaviourIds.Where(behaviour => levels[behaviour] >= rubric.PassLevel)],
        };
        var points = new Points(reached.BehaviourIds.Average(behaviour => levels[behaviour]), rubric.Lowest, rubric.Highest);
        learner.Saw(facilitator.Id, new ReviewConfirmed(reached, id, version.SubmissionEventId, points));
    }

    private int LevelOf(int revision)
    {
        var fails = revision == 1 ? FailsAtFirst - (CraftHelps * learner.Temperament.Craft) : FailsLater;
        return learner.Dice.Happens(fails) ? (learner.Dice.Happens(0.2) ? 0 : 1) : (learner.Dice.Happens(Excels) ? 3 : 2);
    }
}
