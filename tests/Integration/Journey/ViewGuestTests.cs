using System.Net;
using System.Text;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.People;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class ViewGuestOnSqliteTests() : ViewGuestTests(onPostgres: false);

public sealed class ViewGuestOnPostgresTests() : ViewGuestTests(onPostgres: true);

/// <summary>Somebody outside the course is asked by mail how they see the learner on the behaviours.</summary>
public abstract class ViewGuestTests(bool onPostgres) : GuestScene(onPostgres)
{
    private const string Quiet = "quiet-voices";

    [Theory]
    [InlineData("HEAD", null)]
    [InlineData("GET", "prefetch")]
    public async Task Looking_at_the_link_answers_nothing(string method, string? purpose)
    {
        using var learner = await AskForViewAsync();
        using var scanner = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(new HttpMethod(method), NewestLink());
        if (purpose is not null)
        {
            request.Headers.Add("Sec-Purpose", purpose);
        }

        using var response = await scanner.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((ViewRequestState.Asked, null), (Request().State, Request().PersonId));
        Assert.All(Links(), link => Assert.Equal((GuestPurpose.View, null), (link.Purpose, link.ConsentAt)));
        Assert.Equal((null, 0), (RuthId(), GuestSessions()));
    }

    [Fact]
    public async Task The_mail_and_the_page_say_who_asks_what_is_seen_and_what_is_kept()
    {
        using var learner = await AskForViewAsync();
        var mail = Assert.Single(Ruths.Mails);
        using var ruth = await FollowAsync();

        Assert.Equal(Wording.Of("guests.view-asks", Learner.Name), mail.Subject);
        Assert.Contains("> You told me the truth once.", mail.TextBody!, StringComparison.Ordinal);
        Assert.Contains(Wording.Of("guests.view-what-it-takes", Learner.Name), Squeeze(mail.TextBody!), StringComparison.Ordinal);
        Assert.Contains(Wording.Of("guests.mail-why-asked", Learner.Name), Squeeze(mail.TextBody!), StringComparison.Ordinal);
        Assert.Equal(Wording.Of("guests.view-asks", Learner.Name), ruth.Heading);
        AssertSays(ruth, Wording.Of("guests.view-will-see", Learner.Name));
        AssertSays(ruth, Wording.Of("guests.view-wont-see"));
        AssertSays(ruth, Wording.OfCount("guests.view-kept", 30, Learner.Name));
    }

