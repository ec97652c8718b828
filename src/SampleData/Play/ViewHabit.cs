using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.SampleData.Play;

/// <summary>
/// After rating themselves, some learners ask their manager or a colleague how they see it. Most answer, and leave out what they can't
/// say; managers see a little less than the learners do.
/// </summary>
internal sealed class ViewHabit(Stage stage, Learner learner)
{
    private const double AsksManager = 0.35;
    private const double AsksPeer = 0.2;
    private const double IsTakenBack = 0.05;
    private const double Declines = 0.1;
    private const double CannotSay = 0.25;
    private const double Stops = 0.1;

    private static readonly Spread Hours = new(1, 6, 20, 44, 90, 200);
    private static readonly Spread Levels = new(0, 0.3, 0.8, 1.2, 1.8, 2.4, 3);

    /// <summary>Dice of its own: who asks changes nothing else.</summary>
    private readonly Dice dice = Dice.Of(FormattableString.Invariant($"{learner.ParticipationId:N}|views"));

    /// <summary>Asks, perhaps.</summary>
    public void Ask()
    {
        if (dice.Happens(AsksManager))
        {
            Ask(Viewer.Manager);
        }

        if (dice.Happens(AsksPeer))
        {
            Ask(Viewer.Peer);
        }
    }

    private void Ask(Viewer by)
    {
        var (request, guest) = (stage.Ids.New(), stage.Ids.New());
        learner.Did(new ViewAsked(request, guest, by, stage.Agenda.Now + ViewRequest.Open));
        stage.Agenda.In(dice.Hours(Hours), () => Answer(request, guest, by));
    }

    private void Answer(Guid request, Guid guest, Viewer by)
    {
        if (learner.HasWithdrawn)
        {
            return;
        }

        if (dice.Happens(IsTakenBack))
        {
            learner.Did(new ViewEnded(request));
        }
        else if (dice.Happens(Declines))
        {
            learner.Saw(guest, new ViewDeclined(request));
        }
        else
        {
            learner.Saw(guest, new ViewAccepted(request));
            stage.Agenda.In(TimeSpan.FromMinutes(4), () => Give(request, guest, by));
        }
    }

    private void Give(Guid request, Guid guest, Viewer by)
    {
        if (learner.HasWithdrawn)
        {
            return;
        }

        var rubric = stage.Design.Find<ReviewsSection>()!.Rubric;
        foreach (var behaviour in stage.Design.ActiveBehaviours.Where(_ => !dice.Happens(CannotSay)))
        {
            var seen = rubric.Levels[(int)Math.Round(dice.From(Levels))];
            learner.Saw(guest, new ViewGiven(behaviour.Id, by, guest, new Points(seen.Value, rubric.Lowest, rubric.Highest), seen.Name));
        }

        if (dice.Happens(Stops))
        {
            learner.Saw(guest, new ViewEnded(request));
        }
    }
}
