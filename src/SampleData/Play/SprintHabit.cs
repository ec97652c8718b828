using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.SampleData.Play;

/// <summary>
/// A learner chooses as many sprints as the design asks for, sometimes another one after all, ticks off a bit on each visit, says how sure
/// they feel, and now and then takes a break.
/// </summary>
internal sealed class SprintHabit(Stage stage, Learner learner)
{
    private const double ChangesMind = 0.12;
    private const double LearnsToday = 0.6;
    private const double TakesBreak = 0.02;
    private const double TakesTickBack = 0.03;
    private const double WantsSmallSteps = 0.2;

    private static readonly Spread Parts = new(0.6, 1, 1.6, 2.4, 4);
    private static readonly Spread BreakDays = new(3, 5, 7, 10, 14);

    private SprintsSection Section => stage.Design.Find<SprintsSection>()!;

    private SprintsProgress Done => learner.Progress.Of<SprintsProgress>();

    private IReadOnlyList<Sprint> Chosen => SprintChoice.Of(stage.Design, learner.Progress);

    /// <summary>Chooses.</summary>
    public void Choose()
    {
        Want([.. learner.Dice.Shuffle(Section.Sprints).Take(Section.Choose).Select(sprint => sprint.Id)]);
        if (learner.Dice.Happens(WantsSmallSteps))
        {
            learner.Did(new SprintPaceChosen(IsSmall: true));
        }

        if (learner.Dice.Happens(ChangesMind))
        {
            stage.Agenda.In(TimeSpan.FromMinutes(4), ChooseAnother);
        }
    }

    /// <summary>Goes on with the first that isn't finished; comes back from a break before.</summary>
    public void Continue()
    {
        var today = learner.Person.Rhythm.DayOf(stage.Agenda.Now);
        if (Done.PausedUntil(stage.Agenda.Now) is not null)
        {
            learner.Did(new SprintsResumed(today));
        }

        if (learner.Dice.Happens(TakesBreak))
        {
            var until = today.AddDays((int)learner.Dice.From(BreakDays));
            learner.Did(new SprintsPaused(today, until, new DateTimeOffset(until.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)));
            return;
        }

        if (!learner.Dice.Happens(LearnsToday) || Unfinished() is not { } sprint)
        {
            return;
        }

        var parts = Left(sprint).Take((int)Math.Ceiling(learner.Dice.From(Parts))).ToList();
        stage.Agenda.In(TimeSpan.FromMinutes(8 * parts.Count), () => Tick(sprint, parts));
    }

    /// <summary>The sprint in which a behaviour is tried now, or null.</summary>
    public string? For(string behaviourId) =>
        Chosen.LastOrDefault(sprint => sprint.BehaviourIds.Contains(behaviourId) && Done.StartedAt.ContainsKey(sprint.Id))?.Id;

    /// <summary>A sprint that help may be needed with, or null.</summary>
    public Sprint? Current => Chosen.FirstOrDefault(sprint =>
        Done.StartedAt.ContainsKey(sprint.Id) && !Done.CompletedAt.ContainsKey(sprint.Id));

    private Sprint? Unfinished() => Chosen.FirstOrDefault(sprint => Left(sprint).Any());

    private IEnumerable<string> Left(Sprint sprint) => sprint.PartIds.Where(part => !Done.IsDone(sprint.Id, part));

    private void Tick(Sprint sprint, List<string> parts)
    {
        if (!learner.IsAround)
        {
            return;
        }

        parts.ForEach(part => learner.Did(new SprintPartDone(sprint.Id, part)));
        if (learner.Dice.Happens(TakesTickBack))
        {
            learner.Did(new SprintPartUndone(sprint.Id, parts[^1]));
            learner.Did(new SprintPartDone(sprint.Id, parts[^1]));
        }

        Tell(sprint);
    }

    /// <summary>Surer after reading than after trying, as people are.</summary>
    private void Tell(Sprint sprint)
    {
        var told = learner.Progress.Of<PathProgress>().Confidence;
        var isRead = sprint.Resources.All(resource => Done.IsDone(sprint.Id, resource.Id));
        if (isRead && !told.ContainsKey((sprint.Id, ConfidenceMoment.AfterContent)))
        {
            learner.Did(new ConfidenceTold(sprint.Id, ConfidenceMoment.AfterContent, 3 + learner.Dice.Below(3)));
        }

        if (Done.CompletedAt.ContainsKey(sprint.Id) && !told.ContainsKey((sprint.Id, ConfidenceMoment.AfterPractice)))
        {
            learner.Did(new ConfidenceTold(sprint.Id, ConfidenceMoment.AfterPractice, 2 + learner.Dice.Below(3)));
        }
    }

    private void ChooseAnother()
    {
        var chosen = Done.Chosen;
        if (chosen.Length > 0 && !Done.StartedAt.ContainsKey(chosen[^1]))
        {
            Want([.. chosen[..^1], Section.Sprints.First(sprint => !chosen.Contains(sprint.Id)).Id]);
        }
    }

    private void Want(IReadOnlyCollection<string> wanted)
    {
        foreach (var what in SprintChoice.Change(stage.Design, learner.Progress, wanted).Events)
        {
            learner.Did(what);
        }
    }
}
