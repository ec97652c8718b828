using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.Shared.Events;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class EventJsonTests
{
    public static TheoryData<JourneyEvent> Events =>
    [
        new JourneyEvent.JourneyStarted(),
        new JourneyEvent.JourneyCompleted(true, TimeSpan.FromDays(3)),
        new JourneyEvent.BuddyInvited(Guid.NewGuid(), null),
        new JourneyEvent.NudgeScheduled(new(Guid.NewGuid(), "Exercise 1", NudgeChannel.Inbox, 1, 6)),
        new JourneyEvent.GradeSent(Guid.NewGuid(), "https://lms.example/1", 33.33, 100, "Completed", "FullyGraded"),
    ];

    [Theory]
    [MemberData(nameof(Events))]
    public void What_was_written_reads_back_the_same(JourneyEvent what) => Assert.Equal(what, EventJson.Read(what.GetType().Name, EventJson.Write(what)));

    [Fact]
    public void An_event_of_a_newer_version_is_named() =>
        Assert.Contains("SomethingNew", Assert.Throws<InvalidDataException>(() => EventJson.Read("SomethingNew", "{}")).Message, StringComparison.Ordinal);
}
