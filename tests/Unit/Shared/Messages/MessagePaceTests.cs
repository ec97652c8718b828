using LearningBuddy.Shared.Messages;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared.Messages;

public sealed class MessagePaceTests
{
    private const MessageChannels Everywhere = MessageChannels.InApp | MessageChannels.Mail | MessageChannels.Push;

    private static readonly MessageKind Returned = MessageKinds.Find(MessageName.EvidenceReturned)!;
    private static readonly MessageKind Asked = MessageKinds.Find(MessageName.QuestionAsked)!;
    private static readonly MessageKind Certified = MessageKinds.Find(MessageName.CertificationReached)!;
    private static readonly Guid Journey = Story.Id("journey");

    [Fact]
    public void Whoever_said_nothing_wants_everything_outside_nights_and_weekends()
    {
        Assert.Equal(new QuietHours(new(19, 0), new(8, 0), Weekdays.Saturday | Weekdays.Sunday), MessagePace.Default.Quiet);
        Assert.Null(MessagePace.Default.PausedUntil);
        Assert.All(MessageKinds.All, kind => Assert.Equal(kind.Channels, MessagePace.Default.Wanted(kind, Journey)));
    }

    [Fact]
    public void A_channel_is_switched_off_for_everything_a_kind_or_a_journey()
    {
        Assert.Equal(Everywhere & ~MessageChannels.Mail, Without(new SwitchOff(MessageChannels.Mail)).Wanted(Returned, Journey));

        var ofAKind = Without(new SwitchOff(MessageChannels.Push, Kind: MessageName.EvidenceReturned));
        Assert.Equal(Everywhere & ~MessageChannels.Push, ofAKind.Wanted(Returned, Journey));
        Assert.Equal(Everywhere, ofAKind.Wanted(Asked, Journey));

        var ofAJourney = Without(new SwitchOff(MessageChannels.Mail, Journey));
        Assert.Equal(Everywhere & ~MessageChannels.Mail, ofAJourney.Wanted(Asked, Journey));
        Assert.Equal(Everywhere, ofAJourney.Wanted(Asked, Story.Id("another journey")));
        Assert.Equal(Everywhere, ofAJourney.Wanted(Asked, null));
    }

    [Fact]
    public void Several_add_up_and_the_inbox_and_certifications_stay()
    {
        var nothing = Without(new SwitchOff(Everywhere, Journey), new SwitchOff(MessageChannels.Mail));

        Assert.Equal(MessageChannels.InApp, nothing.Wanted(Returned, Journey));
        Assert.Equal(MessageChannels.InApp | MessageChannels.Push, nothing.Wanted(Returned, null));
        Assert.Equal(Everywhere, nothing.Wanted(Certified, Journey));
    }

    [Fact]
    public void A_kind_that_is_not_wanted_comes_neither_by_mail_nor_on_a_device()
    {
        var said = new MessagePreferences(Story.Id("ann"));
        said.WantKinds([MessageName.EvidenceReturned, MessageName.QuestionAsked], [MessageName.QuestionAsked]);
        var pace = said.Pace(TimeZoneInfo.Utc);

        Assert.Equal(MessageChannels.InApp, pace.Wanted(Returned, Journey));
        Assert.Equal(MessageChannels.InApp, pace.Wanted(Returned, null));
        Assert.Equal(Everywhere, pace.Wanted(Asked, Journey));

        said.Want(byMail: false, Journey, aboutIt: true);
        Assert.Equal(MessageChannels.InApp, said.Pace(TimeZoneInfo.Utc).Wanted(Returned, Journey));
        Assert.Equal(MessageChannels.InApp | MessageChannels.Push, said.Pace(TimeZoneInfo.Utc).Wanted(Asked, Journey));
    }

    [Fact]
    public void What_was_not_asked_about_stays_and_an_unknown_kind_switches_nothing_off()
    {
        var said = new MessagePreferences(Story.Id("ann"));
        said.WantKinds(["circle.planned", MessageName.CertificationReached, MessageName.QuestionAsked], []);
        said.WantKinds([MessageName.QuestionAsked], [MessageName.QuestionAsked]);

        Assert.Equal([MessageName.CertificationReached, "circle.planned"], said.KindsOff);
        Assert.All(MessageKinds.All, kind => Assert.Equal(kind.Channels, said.Pace(TimeZoneInfo.Utc).Wanted(kind, Journey)));
    }

    [Fact]
    public void The_address_that_the_LMS_told_makes_way_for_a_proved_one()
    {
        var said = new MessagePreferences(Story.Id("ann"));
        said.StopMail();
        said.UseLmsAddress(true);
        Assert.Equal((true, false), (said.UsesLmsAddress, said.IsMailOff));

        said.StopMail();
        Assert.Equal((true, true), (said.UsesLmsAddress, said.IsMailOff));
        said.Proved();
        Assert.Equal((false, false), (said.UsesLmsAddress, said.IsMailOff));
    }

    private static MessagePace Without(params SwitchOff[] off) => new() { SwitchedOff = [.. off] };
}