    [Fact]
    public async Task Somebody_gives_a_view_changes_it_and_the_learner_and_the_history_have_it()
    {
        using var learner = await AskForViewAsync();
        using var ruth = await SayYesAsync();
        Assert.Equal(Wording.Of("guests.view-asks", Learner.Name), ruth.Heading);
        await ruth.FollowAsync("path.view-open");
        Assert.Equal(Wording.Of("path.view-heading", Learner.Name), ruth.Heading);
        Assert.Empty(ruth.Page.QuerySelectorAll("input[checked]"));
        Assert.Equal(Design().ActiveBehaviours.Count(), ruth.Page.QuerySelectorAll("fieldset").Length);

        await ruth.PressAsync("path.view-give");
        AssertSays(ruth, Wording.Of("path.view-missing"));
        await ruth.PressAsync("path.view-give", ($"level[{Quiet}]", "1"), ("level[keeps-time]", ""), ("level[nonsense]", "1"));
        AssertSays(ruth, Wording.Of("path.done-view-given"));
        Assert.Equal(["1"], ruth.Page.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")));

        var given = Assert.Single(Given());
        Assert.Equal(
            (Quiet, Viewer.Manager, RuthId()!.Value, new Points(1, 0, 3), Wording.Of("path.level-1")),
            (given.BehaviourId, given.By, given.PersonId, given.Points, given.ScaleLabel));
        await learner.GoAsync("/path/ask");
        AssertSays(learner, "Ruth Adler");
        AssertSays(learner, Wording.Of("path.view-answered"));

        await ruth.PressAsync("path.view-give");
        Assert.Single(Given());
        await ruth.PressAsync("path.view-give", ($"level[{Quiet}]", "3"));
        Assert.Equal([1, 3], Given().Select(view => (int)view.Points.Raw));
        var view = Assert.Single((await ProgressAsync()).Of(Quiet));
        Assert.Equal((RuthId()!.Value, Viewer.Manager, 3), (view.PersonId, view.By, view.Level));
        var told = Stage.Look(db => db.Deliveries
            .Where(row => row.Kind == DeliveryKind.Statement && row.Destination == LrsDestinations.Embedded).Select(row => row.Payload).ToList())
            .Select(payload => Encoding.UTF8.GetString(payload)).Where(json => json.Contains("verbs/evaluated", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, told.Count);
        Assert.All(told, json => Assert.DoesNotContain("Ruth", json, StringComparison.Ordinal));
        await ruth.GoAsync("/guest");
        AssertSays(ruth, Wording.Of("path.view-you-answered"));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("4")]
    [InlineData("much")]
    public async Task What_is_no_level_of_the_scale_is_no_answer(string level)
    {
        using var learner = await AskForViewAsync();
        using var ruth = await SayYesAsync();
        await ruth.FollowAsync("path.view-open");
        await ruth.PressAsync("path.view-give", ($"level[{Quiet}]", level));

        AssertSays(ruth, Wording.Of("path.view-missing"));
        Assert.Empty(Given());
    }

    [Fact]
    public async Task The_guests_page_shows_nothing_of_what_the_learner_or_others_said()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        await learner.PostAsync("/path", [.. Design().ActiveBehaviours.Select(behaviour => ($"level[{behaviour.Id}]", "3"))]);
        Assert.NotEmpty((await ProgressAsync()).Own);
        await AskAsync(learner);
        await Stage.SendAsync();
        using var ruth = await SayYesAsync();
        Assert.DoesNotContain("Weekly call", ruth.Text, StringComparison.Ordinal);
        Assert.Null(ruth.Page.QuerySelector("#shared"));
        await ruth.FollowAsync("path.view-open");
        Assert.Empty(ruth.Page.QuerySelectorAll("input[checked]"));
        await ruth.PressAsync("path.view-give", ($"level[{Quiet}]", "0"));

        await AskAsync(learner, "cem@home.example", "Peer");
        await Stage.SendAsync();
        var cems = new Mailbox(Stage, "cem@home.example");
        using var cem = await FollowAsync(cems.LinkIn(cems.Mails[^1], "/g/"));
        await cem.PressAsync("guests.accept", ("name", "Cem Demir"));
        await cem.FollowAsync("path.view-open");

        Assert.Empty(cem.Page.QuerySelectorAll("input[checked]"));
        Assert.DoesNotContain("Ruth", cem.Text, StringComparison.Ordinal);
        foreach (var page in new[] { "/path", "/path/ask", "/today", "/evidence", "/evidence/show?id=" + Piece(), "/buddies" })
        {
            await cem.GoAsync(page);
            Assert.Equal((HttpStatusCode.NotFound, page), (cem.Status, page));
        }
    }

    [Fact]
    public async Task A_no_reaches_the_learner_with_its_reason_and_leaves_nobody_behind()
    {
        using var learner = await AskForViewAsync();
        using var ruth = await FollowAsync();
        await ruth.PressAsync("guests.decline", ("reason", "I was at the dentist."));

        Assert.Equal(Wording.Of("guests.declined-title"), ruth.Heading);
        await learner.GoAsync("/path/ask");
        AssertSays(learner, Wording.Of("path.view-declined"));
        AssertSays(learner, "I was at the dentist.");
        Assert.Null(RuthId());
        await Stage.MoveAsync(TimeSpan.FromHours(25));
        await KeepUpAsync();
        Assert.Equal((null, null), (Request().Address, Request().Words));
        Assert.Empty(Links());
        using var later = await Room.OpenAsync(Learner);
        await later.GoAsync("/path/ask");
        AssertSays(later, Wording.Of("path.view-unnamed"));
    }

    [Fact]
    public async Task Taken_back_before_an_answer_the_link_leads_nowhere()
    {
        using var learner = await AskForViewAsync();
        var link = NewestLink();
        await learner.GoAsync("/path/ask");
        AssertSays(learner, RuthsAddress);
        await learner.PressAsync("path.view-withdraw");

        AssertSays(learner, Wording.Of("path.done-view-withdrawn"));
        Assert.DoesNotContain(RuthsAddress, learner.Text, StringComparison.Ordinal);
        Assert.Equal(ViewRequestState.Withdrawn, Request().State);
        using var ruth = await FollowAsync(link);
        Assert.Equal((HttpStatusCode.NotFound, Wording.Of("guests.link-bad-title")), (ruth.Status, ruth.Heading));
    }

    [Fact]
    public async Task Taken_back_after_a_yes_the_session_ends_and_what_was_said_stays()
    {
        using var learner = await AskForViewAsync();
        using var ruth = await SayYesAsync();
        await ruth.FollowAsync("path.view-open");
        await ruth.PressAsync("path.view-give", ($"level[{Quiet}]", "2"));
        await learner.GoAsync("/path/ask");
        await learner.PressAsync("path.view-withdraw");

        await ruth.GoAsync("/path/view");
        Assert.Equal((HttpStatusCode.Unauthorized, Wording.Of("doors.guest-ended")), (ruth.Status, ruth.Heading));
        await ruth.GoToAsync(NewestLink());
        AssertSays(ruth, Wording.OfCount("guests.view-over-body", 30, Learner.Name));
        await ruth.PressAsync("guests.erase-now");
        Assert.Null(RuthId());
        Assert.Single((await ProgressAsync()).Of(Quiet));
    }

    [Fact]
    public async Task Who_gave_a_view_stops_or_is_erased_and_their_levels_stay_without_a_name()
    {
        using var learner = await AskForViewAsync();
        using var ruth = await SayYesAsync();
        var who = RuthId()!.Value;
        await ruth.FollowAsync("path.view-open");
        await ruth.PressAsync("path.view-give", ($"level[{Quiet}]", "2"));
        await ruth.GoAsync("/guest");
        await ruth.PressAsync("guests.view-stop");
        Assert.Equal((Wording.Of("guests.bye-title"), ViewRequestState.Left), (ruth.Heading, Request().State));

        await AskAsync(learner);
        await Stage.SendAsync();
        using var again = await SayYesAsync();
        Assert.Equal(who, RuthId());
        await again.PressAsync("guests.erase-now");

        Assert.Equal(Wording.Of("guests.erased-title"), again.Heading);
        var person = Stage.Look(db => db.People.Single(known => known.Id == who));
        Assert.Equal((null, null, null), (person.Name, person.ChosenName, person.Locale));
        Assert.Equal(who, Assert.Single((await ProgressAsync()).Of(Quiet)).PersonId);
        await learner.GoAsync("/path/ask");
        Assert.DoesNotContain("Ruth", learner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_known_about_who_gave_a_view_goes_by_itself_some_time_after_the_end()
    {
        using var learner = await AskForViewAsync();
        using var ruth = await SayYesAsync();
        var who = RuthId();
        await ruth.PressAsync("guests.view-stop");
        await Stage.MoveAsync(TimeSpan.FromDays(29));
        await Stage.SendAsync();
        Assert.Equal(who, RuthId());
        await Stage.MoveAsync(TimeSpan.FromDays(2));
        await Stage.SendAsync();
        Assert.Null(RuthId());
    }

    [Fact]
    public async Task After_two_weeks_nobody_can_say_yes_and_a_day_later_the_address_is_forgotten()
    {
        using var learner = await AskForViewAsync();
        await Stage.MoveAsync(TimeSpan.FromDays(14.1));
        using var late = await FollowAsync();
        Assert.Equal((HttpStatusCode.NotFound, Wording.Of("guests.link-bad-title")), (late.Status, late.Heading));
        using var later = await Room.OpenAsync(Learner);
        await later.GoAsync("/path/ask");
        AssertSays(later, Wording.Of("path.view-expired"));
        Assert.Null(later.Page.QuerySelector("button[data-text='path.view-withdraw']"));
        await KeepUpAsync();
        Assert.Equal(RuthsAddress, Request().Address);
        await Stage.MoveAsync(TimeSpan.FromHours(25));
        await KeepUpAsync();
        Assert.Equal((null, null), (Request().Address, Request().Words));
    }

    [Theory]
    [InlineData("Manager", "ruth at home", Words, "shared.mail-no-address")]
    [InlineData("Peer", RuthsAddress, " ", "shared.mail-no-words")]
    [InlineData(null, RuthsAddress, Words, "path.view-by-missing")]
    [InlineData("Facilitator", RuthsAddress, Words, "path.view-by-missing")]
    public async Task What_can_not_be_sent_says_why_and_stays_typed(string? by, string address, string words, string fault)
    {
        using var learner = await StartAsync(Learner);
        await AskAsync(learner, address, by, words);

        AssertSays(learner, Wording.Of(fault));
        Assert.Equal(address, learner.Page.QuerySelector("#mail-address")!.GetAttribute("value"));
        Assert.NotNull(learner.Page.QuerySelector("details[open] #mail-address"));
        Assert.Equal(0, Stage.Look(db => db.ViewRequests.Count()));
    }

    [Fact]
    public async Task Asking_twice_is_asking_once_and_at_most_five_are_asked_at_once()
    {
        using var learner = await AskForViewAsync();
        await AskAsync(learner);
        Assert.Equal(1, Stage.Look(db => db.ViewRequests.Count()));
        for (var mail = 1; mail < ViewRequest.MostAtOnce; mail++)
        {
            await AskAsync(learner, $"other{mail}@home.example", "Peer");
        }

        AssertSays(learner, Wording.Of("path.view-full"));
        Assert.Null(learner.Page.QuerySelector("#mail-address"));
        await Stage.MoveAsync(TimeSpan.FromHours(25));
        using var later = await Room.OpenAsync(Learner);
        await later.PostAsync("/path/ask", ("by", "Peer"), ("address", "last@home.example"), ("message", Words));
        Assert.Equal(ViewRequest.MostAtOnce, Stage.Look(db => db.ViewRequests.Count()));
        await later.PressAsync("path.view-withdraw");
        await AskAsync(later, "last@home.example", "Peer");
        AssertSays(later, Wording.Of("path.done-view-asked"));
    }

    [Fact]
    public async Task Who_said_yes_a_fortnight_ago_leaves_room_for_others()
    {
        using var learner = await StartAsync(Learner);
        Stage.Look(db =>
        {
            var anybody = db.People.First().Id;
            for (var number = 0; number < ViewRequest.MostAtOnce; number++)
            {
                var request = new ViewRequest(
                    Guid.CreateVersion7(), db.Participations.Single().Id, Viewer.Peer, $"other{number}@home.example", Words, Stage.Now);
                request.Accept(anybody, Stage.Now);
                db.ViewRequests.Add(request);
            }

            return db.SaveChanges();
        });
        await learner.GoAsync("/path/ask");
        AssertSays(learner, Wording.Of("path.view-full"));

        await Stage.MoveAsync(TimeSpan.FromDays(14.1));
        using var later = await Room.OpenAsync(Learner);
        await AskAsync(later);
        AssertSays(later, Wording.Of("path.done-view-asked"));
    }

    [Fact]
    public async Task Nobody_asks_in_the_name_of_another_or_takes_back_what_another_asked()
    {
        using var learner = await AskForViewAsync();
        using var other = await StartAsync(Buddy);
        await other.PostAsync("/path/ask?handler=Withdraw", ("request", Request().Id.ToString()));
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.PostAsync("/path/ask", ("by", "Peer"), ("address", "x@home.example"), ("message", Words));

        Assert.Equal((1, ViewRequestState.Asked), (Stage.Look(db => db.ViewRequests.Count()), Request().State));
    }

    [Fact]
    public async Task Without_the_theme_the_link_opens_nothing()
    {
        using var learner = await AskForViewAsync();
        using var ruth = await SayYesAsync();
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.all");
        var fields = Visitor.Values(teacher.Form("setup.save")).Where(field => field.Key != "path.IsOn")
            .Select(field => (field.Key, field.Value));
        await teacher.PostAsync(teacher.Address.PathAndQuery[teacher.InSession("").AbsolutePath.Length..], [.. fields]);
        AssertSays(teacher, Wording.Of("setup.done-setup"));

        await learner.GoAsync("/path/ask");
        Assert.Equal(HttpStatusCode.NotFound, learner.Status);
        await ruth.GoAsync("/path/view");
        Assert.Equal(HttpStatusCode.NotFound, ruth.Status);
        await ruth.PostAsync("/path/view", ($"level[{Quiet}]", "1"));
        await ruth.GoToAsync(NewestLink());
        Assert.Equal((HttpStatusCode.NotFound, Wording.Of("guests.link-bad-title")), (ruth.Status, ruth.Heading));
        Assert.Empty(Given());
    }

    private protected override Func<JourneyDesign, JourneyDesign> Change => design => design with { Sections = design.Sections.With(new PathSection()) };

    /// <summary>Somebody starts, and asks Ruth, who leads them.</summary>
    private async Task<Visitor> AskForViewAsync()
    {
        var learner = await StartAsync(Learner);
        await AskAsync(learner);
        AssertSays(learner, Wording.Of("path.done-view-asked"));
        await Stage.SendAsync();
        return learner;
    }

    private static async Task AskAsync(Visitor learner, string address = RuthsAddress, string? by = "Manager", string words = Words)
    {
        await learner.GoAsync("/path/ask");
        await learner.PressAsync("path.view-send", [("address", address), ("message", words), .. by is null ? [] : new[] { ("by", by) }]);
    }

    private async Task<PathProgress> ProgressAsync()
    {
        await using var scope = Stage.Tool.Services.CreateAsyncScope();
        var own = Stage.Look(db => db.Participations.OrderBy(one => one.Id).First().Id);
        return (await scope.ServiceProvider.GetRequiredService<LearnerReader>().ProgressAsync(own, TestContext.Current.CancellationToken))
            .Of<PathProgress>();
    }

    private ViewGiven[] Given() => Stage.Look(db => db.Events.Where(row => row.Name == "path.view-given").OrderBy(row => row.Sequence).ToList())
        .Select(row => (ViewGiven)row.ToEvent().What).ToArray();

    private JourneyDesign Design() => Stage.Look(db => db.DesignVersions.OrderBy(one => one.Number).Last().Content);

    private Guid Piece() => Stage.Look(db => db.Evidence.Single().Id);

    private ViewRequest Request() => Stage.Look(db => db.ViewRequests.OrderBy(one => one.Id).Last());
}
