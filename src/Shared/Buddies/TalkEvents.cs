using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Buddies;

/// <summary>One of the two offered times for a talk; the other has to take one.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="Number">Which talk, from 1.</param>
public sealed record BuddyTimesOffered(Guid PairId, int Number) : JourneyEvent
{
    /// <summary>The last of the times, UTC: nothing is offered any more once it is over. Null where none is known.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>The last of the times that were offered is over, and nobody took one; the tool acts.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="Number">Which talk, from 1.</param>
public sealed record BuddyTimesLapsed(Guid PairId, int Number) : JourneyEvent;

/// <summary>The learner wrote from memory what they know, before a talk. What it says is between the two.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="Number">Which talk, from 1.</param>
public sealed record BuddyTalkRecalled(Guid PairId, int Number) : JourneyEvent;

/// <summary>The buddy said what they understood; the actor is the buddy. What they said is between the two.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="Number">Which talk, from 1.</param>
public sealed record BuddyTalkListened(Guid PairId, int Number) : JourneyEvent;

/// <summary>One of the two said that a talk took place; the other has yet to say so.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="Number">Which talk, from 1.</param>
public sealed record BuddyTalkClaimed(Guid PairId, int Number) : JourneyEvent
{
    /// <summary>How long they talked, in minutes, as whoever claims it remembers it; null where they did not say.</summary>
    public int? Minutes { get; init; }
}

/// <summary>One of the two said that a talk did not take place, whatever the other said. What was planned stays.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="Number">Which talk, from 1.</param>
public sealed record BuddyTalkDenied(Guid PairId, int Number) : JourneyEvent
{
    /// <summary>Who had said that it took place, or null where that is not known.</summary>
    public Guid? ClaimedBy { get; init; }
}

/// <summary>One of the two wrote something to the other. What it says is between the two.</summary>
/// <param name="PairId">The pair.</param>
/// <param name="NoteId">The note.</param>
public sealed record BuddyNoteWritten(Guid PairId, Guid NoteId) : JourneyEvent;

/// <summary>The learner asked a buddy again who had not answered for long.</summary>
/// <param name="PairId">The pair.</param>
public sealed record BuddyAskedAgain(Guid PairId) : JourneyEvent;

/// <summary>The learner goes on without a learning buddy. Asking somebody later is always possible.</summary>
public sealed record BuddyDoneWithout : JourneyEvent;
