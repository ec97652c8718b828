using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Sessions;

/// <summary>A group session is open: take part.</summary>
/// <param name="SessionId">Which.</param>
public sealed record JoinSession(Guid SessionId) : NextStep;

/// <summary>What group sessions ask for.</summary>
public static class SessionSteps
{
    /// <summary>Others are there now, so it comes before whatever can wait.</summary>
    public static IEnumerable<NextStep> Join(JourneyDesign design, Progress progress, DateTimeOffset now) =>
        design.Find<SessionsSection>() is not null && progress.Of<SessionsProgress>().OpenId is { } open ? [new JoinSession(open)] : [];
}
