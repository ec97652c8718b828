using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.SampleData.Play;

/// <summary>
/// After rating themselves, some learners ask their manager or a colleague how they see it, and a week later their learning buddy or
/// whoever facilitates. Most answer, and leave out what they can't say; managers see a little less than the learners do.
/// </summary>
internal sealed class ViewHabit(Stage stage, Learner learner)
{
    private const double AsksManager = 0.35;
    private const double AsksPeer = 0.2;
    private const double AsksBuddy = 0.3;
    private const double AsksFacilitator = 0.15;
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

        Later(Viewer.Buddy, AsksBuddy);
        Later(Viewer.Facilitator, AsksFacilitator);
    }

    /// <summary>Who is in the journey has seen something of the learner after a while.</summary>
    private void Later(Viewer by, double share)
    {
        if (dice.Happens(share))
        {
            stage.Agenda.In(TimeSpan.FromDays(6) + dice.Hours(Hours), () => Want(by));
        }
    }

    private void Want(Viewer by)
    {
        if (!learner.HasWithdrawn && ViewWish.Of(stage.Design, learner.Progress).FirstOrDefault(wish => wish.By == by) is { } wish)
        {
            learner.Did(new ViewWanted(by));
            stage.Agenda.In(dice.Hours(Hours), () => Give(wish.PersonId ?? stage.Cohort.Facilitators[0].Id, by));
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
            stage.Agenda.In(TimeSpan.FromMinutes(4), () =>
            {
                Give(guest, by);
                Stop(request, guest);
            });
        }
    }

    private void Give(Guid who, Viewer by)
    {
        if (learner.HasWithdrawn)
        {
            return;
        }

        var rubric = stage.Design.Find<ReviewsSection>()!.Rubric;
        foreach (var behaviour in stage.Design.ActiveBehaviours.Where(_ => !dice.Happens(CannotSay)))
        {
            var seen = rubric.Levels[(int)Math.Round(dice.From(Levels))];
            learner.Saw(who, new ViewGiven(behaviour.Id, by, who, new Points(seen.Value, rubric.Lowest, rubric.Highest), seen.Name));
        }
    }

    private void Stop(Guid request, Guid guest)
    {
        if (!learner.HasWithdrawn && dice.Happens(Stops))
        {
            learner.Saw(guest, new ViewEnded(request));
        }
    }
}
