using LearningBuddy.Shared.Messages;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey.Channels;

public sealed class InboxContractTests : ChannelContractTests
{
    private protected override ChannelEnd NewEnd() => new InboxEnd(this);
}

public sealed class MailContractTests : ChannelContractTests
{
    private protected override ChannelEnd NewEnd() => new MailEnd(this);
}

public sealed class PushContractTests : ChannelContractTests
{
    private protected override ChannelEnd NewEnd() => new PushEnd(this);
}

/// <summary>
/// What holds for every channel by which people are told something. The inbox has it at once and keeps it; what leads out of the tool keeps
/// to what is true at the moment of sending.
/// </summary>
public abstract class ChannelContractTests : ChannelScene
{
    private ChannelEnd end = null!;

    private int InInbox => end.IsOutside ? 0 : 1;

    [Fact]
    public async Task It_comes_once_however_often_somebody_looks()
    {
        await OpenAsync();
        await HearAsync("One?");
        await Stage.SendAsync();
        await LaterAsync(TimeSpan.FromDays(2));

        Assert.Equal(1, await end.CountAsync());
    }

    [Fact]
    public async Task It_leads_to_where_it_can_be_seen()
    {
        await OpenAsync();
        await HearAsync("One?");

        await end.FollowAsync();
    }

    [Fact]
    public async Task It_holds_nothing_that_anybody_wrote_and_a_notification_no_name_either()
    {
        await OpenAsync();
        await HearAsync("Who speaks first?");

        var words = await end.WordsAsync();
        Assert.DoesNotContain("Who speaks first", words, StringComparison.Ordinal);
        Assert.DoesNotContain(Answer, words, StringComparison.Ordinal);
        Assert.Equal(end is not PushEnd, words.Contains(Room.Teacher.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pause_holds_what_leaves_the_tool_and_it_comes_when_the_pause_is_over()
    {
        await OpenAsync();
        await PauseAsync();
        await HearAsync("One?");
        Assert.Equal(InInbox, await end.CountAsync());

        await AfterPauseAsync();
        Assert.Equal(1, await end.CountAsync());
    }

    [Fact]
    public async Task What_was_read_meanwhile_is_told_to_nobody()
    {
        await OpenAsync();
        await PauseAsync();
        await HearAsync("One?");
        await Phone.GoAsync("/news");
        await Phone.PressAsync("messages.mark-read");

        await AfterPauseAsync();
        Assert.Equal(0, await end.CountAsync());
    }

    [Fact]
    public async Task Whoever_left_the_course_hears_nothing()
    {
        await OpenAsync();
        await PauseAsync();
        await HearAsync("One?");
        Room.Course.Unenrol(Learner.Sub);

        await AfterPauseAsync();
        Assert.Equal(0, await end.CountAsync());
    }

    [Fact]
    public async Task Whoever_is_suspended_hears_nothing_and_hears_it_once_that_is_over()
    {
        await OpenAsync();
        await PauseAsync();
        await HearAsync("One?");
        var enrolment = Room.Course.FindEnrolment(Learner.Sub)!;
        Room.Course.Enrol(enrolment with { IsSuspended = true });
        await LaterAsync(TimeSpan.FromDays(2));
        Prefer(said => said.Resume());
        await LaterAsync(TimeSpan.FromDays(6));
        Assert.Equal(0, await end.CountAsync());

        // What was dropped by then stays in the inbox, and what comes about from now on is told again.
        Room.Course.Enrol(enrolment);
        await LaterAsync(TimeSpan.FromDays(2));
        await HearAsync("Two?");
        Assert.Equal(1 + InInbox, await end.CountAsync());
    }

    [Fact]
    public async Task A_kind_that_is_switched_off_stays_in_the_inbox()
    {
        await OpenAsync();
        Prefer(said => said.WantKinds([MessageName.QuestionAnswered], []));
        await HearAsync("One?");
        await LaterAsync(TimeSpan.FromDays(2));

        Assert.Equal(InInbox, await end.CountAsync());
    }

    [Fact]
    public async Task A_second_one_on_the_same_day_leaves_the_tool_the_next_day()
    {
        await OpenAsync();
        await HearAsync("One?");
        await HearAsync("Two?");
        Assert.Equal(1 + InInbox, await end.CountAsync());

        await LaterAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, await end.CountAsync());
    }

    [Fact]
    public async Task What_is_refused_for_now_comes_later_and_once()
    {
        await OpenAsync();
        end.RefuseForNow();
        await HearAsync("One?");
        Assert.Equal(InInbox, await end.CountAsync());

        await LaterAsync(TimeSpan.FromHours(1));
        await LaterAsync(TimeSpan.FromHours(1));
        Assert.Equal(1, await end.CountAsync());
    }

    [Fact]
    public async Task What_is_held_after_it_was_refused_for_now_is_looked_at_again()
    {
        await OpenAsync();
        end.RefuseForNow();
        await HearAsync("One?");
        Prefer(said => said.WantKinds([MessageName.QuestionAnswered], []));
        await LaterAsync(TimeSpan.FromHours(1));

        Assert.Equal(InInbox, await end.CountAsync());
    }

    [Fact]
    public async Task A_channel_that_refuses_for_good_is_closed_and_the_inbox_says_so_once()
    {
        await OpenAsync();
        end.RefuseForGood();
        await HearAsync("One?");
        var tries = await end.TriesAsync();
        await LaterAsync(TimeSpan.FromDays(8));
        await HearAsync("Two?");
        Assert.Equal(tries + InInbox, await end.TriesAsync());

        if (end.Trouble is var (line, page))
        {
            await Phone.GoAsync("/news");
            Assert.Single(Phone.Page.QuerySelectorAll("ul.rows > li a"), link => link.TextContent.Trim() == line);
            await Phone.FollowNamedAsync(line);
            Assert.Equal(page, Phone.Heading);
        }
    }

    private protected abstract ChannelEnd NewEnd();

    private async Task OpenAsync()
    {
        await BeginAsync();
        end = NewEnd();
        await end.OpenAsync();
    }

    /// <summary>Until tomorrow and the day after.</summary>
    private async Task PauseAsync()
    {
        Prefer(said => said.PauseUntil(Stage.Clock.GetUtcNow().AddDays(2)));
        await Stage.SendAsync();
    }

    private Task AfterPauseAsync() => LaterAsync(TimeSpan.FromDays(3));
}
