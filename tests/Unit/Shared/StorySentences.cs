using System.Globalization;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.Questions;
using LearningBuddy.Shared.Reviews;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>
/// The sentences of a <see cref="Story"/>. Pieces of evidence, questions and people have any name; a nudge is named by its number; a piece
/// may be about several behaviours, joined by <c>+</c>; <c>d3</c> is the third day of the story.
/// </summary>
internal static class StorySentences
{
    private static readonly Guid Facilitator = Story.Id("facilitator");

    public static void Tell(Story story, string sentence)
    {
        switch (sentence.Split(' '))
        {
            case ["start"]: story.Happened(new JourneyStarted()); break;
            case ["restart"]: story.Happened(new JourneyRestarted(), Facilitator); break;
            case ["quit"]: story.Happened(new JourneyWithdrawn()); break;
            case ["gone"]: story.IsInCourse = false; break;
            case ["draft", var piece]: story.Happened(new EvidenceDrafted(Story.Id(piece))); break;
            case ["discard", var piece]: story.Happened(new EvidenceDiscarded(Story.Id(piece))); break;
            case ["submit", var piece, var shows]: Submit(story, piece, shows, DateOnly.FromDateTime(story.Now.UtcDateTime)); break;
            case ["submit", var piece, var shows, ['d', .. var day]]: Submit(story, piece, shows, Day(day)); break;
            case ["return", var piece]: Return(story, piece); break;
            case ["confirm", var piece]: Confirm(story, piece, Latest(story, piece).BehaviourIds); break;
            case ["confirm", var piece, var shown]: Confirm(story, piece, shown.Split('+')); break;
            case ["attest", var piece, var who]: Attest(story, piece, who, AttestationBasis.Present); break;
            case ["heard", var piece, var who]: Attest(story, piece, who, AttestationBasis.TalkedThrough); break;
            case ["unsure", var piece, var who]: CannotSay(story, piece, who); break;
            case ["refuse", var piece]: story.Happened(new WitnessDeclined(Story.Id(piece), Story.Id("request")), Story.Id("guest")); break;
            case ["mail"]: Invite(story, who: null, guest: Story.Id("guest")); break;
            case ["invite", var who]: Invite(story, who == "code" ? null : Story.Id(who)); break;
            case ["accept", var who]: story.Happened(new BuddyAccepted(Pair(story), Invited(story)), Story.Id(who)); break;
            case ["decline", var who]: story.Happened(new BuddyDeclined(Pair(story), Invited(story)), Story.Id(who)); break;
            case ["withdraw"]: story.Happened(new BuddyInvitationWithdrawn(Pair(story), Invited(story))); break;
            case ["end"]: story.Happened(new BuddyEnded(Pair(story))); break;
            case ["leave", var who]: story.Happened(new BuddyLeft(Pair(story)), Story.Id(who)); break;
            case ["without"]: story.Happened(new BuddyDoneWithout()); break;
            case ["suggest", .. var who]: story.Happened(new BuddySuggested([.. who.Select(Story.Id)]), Facilitator); break;
            case ["show", "name"]: story.Happened(new BuddyNameShown(Pair(story), true)); break;
            case ["hide", "name"]: story.Happened(new BuddyNameShown(Pair(story), false)); break;
            case ["again"]: story.Happened(new BuddyAskedAgain(Pair(story))); break;
            case ["note", var who]: story.Happened(new BuddyNoteWritten(Pair(story), Story.Id($"note {story.History.Count}")), Story.Id(who)); break;
            case ["talk", .. var what]: TalkSentences.Tell(story, what); break;
            case ["ask", var question]: Ask(story, question, QuestionAudience.Facilitators); break;
            case ["ask", var question, "everybody"]: Ask(story, question, QuestionAudience.Everybody); break;
            case ["answer", var question]: Answer(story, question); break;
            case ["read", var question]: story.Happened(new AnswersRead(Story.Id(question))); break;
            case ["open", var nudge]: story.Happened(new NudgeOpened(story.Nudge(Number(nudge)))); break;
            case ["act", var nudge]: story.Happened(new NudgeActedOn(story.Nudge(Number(nudge)), "log-evidence")); break;
            case ["again", var nudge]: story.Happened(new NudgeActedOn(story.Nudge(Number(nudge)), NudgeAnswer.Again)); break;
            case ["notyet", var nudge]: story.Happened(new NudgeActedOn(story.Nudge(Number(nudge)), NudgeAnswer.NotYet)); break;
            case ["gotit", var nudge]: story.Happened(new NudgeActedOn(story.Nudge(Number(nudge)), NudgeAnswer.GotIt)); break;
            case ["pace", var pace]: story.Happened(new NudgePaceChosen(Enum.Parse<NudgePace>(pace))); break;
            case ["move", var nudge, var time]: story.Happened(new NudgeMoved(story.Nudge(Number(nudge)), story.Now + Time(time))); break;
            case ["pause", var time]: story.Pace = story.Pace with { PausedUntil = story.Now + Time(time) }; break;
            case ["dismiss", var nudge]: story.Happened(new NudgeDismissed(story.Nudge(Number(nudge)))); break;
            case ["snooze", var nudge]: story.Happened(new NudgeSnoozed(story.Nudge(Number(nudge)), story.Now.AddDays(1))); break;
            case ["revoke", var behaviour]: Revoke(story, behaviour); break;
            case ["score", var points]: Score(story, Number(points)); break;
            case ["rate", var behaviour, var level]: Rate(story, behaviour, Number(level)); break;
            case ["want", "view", var by]: story.Happened(new ViewWanted(Enum.Parse<Viewer>(by))); break;
            case ["view", var behaviour, var level, var who]: View(story, behaviour, Number(level), who); break;
            case ["sure", var sprint, var level]: story.Happened(new ConfidenceTold(sprint, ConfidenceMoment.AfterContent, Number(level))); break;
            case ["choose", .. var sprints]: Choose(story, sprints); break;
            case ["tick", var sprint, var part]: story.Happened(new SprintPartDone(sprint, part)); break;
            case ["untick", var sprint, var part]: story.Happened(new SprintPartUndone(sprint, part)); break;
            case ["help"]: story.Happened(new HelpOffered()); break;
            case ["no", "help"]: story.Happened(new HelpEnded()); break;
            case ["small"]: story.Happened(new SprintPaceChosen(true)); break;
            case ["break", var time]: TakeBreak(story, Time(time).Days); break;
            case ["resume"]: story.Happened(new SprintsResumed(Today(story))); break;
            case ["news"]: story.Happened(new UnknownEvent("sprint.restarted", 7, "{}")); break;
            case ["wait", var time]: story.Wait(Time(time), withoutTheWorker: false); break;
            case ["unattended", var time]: story.Wait(Time(time), withoutTheWorker: true); break;
            case ["design", .. var changes]: story.Redesign(A.Design(string.Join(' ', changes))); break;
            default: throw new ArgumentException("Not a sentence: " + sentence, nameof(sentence));
        }
    }

