using LearningBuddy.SampleData.World;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.SampleData.Play;

/// <summary>A week into the journey a facilitator makes peer circles of those who came.</summary>
internal sealed class Circles(Stage stage)
{
    private const int Largest = 6;
    private const int Smallest = 3;
    private const double Joins = 0.93;

    private static readonly TimeSpan FormedAfter = TimeSpan.FromDays(7);

    /// <summary>Plans it.</summary>
    public void Plan()
    {
        var facilitator = stage.Cohort.Facilitators[0];
        var dice = Chance.Dice.Of(stage.Cohort.Name + "|circles");
        stage.Agenda.At(facilitator.Rhythm.After(stage.Cohort.StartsAt + FormedAfter, dice), () => Form(facilitator, dice));
    }

    private void Form(SamplePerson facilitator, Chance.Dice dice)
    {
        var here = dice.Shuffle(stage.Learners.Where(learner => learner.IsAround));
        if (here.Count < Smallest)
        {
            return;
        }

        var count = (here.Count + Largest - 1) / Largest;
        for (var number = 0; number < count; number++)
        {
            var members = here.Where((_, index) => index % count == number).ToList();
            var name = FormattableString.Invariant($"{stage.Cohort.Design.Words.Circle} {number + 1}");
            var circle = new Circle(stage, facilitator, stage.Ids.New(), name, dice);
            members[0].Saw(facilitator.Id, new CircleFormed(circle.Id, name));
            foreach (var member in members.Where(_ => dice.Happens(Joins)))
            {
                stage.Agenda.At(member.ComesAfter(TimeSpan.FromMinutes(20)), () => circle.Join(member));
            }

            circle.Plan();
        }
    }
}
