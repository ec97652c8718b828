using System.Collections.Immutable;

namespace LearningBuddy.Shared.Core;

/// <summary>Looks at one thing a learner could do next. Pure: the same design, progress and moment give the same answer.</summary>
/// <param name="design">The journey's design.</param>
/// <param name="progress">The learner's history.</param>
/// <param name="now">UTC.</param>
public delegate IEnumerable<NextStep> StepRule(JourneyDesign design, Progress progress, DateTimeOffset now);

/// <summary>Every step rule, the most pressing first: the order is the priority.</summary>
public static class StepRules
{
    /// <summary>The rules.</summary>
    public static readonly ImmutableArray<StepRule> All =
    [
        Journeys.JourneySteps.Start,
        Sessions.SessionSteps.Join,
        Reviews.ReviewSteps.Rework,
        Questions.QuestionSteps.ReadAnswer,
        Evidence.EvidenceSteps.FinishDraft,
        Nudges.NudgeSteps.Answer,
        Sprints.SprintSteps.Break,
        Path.PathSteps.Assess,
        Sprints.SprintSteps.Choose,
        Buddies.BuddySteps.Invite,
        Buddies.TalkSteps.HearNothing,
        Buddies.TalkSteps.Prepare,
        Buddies.TalkSteps.Try,
        Sprints.SprintSteps.Learn,
        Certification.CertificationSteps.Practise,
        Reviews.ReviewSteps.AwaitReview,
        Buddies.BuddySteps.AwaitBuddy,
        Buddies.TalkSteps.Await,
        Questions.QuestionSteps.AwaitAnswer,
        Journeys.JourneySteps.Finished,
    ];

    /// <summary>What a learner can do and waits for, the most pressing first.</summary>
    public static IReadOnlyList<NextStep> For(JourneyDesign design, Progress progress, DateTimeOffset now) =>
        progress.Of<Journeys.JourneyProgress>().HasStarted
            ? [.. All.SelectMany(rule => rule(design, progress, now))]
            : [.. Journeys.JourneySteps.Start(design, progress, now)];
}
