using LearningBuddy.SampleData.Chance;
using LearningBuddy.SampleData.World;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Practice;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.SampleData.Play;

/// <summary>A facilitator reads what was handed in: mostly within two days, now and then after weeks.</summary>
internal sealed class Reviewing(Stage stage, Learner learner, Action<string> draft)
{
    private const double FailsAtFirst = 0.5;
    private const double CraftHelps = 0.36;
    private const double FailsLater = 0.1;
    private const double Excels = 0.3;

    private static readonly Spread WaitHours = new(0.2, 1, 3, 6, 11, 18, 26, 40, 66, 120, 430);

    private readonly Consequences consequences = new(stage, learner, draft);

    /// <summary>Plans the review of a version.</summary>
    public void Plan(Evidence piece, EvidenceVersion version, EvidenceRef reference)
    {
        var facilitator = learner.Dice.Pick(stage.Cohort.Facilitators);
        var at = facilitator.Rhythm.After(stage.Agenda.Now + learner.Dice.Hours(WaitHours), learner.Dice);
        stage.Agenda.At(at, () => Review(facilitator, piece, version, reference));
    }

    private void Review(SamplePerson facilitator, Evidence piece, EvidenceVersion version, EvidenceRef reference)
    {
        if (learner.HasWithdrawn)
        {
            return;
        }

        var (rubric, words) = (stage.Definition.Rubric, stage.Cohort.Design.Words);
        var levels = version.Text.BehaviourIds.ToDictionary(id => id, _ => LevelOf(version.Revision));
        var review = new ReviewText(levels.Values.Any(level => level >= rubric.PassLevel), levels, learner.Dice.Pick(words.Worked), learner.Dice.Pick(words.Challenges));
        if (ReviewRules.Check(review, version.Text.BehaviourIds, rubric).Count > 0 || !piece.Settle(review.Confirmed))
        {
            throw new InvalidOperationException("A facilitator reviews what waits, and wholly.");
        }

        if (!review.Confirmed)
        {
            learner.Saw(facilitator.Id, new EvidenceReturned(reference, version.SubmissionEventId, review.Comment));
            return;
        }

        var reached = reference with { Behaviours = [.. reference.Behaviours.Where(behaviour => levels[behaviour.Id] >= rubric.PassLevel)] };
        var points = new Points(reached.Behaviours.Average(behaviour => levels[behaviour.Id]), rubric.Lowest, rubric.Highest);
        var confirmation = learner.Saw(facilitator.Id, new EvidenceConfirmed(reached, version.SubmissionEventId, points, review.Comment));
        consequences.Of(confirmation, facilitator);
    }

    private int LevelOf(int revision)
    {
        var fails = revision == 1 ? FailsAtFirst - (CraftHelps * learner.Temperament.Craft) : FailsLater;
        return learner.Dice.Happens(fails) ? (learner.Dice.Happens(0.2) ? 0 : 1) : (learner.Dice.Happens(Excels) ? 3 : 2);
    }
}
