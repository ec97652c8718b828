using LearningBuddy.Shared.Messages;
using Xunit;
using static LearningBuddy.Tests.Unit.Shared.A;

namespace LearningBuddy.Tests.Unit.Shared.Messages;

public sealed class SendRulesTests
{
    private const MessageChannels Inbox = MessageChannels.InApp;
    private const MessageChannels Outside = MessageChannels.Mail | MessageChannels.Push;

    private static readonly DateTimeOffset Evening = Monday.AddHours(11);
    private static readonly DateTimeOffset Tuesday = Monday.AddHours(23);

    [Fact]
    public void By_day_it_goes_everywhere_at_once() => Assert.Equal(new SendDecision.Send(Inbox | Outside), At(Monday, Message()));

    [Fact]
    public void In_the_evening_the_inbox_has_it_and_the_rest_is_held_for_the_morning()
    {
        Assert.Equal(new SendDecision.Send(Inbox), At(Evening, Message()));
        Assert.Equal(new SendDecision.IntoDigest(Tuesday), At(Evening, Message() with { Pending = Outside }));
        Assert.Equal(new SendDecision.Send(Outside), At(Tuesday, Message() with { Pending = Outside }));
    }

    [Fact]
    public void What_is_no_line_of_a_digest_comes_later_on_its_own() => Assert.Equal(
        new SendDecision.Later(Tuesday), At(Evening, Message(MessageName.BuddyInvited) with { Pending = Outside }));

    [Fact]
    public void A_used_up_day_holds_it_until_the_next_morning_and_a_used_up_week_until_there_is_room()
    {
        var today = Message() with { Pending = Outside, Sent = [Monday.AddHours(-1)] };
        Assert.Equal(new SendDecision.IntoDigest(Tuesday), At(Monday, today));

        var full = today with { Sent = [.. Enumerable.Range(0, 4).Select(day => Monday.AddDays(day))] };
        Assert.Equal(new SendDecision.IntoDigest(Monday.AddDays(7)), At(Monday.AddDays(4), full));

        // There is room on Sunday again, but Sunday is quiet.
        var fromSunday = today with { Sent = [.. Enumerable.Range(-1, 4).Select(day => Monday.AddDays(day))] };
        Assert.Equal(new SendDecision.IntoDigest(Tuesday.AddDays(6)), At(Monday.AddDays(3), fromSunday));
    }

    [Fact]
    public void A_pause_holds_everything_that_can_be_switched_off()
    {
        var pace = new MessagePace { PausedUntil = Monday.AddDays(7) };

        Assert.Equal(new SendDecision.IntoDigest(Monday.AddDays(7)), At(Monday, Message() with { Pending = Outside, Pace = pace }));
        Assert.Equal(
            new SendDecision.Later(Monday.AddDays(7)),
            At(Monday, Message(MessageName.BuddyInvited) with { Pending = Outside, Pace = pace }));
        Assert.Equal(new SendDecision.Send(Inbox | Outside), At(Monday, Certification() with { Pace = pace }));
        Assert.Equal(new SendDecision.Send(Outside), At(Monday.AddDays(7), Message() with { Pending = Outside, Pace = pace }));
    }

    [Fact]
    public void A_pause_that_ends_at_night_ends_in_the_morning() => Assert.Equal(
        new SendDecision.IntoDigest(Tuesday), At(Monday, Message() with { Pending = Outside, Pace = new() { PausedUntil = Evening } }));

    [Fact]
    public void A_certification_waits_for_the_morning_and_for_nothing_else()
    {
        var quiet = QuietHours.Default with { Days = Weekdays.All };
        var pace = new MessagePace { Quiet = quiet, SwitchedOff = [new(Outside)], PausedUntil = Monday.AddDays(7) };
        var certification = Certification() with { Pace = pace, IsJourneyClosed = true, Sent = [Monday], Pending = Outside };

        Assert.Equal(new SendDecision.Send(Outside), At(Monday, certification));
        Assert.Equal(new SendDecision.Later(Tuesday), At(Evening, certification));
    }

    [Fact]
    public void What_no_longer_makes_sense_is_dropped_everywhere()
    {
        AssertDropped(DropReason.Done, Message() with { IsDone = true });
        AssertDropped(DropReason.Done, Message() with { Pending = MessageChannels.None });
        AssertDropped(DropReason.LeftCourse, Message() with { HasLeft = true });
        AssertDropped(DropReason.JourneyClosed, Message() with { IsJourneyClosed = true });
        AssertDropped(DropReason.LeftCourse, Certification() with { HasLeft = true });
    }

    [Fact]
    public void What_can_go_nowhere_is_dropped_once_the_inbox_has_it()
    {
        var outside = Message() with { Pending = Outside };
        AssertDropped(DropReason.SwitchedOff, outside with { Pace = new() { SwitchedOff = [new(Outside)] } });
        AssertDropped(DropReason.AlwaysQuiet, outside with { Pace = new() { Quiet = QuietHours.Default with { Days = Weekdays.All } } });
        AssertDropped(DropReason.Bounced, outside with { Bounced = MessageChannels.Mail, Reachable = MessageChannels.Mail });
        AssertDropped(DropReason.Unreachable, outside with { Reachable = MessageChannels.None });

        Assert.Equal(new SendDecision.Send(Inbox), At(Monday, Message() with { Reachable = MessageChannels.None }));
    }

    [Fact]
    public void One_channel_that_is_left_is_enough()
    {
        Assert.Equal(
            new SendDecision.Send(MessageChannels.Push),
            At(Monday, Message() with { Pending = Outside, Bounced = MessageChannels.Mail }));
        Assert.Equal(
            new SendDecision.Send(MessageChannels.Mail),
            At(Monday, Message() with { Pending = Outside, Pace = new() { SwitchedOff = [new(MessageChannels.Push)] } }));
    }

    private static void AssertDropped(DropReason reason, SendSituation situation) =>
        Assert.Equal(new SendDecision.Drop(reason), At(Monday, situation));

    private static SendDecision At(DateTimeOffset now, SendSituation situation) => SendRules.Decide(situation, now);

    private static SendSituation Certification() => Message(MessageName.CertificationReached);

    private static SendSituation Message(string kind = MessageName.EvidenceReturned) =>
        new(MessageKinds.Find(kind)!, Inbox | Outside, MessagePace.Default) { JourneyId = Story.Id("journey"), Reachable = Outside };
}
