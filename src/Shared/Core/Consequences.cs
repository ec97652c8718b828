using System.Collections.Immutable;

namespace LearningBuddy.Shared.Core;

/// <summary>What follows from an event: further events, and things that become due. Pure.</summary>
public delegate IEnumerable<Follows> Consequence(in Happening happening);

/// <summary>An event with what was true around it.</summary>
/// <param name="Design">The journey's design.</param>
/// <param name="Before">The learner's progress before the event.</param>
/// <param name="After">The learner's progress after it, and after whatever has followed by the time it is looked at.</param>
/// <param name="Event">What happened.</param>
/// <param name="Zone">The learner's time zone.</param>
public readonly record struct Happening(JourneyDesign Design, Progress Before, Progress After, RecordedEvent Event, TimeZoneInfo Zone)
{
    /// <summary>When it happened, UTC.</summary>
    public DateTimeOffset At => Event.OccurredAt;
}

/// <summary>Something that follows: a closed family.</summary>
public abstract record Follows
{
    private Follows()
    {
    }

    /// <summary>A further event about the same learner.</summary>
    /// <param name="What">What happened.</param>
    /// <param name="By">Who did it.</param>
    public sealed record Event(JourneyEvent What, Actor By) : Follows;

    /// <summary>Something becomes due. Planned twice, it is planned once: kind and subject are the key, and the newer time holds.</summary>
    /// <param name="Kind">One of <see cref="DueKind"/>.</param>
    /// <param name="Subject">What it is about.</param>
    /// <param name="At">When, UTC.</param>
    public sealed record Due(string Kind, Guid Subject, DateTimeOffset At) : Follows
    {
        /// <summary>Whether the subject came about with the event, so that nothing of this kind can be planned about it yet.</summary>
        public bool IsNew { get; init; }
    }
}

/// <summary>Every consequence. Each event, those that follow included, passes all of them until nothing more follows.</summary>
public static class Consequences
{
    /// <summary>The rules, in the order in which they are asked.</summary>
    public static readonly ImmutableArray<Consequence> All =
    [
        Sprints.SprintConsequences.Advance,
        Certification.CertificationConsequences.Certify,
        Certification.CertificationConsequences.LetExpire,
        Certification.CertificationConsequences.TakeBack,
        Journeys.JourneyConsequences.Complete,
        Buddies.BuddyConsequences.Remind,
        Buddies.BuddyConsequences.LetInvitationExpire,
        Buddies.TalkConsequences.LetClaimStand,
        Buddies.TalkConsequences.LetOfferLapse,
        Nudges.NudgeConsequences.GiveUpPlan,
        Nudges.NudgeConsequences.BeginPlan,
        Nudges.NudgeConsequences.Arrange,
        Nudges.NudgeConsequences.BecomeDue,
        Questions.QuestionConsequences.RemindWhoCanAnswer,
    ];

    /// <summary>What follows from one event.</summary>
    public static IEnumerable<Follows> Of(Happening happening) => All.SelectMany(consequence => consequence(in happening));

    /// <summary>
    /// Lets everything follow from an event that follows, and from that again, until nothing more does. Each is looked at with what is
    /// true by then: of several behaviours that are certified at once only the first begins a plan.
    /// </summary>
    /// <param name="first">The event.</param>
    /// <param name="record">Notes a further event.</param>
    /// <param name="plan">Plans what becomes due.</param>
    public static void Follow(Happening first, Func<Follows.Event, Happening> record, Action<Follows.Due> plan)
    {
        var unanswered = new Queue<Happening>([first]);
        var now = first.After;
        while (unanswered.TryDequeue(out var happening))
        {
            foreach (var follows in Of(happening with { After = now }))
            {
                switch (follows)
                {
                    case Follows.Event further:
                        var recorded = record(further);
                        now = recorded.After;
                        unanswered.Enqueue(recorded);
                        break;
                    case Follows.Due later:
                        plan(later);
                        break;
                    default:
                        throw new System.Diagnostics.UnreachableException();
                }
            }
        }
    }
}
