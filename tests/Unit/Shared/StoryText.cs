using System.Globalization;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Questions;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>What a story came to, in words that a row of a table can hold.</summary>
internal static class StoryText
{
    private static readonly Dictionary<Guid, string> Names =
        new[] { "a", "b", "c", "d", "q", "r", "bea", "cem", "learner", "facilitator" }.ToDictionary(Story.Id);

    public static string Steps(this Story story) => Joined(story.Steps.Select(step => Word(story, step)));

    public static string Followed(this Story story) => Joined(story.Followed.Where(IsTold).Select(what => what switch
    {
        BehaviourCertified certified => $"certify {certified.BehaviourId} by {Name(certified.EvidenceId)}",
        JourneyCompleted => "complete",
        CertificationRevoked revoked => $"take back {revoked.BehaviourId}",
        NudgeScheduled { Nudge: var nudge } => $"plan {nudge.Step} {nudge.ExerciseId}",
        NudgeMoved { Nudge: var nudge } => $"move {nudge.Step}",
        NudgePlanGivenUp => "give up",
        NudgeCalledOff { Nudge: var nudge } => $"call off {nudge.Step}",
        _ => what.GetType().Name,
    }));

    /// <summary>Of a whole plan the first is enough: the others follow from its days.</summary>
    private static bool IsTold(JourneyEvent what) => what is not (NudgePlanBegun or NudgeScheduled { Nudge.Step: > 1 });

    public static string Held(this Story story) =>
        string.Join(' ', story.Progress.Of<CertificationProgress>().Held.Keys.Order(StringComparer.Ordinal));

    public static string Due(this Story story) => Joined(story.Due.OrderBy(due => due.At).Select(due =>
        string.Create(CultureInfo.InvariantCulture, $"{due.Kind} {due.At - A.Monday:d\\.hh\\:mm}")));

    public static string Attention(this Story story) => Joined(story.Attention.Select(one => $"{one.Kind} " + one.For switch
    {
        Waits.Learner => "learner",
        Waits.Person person => Name(person.Id),
        Waits.Facilitators => "facilitators",
        Waits.Everybody => "everybody",
        _ => throw new System.Diagnostics.UnreachableException(),
    }));

    private static string Word(Story story, NextStep step) => step switch
    {
        StartJourney => "start",
        ReworkEvidence rework => $"rework {Name(rework.EvidenceId)}.{rework.Revision}",
        ReadAnswer read => $"read {Name(read.QuestionId)}",
        FinishDraft draft => $"finish {Name(draft.EvidenceId)}",
        AnswerNudge answer => $"nudge {Number(story, answer.NudgeId)}",
        InviteBuddy { Again: false } => "invite",
        InviteBuddy again => $"invite after {again.After} {(again.BeforeId is { } before ? Name(before) : again.WasByMail ? "mail" : "code")}",
        PractiseBehaviour { OnAnotherDay: false } practise => $"practise {practise.BehaviourId}",
        PractiseBehaviour practise => $"practise {practise.BehaviourId} another day",
        AskForOtherEyes eyes => $"eyes {eyes.BehaviourId} {Name(eyes.EvidenceId)}.{eyes.Revision}" + (eyes.WasTalkedThrough ? " after a talk" : ""),
        AwaitReview review => $"await {Name(review.EvidenceId)}.{review.Revision}" + review.Attested switch
        {
            AttestationBasis.Present => " seen",
            AttestationBasis.TalkedThrough => " talked",
            _ => "",
        },
        AwaitBuddy buddy => $"await {(buddy.BuddyId is { } id ? Name(id) : buddy.IsByMail ? "mail" : "code")}" + (buddy.RemindedAt is null ? "" : " reminded"),
        AwaitAnswer answer => $"await {Name(answer.QuestionId)}",
        PrepareTalk talk => $"prepare talk{talk.Number}.{talk.Task}",
        AwaitTalk talk => $"meet {talk.Number} {talk.For}",
        TryPlan plan => $"try plan{plan.Plan.TalkNumber}",
        HearNothing silent => $"hear {Name(silent.BuddyId)}",
        JourneyFinished => "finished",
        NothingUrgent => "nothing",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "A step without a word."),
    };

    private static int Number(Story story, Guid nudgeId) =>
        story.Progress.Of<NudgesProgress>().All.ToList().FindIndex(nudge => nudge.Nudge.Id == nudgeId) + 1;

    private static string Name(Guid id) => Names.TryGetValue(id, out var name) ? name : "?";

    private static string Joined(IEnumerable<string> words) => string.Join("; ", words);
}
