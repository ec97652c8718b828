using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class GuestsOffOnSqliteTests() : GuestsOffTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class GuestsOffOnPostgresTests() : GuestsOffTests(onPostgres: true);

/// <summary>A journey in which nobody from outside the course is asked.</summary>
public abstract class GuestsOffTests(bool onPostgres) : GuestScene(onPostgres)
{
    [Fact]
    public async Task Pages_say_so_and_the_server_takes_nothing()
    {
        await AllowAsync(false);
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        var piece = Stage.Look(db => db.Evidence.Single().Id);
        foreach (var (page, form) in new[]
        {
            ("/buddies", "buddies.mail-send"), ($"/evidence/show?id={piece}", "evidence.witness-send"), ("/path/ask", "path.view-send"),
        })
        {
            await learner.GoAsync(page);
            Assert.Equal(Wording.Of("shared.no-guests"), learner.Page.QuerySelector("#no-guests")?.TextContent);
            Assert.Null(learner.Page.QuerySelector($"button[data-text='{form}']"));
        }

        await learner.PostAsync("/buddies/invite?handler=Mail", ("address", RuthsAddress), ("message", Words));
        await learner.PostAsync($"/evidence/show?handler=AskWitness&id={piece}", ("address", RuthsAddress), ("message", Words));
        await learner.PostAsync("/path/ask", ("address", RuthsAddress), ("message", Words), ("by", "Peer"));
        await Stage.SendAsync();

        Assert.Empty(Ruths.Mails);
        Assert.Equal((0, 0, 0), Stage.Look(db => (db.Invitations.Count(), db.WitnessRequests.Count(), db.ViewRequests.Count())));
    }

    [Fact]
    public async Task A_link_that_nobody_answered_is_over_and_comes_back_with_the_setting()
    {
        using var learner = await AskAsync();
        await AllowAsync(false);
        using var ruth = await FollowAsync();
        Assert.Equal(Wording.Of("guests.link-bad-title"), ruth.Heading);
        Assert.Null(ruth.Page.QuerySelector("button[data-text='guests.accept']"));
        var mails = Ruths.Mails.Count;
        await Stage.MoveAsync(TimeSpan.FromDays(4));
        await Stage.SendAsync();
        Assert.Equal(mails, Ruths.Mails.Count);

        await AllowAsync(true);
        await ruth.GoToAsync(NewestLink());
        await ruth.PressAsync("guests.accept", ("name", "Ruth Adler"));
        Assert.NotNull(RuthId());
    }

    [Fact]
    public async Task Who_said_yes_stays()
    {
        var (learner, ruth) = await PairAsync();
        using (learner)
        using (ruth)
        {
            await WriteAndSendAsync(learner);
            await AllowAsync(false);
            await ruth.GoAsync("/guest");

            Assert.Contains(Learner.Name, ruth.Text, StringComparison.Ordinal);
            Assert.Equal(System.Net.HttpStatusCode.OK, ruth.Status);
        }
    }

    private protected override Func<JourneyDesign, JourneyDesign> Change => design => design.With(new PathSection());

    private async Task AllowAsync(bool allows)
    {
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.PressAsync("setup.save", ("AllowsGuests", allows ? "true" : "false"));
        Assert.Contains(Wording.Of("setup.done-setup"), teacher.Text, StringComparison.Ordinal);
    }
}
