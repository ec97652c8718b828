using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Buddies;

/// <summary>Rules of the learning buddy.</summary>
/// <param name="Capacity">How many learners one person supports at the same time, 1 to 20.</param>
/// <param name="RemindAfterDays">Days after which an unanswered invitation is brought up again, 1 to 60.</param>
/// <param name="ExpireAfterDays">Days after which it runs out, 1 to 60, more than <paramref name="RemindAfterDays"/>.</param>
/// <param name="OffersStaff">Whether those who teach or assist in the course can be asked too.</param>
public sealed record BuddiesSection(int Capacity = 2, int RemindAfterDays = 3, int ExpireAfterDays = 7, bool OffersStaff = false)
    : IDesignSection
{
    /// <summary>Three short talks.</summary>
    private const int MinutesTogether = 30;

    /// <inheritdoc />
    public IEnumerable<DesignFault> Check(JourneyDesign design)
    {
        if (Capacity is < 1 or > 20)
        {
            yield return new("sections.buddies.capacity", "buddy-capacity");
        }

        if (RemindAfterDays < 1 || ExpireAfterDays > 60 || RemindAfterDays >= ExpireAfterDays)
        {
            yield return new("sections.buddies.expireAfterDays", "buddy-days");
        }
    }

    internal static IEnumerable<Effort> Effort(JourneyDesign design) =>
    [
        new(EffortBy.Learner, EffortKind.WithPeople, MinutesTogether),
        new(EffortBy.Buddy, EffortKind.WithPeople, MinutesTogether),
    ];
}
