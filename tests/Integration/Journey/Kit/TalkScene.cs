using System.Globalization;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>A learner and a buddy of the same course who talk.</summary>
public abstract class TalkScene(bool onPostgres) : GuestScene(onPostgres)
{
    internal Guid PairId => Stage.Look(db => db.Groups.OrderByDescending(group => group.Id).First().Id);

    internal static string PathOf(Guid pair, int number) => string.Create(CultureInfo.InvariantCulture, $"/buddies/talk?id={pair}&number={number}");

    /// <summary>The two become a pair.</summary>
    internal async Task<(Visitor Learner, Visitor Buddy)> PairInCourseAsync()
    {
        await ComeInAsync(Buddy);
        var learner = await StartAsync(Learner);
        await learner.AskAsync(PersonId(Buddy));
        var buddy = await Room.OpenAsync(Buddy);
        await buddy.GoAsync("/buddies");
        await buddy.PressAsync("buddies.accept");
        return (learner, buddy);
    }

    /// <summary>A moment as a field for day and hour sends it, on the clock of the page's reader.</summary>
    internal static string Typed(Visitor reader, TimeSpan fromNow)
    {
        var now = DateTime.ParseExact(
            reader.Page.QuerySelector("#time-0")!.GetAttribute("min")!, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        return (now + fromNow).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>One of the two offers a time, in so many days, and the other takes it.</summary>
    /// <returns>The time, on the clock of who offered it.</returns>
    internal async Task<DateTime> PlanAsync(Visitor one, Visitor other, int number, int days)
    {
        await one.GoAsync(PathOf(PairId, number));
        var time = Typed(one, TimeSpan.FromDays(days));
        await one.PressAsync("buddies.offer", ("time", time), ("place", "Room 4"));
        AssertSays(one, Wording.Of("buddies.done-offered"));
        await other.GoAsync(PathOf(PairId, number));
        await other.PressAsync("buddies.take");
        AssertSays(other, Wording.Of("buddies.done-taken"));
        return DateTime.Parse(time, CultureInfo.InvariantCulture);
    }

    /// <summary>One of the two says that they talked.</summary>
    internal async Task ClaimAsync(Visitor one, int number)
    {
        await one.GoAsync(PathOf(PairId, number));
        await one.PressAsync(one.Page.QuerySelector("button[data-text='buddies.we-talked']") is null ? "buddies.already-talked" : "buddies.we-talked");
    }

    /// <summary>Both say that they talked, and the learner decides.</summary>
    internal async Task HoldAsync(Visitor learner, Visitor buddy, int number, string when, string will)
    {
        await ClaimAsync(learner, number);
        await buddy.GoAsync(PathOf(PairId, number));
        Assert.Equal(Wording.Of("buddies.title-claim"), buddy.Heading);
        await buddy.PressAsync("buddies.we-talked");
        await learner.GoAsync(PathOf(PairId, number));
        Assert.Equal(Wording.Of("buddies.title-plan"), learner.Heading);
        await learner.PressAsync("buddies.plan-keep", ("when", when), ("will", will));
        AssertSays(learner, Wording.Of("buddies.done-planned"));
    }
}
