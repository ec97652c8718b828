using LearningBuddy.SampleData.Chance;
using LearningBuddy.SampleData.World;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sessions;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.SampleData.Play;

/// <summary>
/// Three weeks into the journey a facilitator opens a group session; whoever comes sits in a breakout group, most write what they take
/// away, and a week later say whether they did it.
/// </summary>
internal sealed class GroupSessions(Stage stage)
{
    private const double Comes = 0.7;
    private const double Writes = 0.75;
    private const double LooksAgain = 0.8;
    private const double Does = 0.65;

    private static readonly TimeSpan OpenedAfter = TimeSpan.FromDays(20);
    private static readonly TimeSpan UntilAllAreThere = TimeSpan.FromMinutes(8);
    private static readonly Spread DaysUntilTheMoment = new(3, 6, 8, 12);

    private SessionsSection Section => stage.Design.Find<SessionsSection>()!;

    /// <summary>Plans it.</summary>
    public void Plan()
    {
        var facilitator = stage.Cohort.Facilitators[0];
        var dice = Dice.Of(stage.Cohort.Name + "|group session");
        stage.Agenda.At(facilitator.Rhythm.After(stage.Cohort.StartsAt + OpenedAfter, dice), () => Open(facilitator, dice));
    }

    private void Open(SamplePerson facilitator, Dice dice)
    {
        var session = new GroupSession(
            stage.Ids.New(), stage.Cohort.JourneyId, SessionsSection.UsualGrouping(stage.Design), Section.Minutes, stage.Agenda.Now);
        var invited = stage.Learners.Where(learner => learner.StartedAt is not null && !learner.HasWithdrawn).ToList();
        invited.ForEach(learner => learner.Saw(facilitator.Id, new GroupSessionOpened(session.Id)));
        var present = invited.FindAll(learner => learner.IsAround && dice.Happens(Comes));
        stage.Agenda.In(UntilAllAreThere, () => Talk(session, facilitator, invited, present, dice));
    }

    private void Talk(GroupSession session, SamplePerson facilitator, List<Learner> invited, List<Learner> present, Dice dice)
    {
        present.ForEach(learner => session.Arrive(learner.ParticipationId, stage.Agenda.Now));
        session.Propose(BreakoutGroups.Of(
            present.Select(learner => new Attendee(
                learner.ParticipationId, [.. SprintChoice.Of(stage.Design, learner.Progress).Select(sprint => sprint.Id)])),
            Section.GroupSize));
        session.Publish(stage.Agenda.Now);
        stage.Agenda.In(TimeSpan.FromMinutes(Section.Minutes - 4), () => present.ForEach(learner => TakeAway(session.Id, learner, dice)));
        stage.Agenda.In(TimeSpan.FromMinutes(Section.Minutes), () => End(session, facilitator, invited));
    }

    private void TakeAway(Guid sessionId, Learner learner, Dice dice)
    {
        if (learner.HasWithdrawn || !dice.Happens(Writes))
        {
            return;
        }

        var made = new TakeawayMade(Takeaway.IdOf(sessionId, learner.ParticipationId), sessionId);
        var eventId = learner.Did(made).Id;
        if (dice.Happens(LooksAgain))
        {
            var moment = learner.Person.Rhythm.After(stage.Agenda.Now + dice.Days(DaysUntilTheMoment), dice);
            var isDone = dice.Happens(Does);
            stage.Agenda.At(moment, () => LookAgain(learner, made, eventId, isDone));
        }
    }

    private static void LookAgain(Learner learner, TakeawayMade made, Guid eventId, bool isDone)
    {
        if (learner.IsAround && !learner.HasWithdrawn)
        {
            learner.Did(new TakeawayAnswered(made.TakeawayId, made.SessionId, isDone, eventId));
        }
    }

    private void End(GroupSession session, SamplePerson facilitator, List<Learner> invited)
    {
        session.End(stage.Agenda.Now);
        foreach (var learner in invited)
        {
            learner.Saw(facilitator.Id, session.Find(learner.ParticipationId)?.GroupNumber is { } number
                ? new GroupSessionAttended(session.Id, session.BreakoutId(number), TimeSpan.FromMinutes(Section.Minutes))
                {
                    SprintId = session.Groups.First(group => group.Number == number).TopicId,
                }
                : new GroupSessionEnded(session.Id));
        }
    }
}
