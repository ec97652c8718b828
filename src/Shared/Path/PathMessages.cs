using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Path;

/// <summary>What people are told about views.</summary>
internal static class PathMessages
{
    private static readonly TimeSpan Together = TimeSpan.FromHours(1);

    public static IEnumerable<Tells> Of(JourneyDesign design, Progress progress, RecordedEvent e) => e.What switch
    {
        ViewWanted { By: Viewer.Buddy } when progress.Of<BuddyProgress>() is { HasBuddy: true, BuddyId: { } buddy } =>
            Asks(Viewer.Buddy, new Waits.Person(buddy), e),
        ViewWanted { By: Viewer.Facilitator } => Asks(Viewer.Facilitator, new Waits.Facilitators(), e),
        ViewGiven given when IsFirstOfThem(progress.Of<PathProgress>(), given, e.OccurredAt) =>
        [
            new Tells.Done(MessageName.ViewWanted, WishOf(e.ParticipationId, given.By)),
            new Tells.Done(MessageName.ViewGiven, ViewOf(e.ParticipationId, given.PersonId)),
            new Tells.Message(MessageName.ViewGiven, ViewOf(e.ParticipationId, given.PersonId), new Waits.Learner(), given.PersonId),
        ],
        _ => [],
    };

    /// <summary>Asked again, it takes the place of what was asked before.</summary>
    private static IEnumerable<Tells> Asks(Viewer by, Waits whom, RecordedEvent e) =>
    [
        new Tells.Done(MessageName.ViewWanted, WishOf(e.ParticipationId, by)),
        new Tells.Message(MessageName.ViewWanted, WishOf(e.ParticipationId, by), whom, e.LearnerId),
    ];

    /// <summary>A view comes behaviour by behaviour, one shortly after the other, and is told once.</summary>
    private static bool IsFirstOfThem(PathProgress path, ViewGiven given, DateTimeOffset at) => !path.Views.Values
        .SelectMany(views => views)
        .Any(view => view.PersonId == given.PersonId && view.At < at && at - view.At < Together);

    private static Guid WishOf(Guid participationId, Viewer by) => DerivedId.From(participationId, $"view wanted {by}");

    private static Guid ViewOf(Guid participationId, Guid personId) => DerivedId.From(participationId, $"view {personId:N}");
}
