using System.Net;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class GuestAreaOnSqliteTests() : GuestAreaTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class GuestAreaOnPostgresTests() : GuestAreaTests(onPostgres: true);

/// <summary>What a guest sees and does, and how it ends.</summary>
public abstract class GuestAreaTests(bool onPostgres) : GuestScene(onPostgres)
{
    [Fact]
    public async Task A_guest_reads_what_was_sent_and_vouches_for_it_and_reads_nobody_elses_words()
    {
        var (learner, ruth) = await PairAsync();
        using var both = learner;
        using var guest = ruth;
        AssertSays(ruth, Wording.Of("guests.nothing-yet", Learner.Name));
        await WriteAndSendAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.return", level: "1");

        await ruth.GoAsync("/guest");
        await ruth.FollowAsync("guests.read");
        AssertSays(ruth, "She had the best idea.");
        Assert.DoesNotContain("You waited, and said her name.", ruth.Text, StringComparison.Ordinal);
        await ruth.PressAsync("evidence.attest", ("basis", "Present"), ("words", "I was in the room."));

        AssertSays(ruth, Wording.Of("evidence.done-attested"));
        await ruth.FollowAsync("shared.shared-with-me");
        AssertSays(ruth, Wording.Of("guests.you-answered"));
        await learner.GoAsync("/evidence");
        await learner.FollowNamedAsync("Weekly call");
        AssertSays(learner, Wording.Of("shared.attested-present"));
        AssertSays(learner, "Ruth Adler");
        AssertSays(learner, "I was in the room.");
    }

    [Fact]
    public async Task A_draft_and_what_is_written_again_stay_the_learners_own()
    {
        var (learner, ruth) = await PairAsync();
        using var both = learner;
        using var guest = ruth;
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        await KeepAsync(learner, "A secret thought.");
        var draft = Stage.Look(db => db.Evidence.Single().Id);

        await ruth.GoAsync("/guest");
        Assert.DoesNotContain("A secret thought", ruth.Text, StringComparison.Ordinal);
        await ruth.GoAsync($"/evidence/show?id={draft}");
        Assert.Equal(HttpStatusCode.NotFound, ruth.Status);
    }

    [Fact]
    public async Task When_the_learner_ends_it_the_session_and_the_link_end_with_it()
    {
        var (learner, ruth) = await PairAsync();
        using var both = learner;
        using var guest = ruth;
        var link = NewestLink();
        await learner.GoAsync("/buddies");
        await learner.PressAsync("buddies.end-pairing");

        await ruth.GoAsync("/guest");
        Assert.Equal((HttpStatusCode.Unauthorized, Wording.Of("doors.guest-ended")), (ruth.Status, ruth.Heading));
        await ruth.GoToAsync(link);
        Assert.Equal((HttpStatusCode.OK, Wording.Of("guests.over-title")), (ruth.Status, ruth.Heading));

        await ruth.PressAsync("guests.erase-now");
        Assert.Equal(Wording.Of("guests.erased-title"), ruth.Heading);
        Assert.Null(RuthId());
    }

    [Fact]
    public async Task A_guest_stops_and_what_is_known_about_them_goes_by_itself()
    {
        var (learner, ruth) = await PairAsync();
        using var both = learner;
        using var guest = ruth;
        var who = RuthId()!.Value;
        await ruth.PressAsync("guests.stop");

        Assert.Equal(Wording.Of("guests.bye-title"), ruth.Heading);
        await learner.GoAsync("/today");
        Assert.Equal(Wording.Of("buddies.ask-somebody-else"), learner.Heading);
        await Stage.MoveAsync(TimeSpan.FromDays(29));
        await Stage.SendAsync();
        Assert.Equal(who, RuthId());

        await Stage.MoveAsync(TimeSpan.FromDays(2));
        await Stage.SendAsync();
        Assert.Null(RuthId());
        Assert.Null(Stage.Look(db => db.People.Single(person => person.Id == who)).ChosenName);
    }

    [Fact]
    public async Task Whoever_is_asked_again_meanwhile_is_still_known()
    {
        var (learner, ruth) = await PairAsync();
        using var both = learner;
        using var guest = ruth;
        var who = RuthId();
        await ruth.PressAsync("guests.stop");
        await Stage.MoveAsync(TimeSpan.FromDays(20));
        using var later = await Room.OpenAsync(Learner);
        await AskByMailAsync(later);
        await Stage.SendAsync();
        using var again = await SayYesAsync();

        await Stage.MoveAsync(TimeSpan.FromDays(60));
        await Stage.SendAsync();

        Assert.Equal(who, RuthId());
    }

    [Fact]
    public async Task One_click_and_a_confirmation_erase_a_guest_and_what_they_vouched_for_still_counts()
    {
        var (learner, ruth) = await PairAsync();
        using var both = learner;
        using var guest = ruth;
        await WriteAndSendAsync(learner);
        await ruth.GoAsync("/guest");
        await ruth.FollowAsync("guests.read");
        await ruth.PressAsync("evidence.attest", ("basis", "Present"), ("words", "I was in the room."));
        var (who, link) = (RuthId()!.Value, NewestLink());
        AllowAnyHour();

        await ruth.GoAsync("/guest");
        await ruth.PressAsync("guests.erase-now");

        Assert.Equal(Wording.Of("guests.erased-title"), ruth.Heading);
        Assert.Null(RuthId());
        var person = Stage.Look(db => db.People.Single(known => known.Id == who));
        Assert.Equal((null, null, null), (person.Name, person.ChosenName, person.Locale));
        Assert.Equal("", Stage.Look(db => db.Attestations.Single()).Words);
        Assert.Equal(0, Stage.Look(db => db.Messages.Count(row => row.PersonId == who) + db.MessagePreferences.Count(said => said.PersonId == who)));
        Assert.Equal(GroupState.Ended, Stage.Look(db => db.Groups.Single()).State);
        await ruth.GoToAsync(link);
        Assert.Equal(Wording.Of("guests.erased-title"), ruth.Heading);
        await learner.GoAsync("/evidence");
        await learner.FollowNamedAsync("Weekly call");
        AssertSays(learner, Wording.Of("shared.attested-present"));
        Assert.DoesNotContain("Ruth", learner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switched_off_theme_leaves_the_link_nowhere_to_lead()
    {
        using var learner = await AskAsync();
        var link = NewestLink();
        using (var teacher = await Room.OpenAsync(Room.Teacher))
        {
            await teacher.GoAsync("/setup");
            await teacher.PressAsync("setup.change");
            await teacher.FollowAsync("setup.part.all");
            var fields = Visitor.Values(teacher.Form("setup.save"))
                .Where(field => field.Key is not ("buddies.IsOn" or "certification.OtherEyes")).Select(field => (field.Key, field.Value));
            await teacher.PostAsync(teacher.Address.PathAndQuery[teacher.InSession("").AbsolutePath.Length..], [.. fields]);
        }

        using var ruth = await FollowAsync(link);

        Assert.Equal((HttpStatusCode.NotFound, Wording.Of("guests.link-bad-title")), (ruth.Status, ruth.Heading));
    }
}
