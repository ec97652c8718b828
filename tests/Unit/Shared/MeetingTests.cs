using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.Shared.Groups;
using Xunit;
using static LearningBuddy.Tests.Unit.Shared.A;

namespace LearningBuddy.Tests.Unit.Shared;

public sealed class MeetingTests
{
    [Fact]
    public void What_is_planned_can_be_moved_and_what_is_settled_can_not()
    {
        var meeting = Plan();
        Assert.True(meeting.Move(Monday.AddDays(2)));
        Assert.Equal((Monday.AddDays(2), 1), (meeting.StartsAt, meeting.Moves));
        Assert.True(meeting.Hold(Monday.AddDays(2)));
        Assert.False(meeting.Move(Monday.AddDays(3)));
        Assert.False(meeting.Cancel(Monday.AddDays(3)));
    }

    [Fact]
    public void It_has_a_number_and_takes_some_time()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Meeting(Story.Id("m"), Story.Id("g"), 0, Monday, TimeSpan.FromMinutes(30)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Meeting(Story.Id("m"), Story.Id("g"), 1, Monday, TimeSpan.Zero));
        Assert.Equal(30, Plan().Minutes);
    }

    [Fact]
    public void It_is_settled_once_whatever_is_tried() => Prop.ForAll(Gen.Choose(0, 3).ArrayOf().ToArbitrary(), tries =>
    {
        var meeting = Plan();
        foreach (var (turn, what) in tries.Index())
        {
            var (before, moves, at) = (meeting.State, meeting.Moves, Monday.AddHours(turn));
            var done = what switch
            {
                0 => meeting.Move(at),
                1 => meeting.Hold(at),
                2 => meeting.Miss(at),
                _ => meeting.Cancel(at),
            };

            Assert.Equal(before == MeetingState.Planned, done);
            Assert.Equal(moves + (done && what == 0 ? 1 : 0), meeting.Moves);
            Assert.Equal(meeting.State != MeetingState.Planned, meeting.SettledAt is not null);
            Assert.True(done || meeting.State == before);
        }
    }).QuickCheckThrowOnFailure();

    private static Meeting Plan() => new(Story.Id("meeting"), Story.Id("group"), 1, Monday, TimeSpan.FromMinutes(30));
}
