using LearningBuddy.SampleData.Chance;
using LearningBuddy.SampleData.World;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Questions;

namespace LearningBuddy.SampleData.Play;

/// <summary>
/// A learner asks something now and then;
/// somebody of the cohort or a facilitator answers, mostly, and not always in time.
/// </summary>
internal sealed class QuestionHabit(Stage stage, Learner learner, SprintHabit sprints) : IStepHabit
{
    private const double AsksToday = 0.07;
    private const double NeedsHelp = 0.04;
    private const double IsAnswered = 0.86;
    private const double AsksEverybody = 0.6;
    private const double ByPeer = 0.7;
    private const double ReadsToday = 0.9;
    private const double Helped = 0.5;

    private static readonly Spread AnswerHours = new(0.2, 1.5, 5, 14, 26, 60, 140);
    private readonly Dictionary<Guid, Guid> answers = [];

    /// <summary>Asks, perhaps.</summary>
    public void Ask()
    {
        if (learner.Dice.Happens(AsksToday))
        {
            AskQuestion();
        }

        if (learner.Dice.Happens(NeedsHelp) && sprints.Current is { } sprint)
        {
            learner.Did(new HelpAsked(sprint.Id));
        }
    }

    /// <inheritdoc />
    public TimeSpan? Take(NextStep step) => step is ReadAnswer answered ? Read(answered.QuestionId) : null;

    /// <summary>Reads what was answered; sometimes it helped.</summary>
    private TimeSpan? Read(Guid question)
    {
        if (!learner.Dice.Happens(ReadsToday))
        {
            return null;
        }

        learner.Did(new AnswersRead(question));
        if (learner.Dice.Happens(Helped))
        {
            stage.Agenda.In(TimeSpan.FromMinutes(1), () => learner.Did(new AnswerHelped(question, answers[question])));
        }

        return TimeSpan.FromMinutes(2);
    }

    private void AskQuestion()
    {
        var (dice, id) = (learner.Dice, stage.Ids.New());
        var audience = dice.Happens(AsksEverybody) ? QuestionAudience.Everybody : QuestionAudience.Facilitators;
        var answerBy = stage.Design.Find<QuestionsSection>()!.AnswerBy(stage.Agenda.Now, learner.Person.Rhythm.Zone);
        var asked = learner.Did(new QuestionAsked(id, audience, answerBy));
        if (dice.Happens(IsAnswered))
        {
            var peer = audience == QuestionAudience.Everybody && dice.Happens(ByPeer) ? stage.SomebodyElse(learner) : null;
            var by = peer?.Person ?? dice.Pick(stage.Cohort.Facilitators);
            stage.Agenda.At(by.Rhythm.After(stage.Agenda.Now + dice.Hours(AnswerHours), dice), () => Answer(id, asked.Id, by));
        }
    }

    private void Answer(Guid question, Guid askedEventId, SamplePerson by)
    {
        var answer = stage.Ids.New();
        answers[question] = answer;
        stage.Write(new(TextKind.Answer, answer), learner.Dice.Pick(stage.Words.Challenges));
        learner.Saw(by.Id, new QuestionAnswered(question, answer, askedEventId));
    }
}
