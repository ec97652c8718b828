using LearningBuddy.SampleData.Chance;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.SampleData.Play;

/// <summary>A learner asks something now and then; somebody of the cohort or a facilitator answers, mostly.</summary>
internal sealed class QuestionHabit(Stage stage, Learner learner, SprintHabit sprints)
{
    private const double AsksToday = 0.07;
    private const double NeedsHelp = 0.04;
    private const double IsAnswered = 0.86;
    private const double ByPeer = 0.45;

    private static readonly Spread AnswerHours = new(0.2, 1.5, 5, 14, 26, 60, 140);

    /// <summary>Asks, perhaps.</summary>
    public void Ask()
    {
        if (learner.Dice.Happens(AsksToday))
        {
            AskQuestion();
        }

        if (learner.Dice.Happens(NeedsHelp) && sprints.Current is { } sprint)
        {
            learner.Did(new HelpAsked(sprint.Id, sprint.Title));
        }
    }

    private void AskQuestion()
    {
        var dice = learner.Dice;
        var question = stage.Ids.New();
        var asked = learner.Did(new QuestionAsked(question));
        if (!dice.Happens(IsAnswered))
        {
            return;
        }

        var by = dice.Happens(ByPeer) && stage.SomebodyElse(learner) is { } peer ? peer.Person : dice.Pick(stage.Cohort.Facilitators);
        stage.Agenda.At(
            by.Rhythm.After(stage.Agenda.Now + dice.Hours(AnswerHours), dice),
            () => learner.Saw(by.Id, new QuestionAnswered(question, dice.Pick(stage.Cohort.Design.Words.Challenges), asked.Id)));
    }
}
