using System.Net;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class GuestDoorOnSqliteTests() : GuestDoorTests(onPostgres: false);

public sealed class GuestDoorOnPostgresTests() : GuestDoorTests(onPostgres: true);

/// <summary>Somebody outside the course is asked by mail: the page behind the link, yes and no, and how long the link is good.</summary>
public abstract class GuestDoorTests(bool onPostgres) : GuestScene(onPostgres)
{
    [Theory]
    [InlineData("HEAD", null)]
    [InlineData("GET", null)]
    [InlineData("GET", "prefetch")]
    public async Task Looking_at_the_link_answers_nothing(string method, string? purpose)
    {
        using var learner = await AskAsync();
        using var scanner = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(new HttpMethod(method), NewestLink());
        if (purpose is not null)
        {
            request.Headers.Add("Sec-Purpose", purpose);
        }

        using var response = await scanner.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Equal(InvitationState.Asked, Invitation().State);
        Assert.All(Links(), link => Assert.Equal((null, null), (link.PersonId, link.ConsentAt)));
        Assert.Equal((null, 0), (RuthId(), GuestSessions()));
    }

    [Fact]
    public async Task The_mail_and_the_page_say_who_asks_and_why_and_what_is_seen_and_kept()
    {
        using var learner = await AskAsync();
        var mail = Assert.Single(Ruths.Mails);
        using var ruth = await FollowAsync();

        Assert.Equal(Wording.Of("guests.asks", Learner.Name), mail.Subject);
        Assert.Contains("> You told me the truth once.", mail.TextBody!, StringComparison.Ordinal);
        Assert.Contains(Wording.Of("guests.mail-why-asked", Learner.Name), mail.TextBody!, StringComparison.Ordinal);
        Assert.Equal(Wording.Of("guests.asks", Learner.Name), ruth.Heading);
        AssertSays(ruth, "You told me the truth once. Tell it to me again.");
        AssertSays(ruth, Wording.Of("guests.will-see", Learner.Name));
        AssertSays(ruth, Wording.Of("guests.wont-see"));
        AssertSays(ruth, Wording.OfCount("guests.kept", 30, Learner.Name));
    }

