extern alias demolms;

using System.Net;
using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class SessionOnSqliteTests() : SessionTests(onPostgres: false);

public sealed class SessionOnPostgresTests() : SessionTests(onPostgres: true);

/// <summary>Sessions in the path, as browsers of every kind use them.</summary>
public abstract class SessionTests(bool onPostgres) : JourneyScene(onPostgres)
{
    [Fact]
    public async Task A_browser_without_any_cookie_does_the_whole_thing()
    {
        using var learner = await Room.OpenAsync(Learner, acceptsCookies: false);
        await learner.PressAsync("shared.start");
        await WriteAndSendAsync(learner);

        Assert.Equal(HttpStatusCode.OK, learner.Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_copied_address_opened_elsewhere_is_refused_kindly(bool acceptsCookies)
    {
        using var learner = await Room.OpenAsync(Learner, acceptsCookies);
        using var stranger = new Visitor { Dest = "document" };

        await stranger.GoToAsync(learner.Address);

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.Status);
        Assert.Equal(Wording.Of("doors.ended"), stranger.Heading);
    }

    [Fact]
    public async Task A_session_with_a_cookie_is_refused_to_another_frame_without_it()
    {
        using var learner = await Room.OpenAsync(Learner);
        using var stranger = new Visitor();

        await stranger.GoToAsync(learner.Address, "cross-site");

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.Status);
    }

    [Fact]
    public async Task A_ticket_opens_one_tab_and_never_a_second()
    {
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/today");
        var form = learner.Form("shared.own-tab");
        var ticket = Visitor.Values(form);
        using var tab = new Visitor { Dest = "document" };

        await tab.SubmitAsync(learner.InSession("/tab"), ticket);
        Assert.Equal((HttpStatusCode.OK, Wording.Of("buddies.ask-somebody")), (tab.Status, tab.Heading));
        Assert.NotEqual(learner.InSession("/today"), tab.InSession("/today"));

        using var second = new Visitor { Dest = "document" };
        await second.SubmitAsync(learner.InSession("/tab"), ticket);
        Assert.Equal(HttpStatusCode.Unauthorized, second.Status);
    }

    [Fact]
    public async Task An_ended_session_gives_back_what_was_typed()
    {
        using var learner = await StartAsync(Learner);
        await learner.PressAsync("buddies.write-first");
        await Stage.MoveAsync(TimeSpan.FromMinutes(91));

        await learner.PressAsync("evidence.send", ("Situation", "Weekly call, seven people."));

        Assert.Equal((HttpStatusCode.Unauthorized, Wording.Of("doors.ended")), (learner.Status, learner.Heading));
        Assert.Contains(learner.Page.QuerySelectorAll("textarea"), area => area.TextContent == "Weekly call, seven people.");
    }

    [Fact]
    public async Task Two_people_and_two_tabs_in_one_browser_never_mix()
    {
        using var learner = await StartAsync(Learner);
        using var again = await Room.OpenAsync(Learner);
        using var other = await Room.OpenAsync(Buddy);

        await learner.GoAsync("/today");
        await other.GoAsync("/today");

        Assert.Equal(Wording.Of("buddies.ask-somebody"), learner.Heading);
        Assert.Equal("Practise and prove", other.Heading);
        Assert.NotEqual(learner.Address, again.Address);
    }

    [Fact]
    public async Task A_change_from_another_site_is_refused()
    {
        using var learner = await Room.OpenAsync(Learner);

        await learner.SubmitAsync(learner.InSession("/start"), [], "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, learner.Status);
        Assert.Equal(0, Stage.Look(db => db.Participations.Count()));
    }

    [Fact]
    public async Task Nobody_reads_evidence_that_was_not_sent_to_them()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        var path = "/evidence/show" + learner.Address.Query;
        using var stranger = await StartAsync(Buddy);

        await stranger.GoAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    [Fact]
    public async Task A_learner_can_open_no_page_of_the_facilitator()
    {
        using var learner = await StartAsync(Learner);
        foreach (var path in new[] { "/reviews", "/grades", "/setup", "/setup/add", "/reviews/group" })
        {
            await learner.GoAsync(path);
            Assert.True(learner.Status == HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task Pressing_start_twice_starts_once()
    {
        using var learner = await Room.OpenAsync(Learner);
        await Task.WhenAll(learner.PostAsync("/start"), learner.PostAsync("/start"));

        Assert.Equal(1, Stage.Look(db => db.Participations.Count()));
        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == "journey.started")));
    }

    [Fact]
    public async Task Without_a_name_the_person_says_what_to_be_called()
    {
        Room.Course.Disclosure = Disclosure.Nothing;
        using var learner = await Room.OpenAsync(Learner);
        Assert.NotNull(learner.Page.QuerySelector("#Name"));

        await learner.PressAsync("shared.start", ("Name", "Ada"));

        Assert.Equal("Ada", Stage.Look(db => db.People.Single(person => person.Id == Guid.Parse(PersonId(Learner))).DisplayName));
    }
}
