using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.Shared.Messages;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared.Messages;

/// <summary>What holds whoever is written to, whatever comes when, and however somebody moves the clock.</summary>
public sealed class SendingPropertyTests
{
    private const int MostArrivals = 25;

    /// <summary>Far more looks than that many messages can need.</summary>
    private const int MostLooks = 1000;

    private static readonly Gen<Arrival> AnyArrival =
        from minutes in Gen.Frequency((6, Gen.Choose(0, 600)), (3, Gen.Choose(600, 6000)), (1, Gen.Choose(-12_000, 12_000)))
        from isJump in Gen.Elements(true, false)
        from kind in Gen.Elements<MessageKind>(MessageKinds.All)
        from doneAfter in Gen.Choose(0, 60_000)
        select new Arrival(minutes, isJump, kind, doneAfter);

    private static readonly Arbitrary<Arrival[]> Arrivals = (
        from count in Gen.Choose(0, MostArrivals)
        from arrivals in Gen.ArrayOf(AnyArrival, count)
        select arrivals).ToArbitrary();

    /// <summary>That nothing goes in quiet hours, in a pause or where it was switched off, the postman holds.</summary>
    [Fact]
    public void Nobody_hears_more_than_once_a_day_and_four_times_in_any_seven_days() => ForAny((pace, arrivals) =>
    {
        var (postman, _) = Live(pace, arrivals);

        var sent = postman.Counted.Order().ToList();
        Assert.Distinct(sent.Select(at => PlainClock.DayOf(at, pace.Zone)));
        Assert.All(sent.Skip(MessageCap.PerWeek).Zip(sent), pair => Assert.True(pair.First - pair.Second >= MessageCap.Week));
    });

    [Fact]
    public void Everything_goes_or_is_dropped_in_the_end() => ForAny((pace, arrivals) =>
    {
        var (postman, now) = Live(pace, arrivals);

        LookUntil(postman, now, DateTimeOffset.MaxValue);
        Assert.Null(postman.Wake);
    });

    private static (Postman Postman, DateTimeOffset Now) Live(MessagePace pace, Arrival[] arrivals)
    {
        var (postman, now) = (new Postman(pace), A.Monday);
        foreach (var arrival in arrivals)
        {
            var then = now.AddMinutes(arrival.Minutes);
            if (!arrival.IsJump)
            {
                LookUntil(postman, now, then);
            }

            now = then;
            postman.Take(arrival.Kind, now, TimeSpan.FromMinutes(arrival.DoneAfter));
            postman.Work(now);
        }

        return (postman, now);
    }

    private static void LookUntil(Postman postman, DateTimeOffset now, DateTimeOffset end)
    {
        var at = now;
        for (var looks = 0; postman.Wake is { } wake && wake <= end; looks++)
        {
            Assert.InRange(looks, 0, MostLooks);
            Assert.True(wake > at);
            at = wake;
            postman.Work(at);
        }
    }

    private static void ForAny(Action<MessagePace, Arrival[]> law) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(RandomPace.Pace.ToArbitrary(), Arrivals, law));

    /// <summary>A message comes about.</summary>
    /// <param name="Minutes">How long after the one before; less than 0 where the clock was put back.</param>
    /// <param name="IsJump">Whether nobody looked until then.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="DoneAfter">In how many minutes it is settled by itself.</param>
    private sealed record Arrival(int Minutes, bool IsJump, MessageKind Kind, int DoneAfter);
}