    [Fact]
    public async Task The_token_is_kept_nowhere_but_in_the_mail()
    {
        using var learner = await AskAsync();
        var token = NewestLink().Segments[^1];

        Assert.All(Links(), link => Assert.DoesNotContain(token, link.TokenHash, StringComparison.Ordinal));
        Assert.DoesNotContain(
            Stage.Look(db => db.Deliveries.Select(row => row.Payload).ToList()),
            payload => System.Text.Encoding.UTF8.GetString(payload).Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_a_yes_the_address_is_the_guests_own_and_the_consent_is_noted()
    {
        using var learner = await AskAsync();
        using var ruth = await SayYesAsync();

        Assert.Equal((HttpStatusCode.OK, Wording.Of("guests.you-are-buddy", Learner.Name)), (ruth.Status, ruth.Heading));
        var link = Assert.Single(Links());
        Assert.Equal((RuthId(), true), (link.PersonId, link.ConsentAt is not null));
        Assert.Equal((InvitationState.Accepted, RuthId(), null), (Invitation().State, Invitation().PersonId, Invitation().Address));
        await learner.GoAsync("/buddies");
        Assert.Equal(Wording.Of("buddies.name-is-your-buddy", "Ruth Adler"), learner.Heading);
    }

    [Fact]
    public async Task A_yes_without_a_name_asks_for_one()
    {
        using var learner = await AskAsync();
        using var ruth = await FollowAsync();
        await ruth.PressAsync("guests.accept", ("name", " \u200b "));

        AssertSays(ruth, Wording.Of("guests.name-missing"));
        Assert.Equal(InvitationState.Asked, Invitation().State);
    }

    [Fact]
    public async Task A_no_reaches_the_learner_with_its_reason_and_leaves_nobody_behind()
    {
        using var learner = await AskAsync();
        var link = NewestLink();
        using var ruth = await FollowAsync();
        await ruth.PressAsync("guests.decline", ("reason", "Away until May."));

        Assert.Equal(Wording.Of("guests.declined-title"), ruth.Heading);
        await learner.GoAsync("/buddies");
        AssertSays(learner, Wording.Of("buddies.has-declined", RuthsAddress) + " Away until May.");
        Assert.Null(RuthId());

        await KeepUpAsync();
        Assert.Equal(RuthsAddress, Invitation().Address);
        await Stage.MoveAsync(TimeSpan.FromHours(25));
        await KeepUpAsync();
        Assert.Equal((null, null), (Invitation().Address, Invitation().Words));
        Assert.Empty(Links());
        await ruth.GoToAsync(link);
        Assert.Equal((HttpStatusCode.NotFound, Wording.Of("guests.link-bad-title")), (ruth.Status, ruth.Heading));
        using var later = await Room.OpenAsync(Learner);
        await later.GoAsync("/buddies");
        AssertSays(later, Wording.Of("buddies.mail-declined"));
    }

    [Fact]
    public async Task It_is_brought_up_again_once_and_runs_out_for_both_mails()
    {
        using var learner = await AskAsync();
        var first = NewestLink();
        await Stage.MoveAsync(TimeSpan.FromDays(3));
        await Stage.SendAsync();
        Assert.Equal([Wording.Of("guests.asks", Learner.Name), Wording.Of("guests.still-asks", Learner.Name)], Ruths.Subjects);
        using (var looking = await FollowAsync(first))
        {
            Assert.Equal(HttpStatusCode.OK, looking.Status);
        }

        await Stage.MoveAsync(TimeSpan.FromDays(4));
        using var late = await FollowAsync();
        Assert.Equal((HttpStatusCode.NotFound, Wording.Of("guests.link-bad-title")), (late.Status, late.Heading));
        await Stage.SendAsync();
        Assert.Equal(InvitationState.Expired, Invitation().State);
        Assert.Equal(2, Ruths.Mails.Count);
    }

    [Fact]
    public async Task Whichever_mail_is_answered_the_links_of_all_of_them_let_the_guest_in()
    {
        using var learner = await AskAsync();
        var first = NewestLink();
        await Stage.MoveAsync(TimeSpan.FromDays(3));
        await Stage.SendAsync();
        using var ruth = await SayYesAsync();

        using var again = await FollowAsync(first);
        await again.PressAsync("guests.open");
        Assert.Equal(Wording.Of("guests.you-are-buddy", Learner.Name), again.Heading);
    }

    [Fact]
    public async Task Taken_back_it_opens_nothing_and_a_page_left_open_answers_nothing()
    {
        using var learner = await AskAsync();
        using var ruth = await FollowAsync();
        await learner.GoAsync("/buddies");
        await learner.PressAsync("buddies.withdraw");

        await ruth.PressAsync("guests.accept", ("name", "Ruth Adler"));

        Assert.Equal((HttpStatusCode.NotFound, Wording.Of("guests.link-bad-title")), (ruth.Status, ruth.Heading));
        Assert.Equal((InvitationState.Withdrawn, null, 0), (Invitation().State, RuthId(), GuestSessions()));
    }

    [Fact]
    public async Task The_same_link_renews_the_session_after_a_day()
    {
        using var learner = await AskAsync();
        var link = NewestLink();
        using var ruth = await SayYesAsync();
        await Stage.MoveAsync(TimeSpan.FromMinutes((24 * 60) - 1));
        await ruth.GoAsync("/guest");
        Assert.Equal(HttpStatusCode.OK, ruth.Status);

        await Stage.MoveAsync(TimeSpan.FromMinutes(1));
        await ruth.GoAsync("/guest");
        Assert.Equal((HttpStatusCode.Unauthorized, Wording.Of("doors.guest-ended")), (ruth.Status, ruth.Heading));

        await ruth.GoToAsync(link);
        await ruth.PressAsync("guests.open");
        Assert.Equal((HttpStatusCode.OK, Wording.Of("guests.you-are-buddy", Learner.Name)), (ruth.Status, ruth.Heading));
    }

    [Fact]
    public async Task The_address_of_a_guests_page_is_good_in_their_own_browser_alone()
    {
        using var learner = await AskAsync();
        using var ruth = await SayYesAsync();
        using var stranger = new Visitor { Dest = "document" };

        await stranger.GoToAsync(ruth.Address);

        Assert.Equal((HttpStatusCode.Unauthorized, Wording.Of("doors.guest-ended")), (stranger.Status, stranger.Heading));
    }

    [Fact]
    public async Task One_guest_supports_as_many_learners_as_the_journey_allows_and_each_link_opens_one_of_them()
    {
        using var first = await AskAsync();
        using var ruth = await SayYesAsync();
        await WriteAndSendAsync(first);
        var piece = "/evidence/show" + first.Address.Query;
        using var second = await AskAsync(Room.Learners[1]);
        using var again = await SayYesAsync();
        Assert.Equal(Wording.Of("guests.you-are-buddy", Room.Learners[1].Name), again.Heading);
        Assert.Single(Stage.Look(db => db.Accounts.Where(account => account.Name == RuthsAddress).ToList()));

        await ruth.GoAsync(piece);
        Assert.Equal(HttpStatusCode.OK, ruth.Status);
        await again.GoAsync(piece);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);

        using var third = await AskAsync(Room.Learners[2]);
        using var full = await SayYesAsync();
        AssertSays(full, Wording.Of("guests.too-late", Room.Learners[2].Name));
        Assert.Equal(InvitationState.Asked, Invitation().State);
    }

    [Fact]
    public async Task Somebody_of_the_course_who_proved_the_address_comes_as_who_they_are_and_sees_the_one_thing()
    {
        using var buddy = await StartAsync(Buddy);
        await new Mailbox(Stage, RuthsAddress).OpenAsync(buddy);
        await WriteAndSendAsync(buddy);
        var own = "/evidence/show" + buddy.Address.Query;
        using var learner = await AskAsync();
        using var ruth = await SayYesAsync();

        Assert.Equal(Guid.Parse(PersonId(Buddy)), RuthId());
        Assert.Equal(Wording.Of("guests.you-are-buddy", Learner.Name), ruth.Heading);
        await ruth.GoAsync(own);
        Assert.Equal(HttpStatusCode.NotFound, ruth.Status);
        await buddy.GoAsync("/buddies");
        Assert.Contains(Learner.Name, buddy.Text, StringComparison.Ordinal);
    }
}
