namespace LearningBuddy.Shared.Journeys;

/// <summary>Decides what a learner's next step is. Pure: the same history and moment give the same answer.</summary>
public static class JourneyEngine
{
    /// <summary>The next steps, the most useful first; never empty.</summary>
    /// <param name="definition">The journey's set-up.</param>
    /// <param name="progress">The learner's history.</param>
    /// <param name="now">UTC.</param>
    public static IReadOnlyList<NextStep> NextSteps(JourneyDefinition definition, LearnerProgress progress, DateTimeOffset now)
    {
        if (!progress.HasStarted)
        {
            return [new NextStep.Start()];
        }

        var steps = new List<NextStep>();
        steps.AddRange(progress.Evidence.Where(IsIn(EvidenceProgressState.Returned)).Select(piece => new NextStep.Rework(piece)));
        steps.AddRange(progress.OpenNudges.Select(nudge => new NextStep.AnswerNudge(nudge)));
        if (BuddyStep(definition, progress, now) is { } buddy)
        {
            steps.Add(buddy);
        }

        steps.AddRange(progress.Evidence.Where(IsIn(EvidenceProgressState.Drafted)).Select(piece => new NextStep.FinishDraft(piece)));
        if (NextBehaviour(definition, progress) is { } behaviour)
        {
            steps.Add(new NextStep.Practise(behaviour));
        }

        if (steps.Count == 0)
        {
            steps.Add(progress.Evidence.Any(IsIn(EvidenceProgressState.Submitted)) ? new NextStep.WaitForReview() : new NextStep.Finished());
        }

        return steps;
    }

    private static NextStep? BuddyStep(JourneyDefinition definition, LearnerProgress progress, DateTimeOffset now) => progress.Buddy switch
    {
        null => new NextStep.InviteBuddy(Again: false),
        { State: BuddyProgressState.Declined } => new NextStep.InviteBuddy(Again: true),
        { State: BuddyProgressState.Invited } asked when now >= asked.Since.AddDays(definition.Buddy.ExpireAfterDays) => new NextStep.InviteBuddy(Again: true),
        _ => null,
    };

    /// <summary>The first behaviour that still needs a situation, counting those that wait to be read.</summary>
    private static Behaviour? NextBehaviour(JourneyDefinition definition, LearnerProgress progress) =>
        definition.Behaviours.FirstOrDefault(behaviour =>
        {
            var soFar = progress.Of(behaviour.Id);
            return !progress.CertifiedBehaviours.Contains(behaviour.Id)
                && soFar.Confirmed + soFar.Waiting < definition.Certification.Situations;
        });

    private static Func<EvidenceProgress, bool> IsIn(EvidenceProgressState state) => piece => piece.State == state;
}
