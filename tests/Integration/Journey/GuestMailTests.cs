using System.Net;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class GuestMailOnSqliteTests() : GuestMailTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class GuestMailOnPostgresTests() : GuestMailTests(onPostgres: true);

/// <summary>Which mails go to people outside the course, and that no others do.</summary>
public abstract class GuestMailTests(bool onPostgres) : GuestScene(onPostgres)
{
    [Theory]
    [InlineData("ruth at home", Words, "shared.mail-no-address")]
    [InlineData(RuthsAddress, " ", "shared.mail-no-words")]
    [InlineData("own@work.example", Words, "shared.mail-own-address")]
    public async Task What_can_not_be_sent_says_why_and_stays_typed(string address, string words, string fault)
    {
        using var learner = await StartAsync(Learner);
        await new Mailbox(Stage, "own@work.example").OpenAsync(learner);
        await AskByMailAsync(learner, address, words);

        AssertSays(learner, Wording.Of(fault));
        Assert.Equal(address, learner.Page.QuerySelector("#mail-address")!.GetAttribute("value"));
        Assert.NotNull(learner.Page.QuerySelector("details[open] #mail-address"));
        Assert.DoesNotContain(address, Uri.UnescapeDataString(learner.Address.Query), StringComparison.Ordinal);
        Assert.Equal(0, Stage.Look(db => db.Invitations.Count()));
    }

    [Fact]
    public async Task The_learner_sees_who_is_asked_and_with_which_words_and_can_take_it_back()
    {
        using var learner = await StartAsync(Learner);
        await AskByMailAsync(learner);

        Assert.Equal(Wording.Of("buddies.is-asked", RuthsAddress), learner.Heading);
        AssertSays(learner, "You told me the truth once.");
        await learner.GoAsync("/today");
        AssertSays(learner, RuthsAddress);
        await learner.GoAsync("/buddies");
        await learner.PressAsync("buddies.withdraw");

        Assert.Equal(Wording.Of("buddies.whom-to-ask"), learner.Heading);
        Assert.Equal(InvitationState.Withdrawn, Invitation().State);
    }

    [Fact]
    public async Task Nobody_is_written_to_more_than_five_times_a_day_by_taking_back_and_asking_again()
    {
        using var learner = await StartAsync(Learner);
        for (var mail = 0; mail < 5; mail++)
        {
            await AskByMailAsync(learner);
            await Stage.SendAsync();
            await learner.GoAsync("/buddies");
            await learner.PressAsync("buddies.withdraw");
        }

        await AskByMailAsync(learner);
        AssertSays(learner, Wording.Of("shared.mail-too-often"));
        await AskByMailAsync(learner, "other@home.example");
        AssertSays(learner, Wording.Of("shared.mail-too-often"));
        using var second = await StartAsync(Buddy);
        await AskByMailAsync(second);
        AssertSays(second, Wording.Of("shared.mail-too-often"));
        await Stage.SendAsync();
        Assert.Equal(5, Ruths.Mails.Count);

        await Stage.MoveAsync(TimeSpan.FromHours(25));
        using var later = await Room.OpenAsync(Learner);
        await AskByMailAsync(later);
        Assert.Equal(Wording.Of("buddies.is-asked", RuthsAddress), later.Heading);
    }

    [Fact]
    public async Task Nothing_but_the_invitation_goes_to_an_address_before_it_was_accepted()
    {
        using var learner = await AskAsync();
        await WriteAndSendAsync(learner);
        await Stage.SendAsync();

        Assert.Single(Ruths.Mails);
        Assert.Equal(0, Stage.Look(db => db.Messages.Count(row => row.Kind == "evidence.shared")));
    }

    [Fact]
    public async Task A_guest_hears_by_mail_what_is_new_and_its_link_leads_in_until_they_stop()
    {
        var (learner, ruth) = await PairAsync();
        using var both = learner;
        using var guest = ruth;
        AllowAnyHour();
        await WriteAndSendAsync(learner);
        await Stage.SendAsync();

        var told = Ruths.Mails[^1];
        Assert.StartsWith($"{Learner.Name} sent you “Weekly call", told.Subject, StringComparison.Ordinal);
        Assert.Contains(Wording.Of("guests.mail-why-news", Learner.Name), told.TextBody!, StringComparison.Ordinal);
        using var later = await FollowAsync(Ruths.LinkIn(told, "/g/"));
        await later.PressAsync("guests.open");
        AssertSays(later, "Weekly call");
        await later.PressAsync("guests.stop");

        await Stage.MoveAsync(TimeSpan.FromDays(8));
        using var again = await Room.OpenAsync(Learner);
        await WriteAndSendAsync(again);
        await Stage.SendAsync();
        Assert.Equal(2, Ruths.Mails.Count);
    }

