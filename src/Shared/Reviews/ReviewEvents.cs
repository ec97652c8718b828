using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;

namespace LearningBuddy.Shared.Reviews;

/// <summary>A facilitator confirmed a version; the actor is the facilitator.</summary>
/// <param name="Evidence">The version, with the behaviours that reached the level that confirms.</param>
/// <param name="ReviewId">The review.</param>
/// <param name="SubmissionEventId">The event of its submission.</param>
/// <param name="Points">The mean level of those behaviours.</param>
public sealed record ReviewConfirmed(EvidenceRef Evidence, Guid ReviewId, Guid SubmissionEventId, Points Points) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts => [Evidence.Title, new(TextKind.ReviewComment, ReviewId)];
}

/// <summary>A facilitator returned a version with a comment; the actor is the facilitator.</summary>
public sealed record ReviewReturned(EvidenceRef Evidence, Guid ReviewId, Guid SubmissionEventId) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts => [Evidence.Title, new(TextKind.ReviewComment, ReviewId)];
}

/// <summary>Somebody gave feedback; the actor is the giver.</summary>
/// <param name="Evidence">On which version.</param>
/// <param name="SubmissionEventId">The event of its submission.</param>
/// <param name="FeedbackId">The feedback item.</param>
/// <param name="Role">The giver's role.</param>
/// <param name="GroupId">The pair or circle it was given in.</param>
/// <param name="Points">A rating, if asked for.</param>
public sealed record FeedbackGiven(
    EvidenceRef Evidence, Guid SubmissionEventId, Guid FeedbackId, ReviewerRole Role, Guid? GroupId, Points? Points) : JourneyEvent
{
    /// <inheritdoc />
    public override IEnumerable<TextRef> Texts => [Evidence.Title, new(TextKind.Feedback, FeedbackId)];
}

/// <summary>Feedback reached the learner.</summary>
public sealed record FeedbackReceived(Guid FeedbackId, Guid FeedbackEventId) : JourneyEvent;

/// <summary>The learner opened the feedback.</summary>
public sealed record FeedbackRead(Guid FeedbackId, Guid FeedbackEventId) : JourneyEvent;

/// <summary>How they are stored.</summary>
internal static class ReviewEvents
{
    public static Theme Theme { get; } = new(
        "reviews",
        [
            EventType.Of<ReviewConfirmed>("review.confirmed"),
            EventType.Of<ReviewReturned>("review.returned"),
            EventType.Of<FeedbackGiven>("feedback.given"),
            EventType.Of<FeedbackReceived>("feedback.received"),
            EventType.Of<FeedbackRead>("feedback.read"),
        ])
    {
        Section = typeof(ReviewsSection),
        Effort = ReviewsSection.Effort,
        Attention = ReviewSteps.ToReview,
        Messages = ReviewMessages.Of,
        Phase = ReviewSteps.Confirmed,
    };
}
