using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.SampleData.Play;

/// <summary>
/// A learner comes, sees the next steps that the real rules name, and takes one or the other. What is not done on a visit waits for
/// the next one.
/// </summary>
internal sealed class Visits
{
    private const int DaysAfterTheEnd = 40;

    /// <summary>Of 256 learners so many are started over.</summary>
    private const int StartedOver = 6;

    private static readonly Spread Gap = new(0.4, 0.9, 1.7, 2.6, 3.8, 6, 11);
    private static readonly Spread GapWhenFinished = new(5, 9, 16, 30);

    private readonly Stage stage;
    private readonly Learner learner;
    private readonly IReadOnlyList<IStepHabit> habits;
    private readonly BuddyHabit buddies;
    private readonly SprintHabit sprints;
    private readonly CoachingHabit coaching;
    private readonly QuestionHabit questions;

    public Visits(Stage stage, Learner learner)
    {
        (this.stage, this.learner) = (stage, learner);
        sprints = new SprintHabit(stage, learner);
        var evidence = new EvidenceHabit(stage, learner, sprints);
        buddies = new BuddyHabit(stage, learner);
        coaching = new CoachingHabit(stage, learner);
        questions = new QuestionHabit(stage, learner, sprints);
        habits = [evidence, questions, buddies];
        _ = new NudgeHabit(stage, learner, evidence.Draft);
        _ = new AfterConfirmation(stage, learner);
    }

    /// <summary>Plans the first visit.</summary>
    public void Plan() => stage.Agenda.At(learner.ComesAfter(learner.Temperament.StartsAfter), Start);

    private void Start()
    {
        learner.Did(new JourneyStarted());
        if (learner.Temperament.QuitsAfter is { } time)
        {
            stage.Agenda.In(time, Quit);
        }

        if (learner.ParticipationId.ToByteArray()[2] < StartedOver)
        {
            var facilitator = stage.Cohort.Facilitators[0];
            stage.Agenda.At(facilitator.Rhythm.After(stage.Agenda.Now.AddDays(24), learner.Dice), () => StartOver(facilitator.Id));
        }

        stage.Agenda.In(TimeSpan.FromMinutes(3), new SelfRating(stage, learner).Rate);
        stage.Agenda.In(TimeSpan.FromMinutes(5), new ViewHabit(stage, learner).Ask);
        stage.Agenda.In(TimeSpan.FromMinutes(7), sprints.Choose);
        stage.Agenda.In(TimeSpan.FromMinutes(12), coaching.Begin);
        stage.Agenda.In(TimeSpan.FromMinutes(16), () => Act(stepsLeft: 1));
    }

    private void Quit()
    {
        learner.IsGone = !learner.HasCompleted;
        if (learner is { IsGone: true, Temperament.SaysGoodbye: true })
        {
            learner.Did(new JourneyWithdrawn());
        }
    }

    /// <summary>The facilitator lets the learner begin again, where something was sent and not everything is done.</summary>
    private void StartOver(Guid facilitatorId)
    {
        var pieces = learner.Progress.Of<EvidenceProgress>();
        if (learner is { IsAround: true, HasCompleted: false, HasWithdrawn: false }
            && (pieces.In(EvidenceState.Submitted).Any() || pieces.In(EvidenceState.Confirmed).Any()))
        {
            learner.Saw(facilitatorId, new JourneyRestarted());
        }
    }

    private void Come() => Act(stepsLeft: 1 + learner.Dice.Below(3));

    /// <summary>Takes one step; when it is done, the next one.</summary>
    private void Act(int stepsLeft)
    {
        if (!learner.IsAround)
        {
            return;
        }

        var spent = StepRules.For(stage.Design, learner.Progress, stage.Agenda.Now)
            .Select(Take).FirstOrDefault(time => time is not null);
        if (spent is { } minutes && stepsLeft > 1)
        {
            stage.Agenda.In(minutes, () => Act(stepsLeft - 1));
            return;
        }

        stage.Agenda.In((spent ?? TimeSpan.Zero) + TimeSpan.FromMinutes(2), AtTheSide);
    }

    /// <summary>Does what a step asks for.</summary>
    /// <returns>How long it takes, or null: not today.</returns>
    private TimeSpan? Take(NextStep step) => habits.Select(habit => habit.Take(step)).FirstOrDefault(time => time is not null);

    private void AtTheSide()
    {
        if (!learner.IsAround)
        {
            return;
        }

        if (!learner.HasCompleted)
        {
            sprints.Continue();
            buddies.Practise();
        }

        coaching.Continue();
        questions.Ask();
        Next();
    }

    private void Next()
    {
        var end = stage.Cohort.StartsAt.AddDays(stage.Design.EndsOn!.Value.DayNumber - stage.Design.StartsOn!.Value.DayNumber);
        if (stage.Agenda.Now < end.AddDays(DaysAfterTheEnd))
        {
            var hurry = stage.Agenda.Now > end.AddDays(-8) ? 0.6 : 1;
            var gap = learner.Dice.Days(learner.HasCompleted ? GapWhenFinished : Gap) * (hurry * learner.Temperament.Pace);
            stage.Agenda.At(learner.ComesAfter(gap), Come);
        }
    }
}