    [Fact]
    public async Task A_guest_stops_mail_with_one_click_and_the_page_knows_that_there_is_no_course()
    {
        var (learner, ruth) = await PairAsync();
        using var both = learner;
        using var guest = ruth;
        AllowAnyHour();
        await WriteAndSendAsync(learner);
        await Stage.SendAsync();

        using var choosing = await FollowAsync(Ruths.LinkIn(Ruths.Mails[^1], "/n/"));
        AssertSays(choosing, Wording.Of("messages.stop-body-guest"));
        await choosing.PressAsync("messages.stop-button");
        AssertSays(choosing, Wording.Of("messages.done-stopped-guest"));
        Assert.True(Stage.Look(db => db.MessagePreferences.Single(said => said.PersonId == RuthId())).IsMailOff);
    }

    [Fact]
    public async Task A_new_link_is_promised_to_everybody_and_sent_to_those_who_were_asked_at_most_five_times_a_day()
    {
        using var learner = await AskAsync();
        using var ruth = await SayYesAsync();
        var known = await AskForLinkAsync(RuthsAddress.ToUpperInvariant());
        var unknown = await AskForLinkAsync("nobody@home.example");
        Assert.Equal(known, unknown);

        await Stage.SendAsync();
        Assert.Equal(Wording.Of("guests.mail-new-link", Learner.Name), Ruths.Subjects[^1]);
        Assert.Empty(new Mailbox(Stage, "nobody@home.example").Mails);
        using (var back = await FollowAsync())
        {
            await back.PressAsync("guests.open");
            Assert.Equal(Wording.Of("guests.you-are-buddy", Learner.Name), back.Heading);
        }

        for (var more = 0; more < 6; more++)
        {
            Assert.Equal(known, await AskForLinkAsync(RuthsAddress));
        }

        await Stage.SendAsync();
        Assert.Equal(5, Ruths.Mails.Count);
    }

    [Fact]
    public async Task A_new_link_of_somebody_who_has_not_answered_is_the_invitation_again_and_of_somebody_who_stopped_none()
    {
        using var learner = await AskAsync();
        await AskForLinkAsync(RuthsAddress);
        await Stage.SendAsync();
        Assert.Equal([Wording.Of("guests.asks", Learner.Name), Wording.Of("guests.asks", Learner.Name)], Ruths.Subjects);

        using var ruth = await SayYesAsync();
        await ruth.PressAsync("guests.stop");
        await AskForLinkAsync(RuthsAddress);
        await Stage.SendAsync();
        Assert.Equal(2, Ruths.Mails.Count);
    }

    [Fact]
    public async Task What_is_no_address_says_so()
    {
        using var guest = new Visitor { Dest = "document" };
        await guest.GoToAsync(new Uri(Stage.ToolUrl + "/g?culture=en"));
        await guest.PressAsync("guests.send-link", ("address", "ruth at home"));

        Assert.Equal(HttpStatusCode.OK, guest.Status);
        AssertSays(guest, Wording.Of("guests.address-bad"));
        Assert.Equal(0, Stage.Look(db => db.Deliveries.Count(row => row.Kind == DeliveryKind.GuestLink)));
    }

    [Fact]
    public async Task Whoever_tries_many_addresses_is_told_to_wait()
    {
        using var guest = new Visitor { Dest = "document" };
        for (var tries = 0; tries < 41 && guest.Status != HttpStatusCode.TooManyRequests; tries++)
        {
            await guest.GoToAsync(new Uri(Stage.ToolUrl + "/g?culture=en"));
        }

        Assert.Equal((HttpStatusCode.TooManyRequests, Wording.Of("doors.too-many-tries")), (guest.Status, guest.Heading));
    }

    /// <summary>Somebody asks for a new link.</summary>
    /// <returns>What they read.</returns>
    private async Task<string> AskForLinkAsync(string address)
    {
        using var guest = new Visitor { Dest = "document" };
        await guest.GoToAsync(new Uri(Stage.ToolUrl + "/g?culture=en"));
        await guest.PressAsync("guests.send-link", ("address", address));
        Assert.Equal(Wording.Of("guests.taken-title"), guest.Heading);
        return Squeeze(guest.Text);
    }
}