    private static DateOnly Today(Story story) => DateOnly.FromDateTime(story.Now.UtcDateTime);

    private static void TakeBreak(Story story, int days)
    {
        var until = Today(story).AddDays(days);
        story.Happened(new SprintsPaused(Today(story), until, new DateTimeOffset(until.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)));
    }

    private static void Rate(Story story, string behaviour, int level) =>
        story.Happened(new SelfAssessed(behaviour, new Points(level, 0, 3), $"level {level}"));

    private static void View(Story story, string behaviour, int level, string who) => story.Happened(
        new ViewGiven(behaviour, Viewer.Peer, Story.Id(who), new Points(level, 0, 3), $"level {level}"), Story.Id(who));

    /// <summary>By the rule of the choice: what can't be chosen is a fault of the story.</summary>
    private static void Choose(Story story, IReadOnlyCollection<string> sprints)
    {
        var wish = SprintChoice.Change(story.Design, story.Progress, sprints);
        Xunit.Assert.Null(wish.Refusal);
        foreach (var what in wish.Events)
        {
            story.Happened(what);
        }
    }

    /// <summary>What is to be noted when something's time has come, by the rules of its theme.</summary>
    public static JourneyEvent? WhenDue(Story story, string kind, Guid subject) => kind switch
    {
        DueKind.Nudge => NudgeSending.Decide(story.Design, story.Progress, subject, new(story.Now, story.IsInCourse, story.Pace)),
        DueKind.CertificationExpiry => CertificationConsequences.WhenDue(story.Progress, subject),
        DueKind.QuestionUnanswered => QuestionConsequences.WhenDue(story.Progress, subject),
        DueKind.InvitationReminder => story.Progress.Of<BuddyProgress>() is { State: BuddyState.Invited, RemindedAt: null }
            ? new BuddyReminded(Pair(story), Invited(story))
            : null,
        DueKind.InvitationExpiry => story.Progress.Of<BuddyProgress>().State == BuddyState.Invited
            ? new BuddyInvitationExpired(Pair(story), Invited(story))
            : null,
        DueKind.TalkConfirmation => TalkSentences.WhenDue(story, subject),
        DueKind.TalkOffer => TalkConsequences.WhenOver(story.Progress, subject, story.Now),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static PieceProgress Piece(Story story, string name) =>
        story.Progress.Of<EvidenceProgress>().Pieces.Single(piece => piece.Id == Story.Id(name));

    private static EvidenceRef Latest(Story story, string name) => Piece(story, name).Latest!;

    private static Guid Submission(Story story, string name) =>
        story.History.Last(entry => entry.What is EvidenceSubmitted submitted && submitted.Evidence.Id == Story.Id(name)).Id;

    private static Guid Review(Story story) => Story.Id($"review {story.History.Count}");

    private static Guid Pair(Story story) => story.Progress.Of<BuddyProgress>().PairId;

    private static Guid Invited(Story story) => story.History.Last(entry => entry.What is BuddyInvited).Id;

    private static void Submit(Story story, string piece, string shows, DateOnly day)
    {
        var before = story.Progress.Of<EvidenceProgress>().Pieces.FirstOrDefault(other => other.Id == Story.Id(piece));
        var reference = new EvidenceRef(Story.Id(piece), (before?.Latest?.Revision ?? 0) + 1, shows.Split('+'));
        story.Happened(new EvidenceSubmitted(reference, EvidenceKind.OnTheJob, day, []));
    }

    private static void Confirm(Story story, string piece, IReadOnlyList<string> shown)
    {
        var reached = Latest(story, piece) with { BehaviourIds = shown };
        story.Happened(new ReviewConfirmed(reached, Review(story), Submission(story, piece), new Points(2, 0, 2)), Facilitator);
    }

    private static void Return(Story story, string piece) =>
        story.Happened(new ReviewReturned(Latest(story, piece), Review(story), Submission(story, piece)), Facilitator);

    private static void Attest(Story story, string piece, string who, AttestationBasis basis) => story.Happened(
        new EvidenceAttested(Latest(story, piece), Said(story), Submission(story, piece), RoleOf(who), basis), Story.Id(who));

    private static void CannotSay(Story story, string piece, string who) => story.Happened(
        new AttestationDeclined(Latest(story, piece), Said(story), Submission(story, piece), RoleOf(who)), Story.Id(who));

    private static Guid Said(Story story) => Story.Id($"attestation {story.History.Count}");

    /// <summary>Cem has seen it; everybody else is a buddy.</summary>
    private static ReviewerRole RoleOf(string who) => who == "cem" ? ReviewerRole.Witness : ReviewerRole.Buddy;

    private static void Invite(Story story, Guid? who, Guid? guest = null)
    {
        var number = story.History.Count;
        story.Happened(new BuddyInvited(Story.Id($"pair {number}"), Story.Id($"invitation {number}"), who, story.Now.AddDays(7))
        {
            GuestId = guest,
        });
    }

    private static void Ask(Story story, string question, QuestionAudience audience) =>
        story.Happened(new QuestionAsked(Story.Id(question), audience, new QuestionsSection().AnswerBy(story.Now, TimeZoneInfo.Utc)));

    private static void Answer(Story story, string question)
    {
        var asked = story.History.Single(entry => entry.What is QuestionAsked other && other.QuestionId == Story.Id(question));
        story.Happened(new QuestionAnswered(Story.Id(question), Story.Id($"answer {story.History.Count}"), asked.Id), Facilitator);
    }

    private static void Revoke(Story story, string behaviour) => story.Happened(
        new CertificationRevoked(behaviour, story.Progress.Of<CertificationProgress>().Held[behaviour].EventId), Facilitator);

    private static void Score(Story story, double points) => story.Happened(
        new GradeSent(Story.Id("score"), "https://lms.example/1", points, 100, "Completed", "FullyGraded"), Guid.Empty);

    private static DateOnly Day(string number) => new(2026, 11, 1 + Number(number));

    private static TimeSpan Time(string text) =>
        text[^1] == 'd' ? TimeSpan.FromDays(Number(text[..^1])) : TimeSpan.FromHours(Number(text[..^1]));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
