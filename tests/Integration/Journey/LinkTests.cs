extern alias demolms;

using demolms::LearningBuddy.DemoLms.Oidc;
using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class LinksOnSqliteTests() : LinkTests(onPostgres: false);

public sealed class LinksOnPostgresTests() : LinkTests(onPostgres: true)
{
    /// <summary>Somebody has pressed Start and it is not kept yet when content that was selected again is opened.</summary>
    [Fact]
    public async Task Nothing_is_taken_over_under_the_hands_of_somebody_who_is_starting()
    {
        await ComeInAsync(Learner);
        var journey = Stage.Look(db => db.Journeys.Single());
        var again = Room.With(await SelectAgainAsync("Second choice"));
        var (hasBegun, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());
        var person = Guid.Parse(PersonId(Learner));
        await using var scope = Stage.Tool.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BuddyDbContext>();
        var starting = scope.ServiceProvider.GetRequiredService<JourneyWriter>().ChangeAsync(
            Subjects.Beginning(journey.Id, person),
            new Actor(person),
            async change =>
            {
                db.Participations.Add(new(change.NewId(), journey.Id, person, change.Now));
                await db.SaveChangesAsync();
                hasBegun.SetResult();
                await mayEnd.Task;
                return true;
            },
            TestContext.Current.CancellationToken);
        await hasBegun.Task;

        var opening = again.OpenAsync(Room.Teacher);
        while (!opening.IsCompleted && Stage.Look(look => look.Database.SqlQuery<int>(
            $"SELECT 1 AS \"Value\" FROM pg_locks WHERE locktype = 'advisory' AND NOT granted").Count()) == 0)
        {
            await Task.Yield();
        }

        mayEnd.SetResult();
        await starting;
        using var teacher = await opening;

        Assert.Contains(Wording.Of("setup.selected-again", "Second choice"), teacher.Text, StringComparison.Ordinal);
        Assert.Equal(journey.DesignId, Stage.Look(look => look.Journeys.Single().DesignId));
    }
}

/// <summary>Canvas takes one link at a time.</summary>
public sealed class LinksAtCanvasTests() : JourneyScene(onPostgres: false, "canvas-north")
{
    [Fact]
    public async Task Where_one_link_is_taken_at_a_time_further_ones_are_added_afterwards()
    {
        using var learner = await StartAsync(Learner);
        using var first = await Room.LaunchAsync(Room.Teacher, LaunchKind.DeepLinking, null);
        await first.PressAsync("setup.use-template");
        await first.PressAsync("setup.preview", ("Title", "Another"));
        Assert.Contains(Wording.Of("setup.links-later"), first.Text, StringComparison.Ordinal);
        Assert.Null(first.Page.QuerySelector("[name=part]"));

        using var teacher = await Room.LaunchAsync(Room.Teacher, LaunchKind.DeepLinking, null);
        await teacher.FollowAsync("setup.link-to-part");
        Assert.NotNull(teacher.Page.QuerySelector("[name=part][type=radio]"));
        await teacher.PressAsync("setup.add-to-course", ("part", "evidence"));
        await teacher.PressFormAsync();
        await teacher.PressInLmsAsync("Save");

        using var again = await Room.With(Room.Course.Activities.Last()).OpenAsync(Learner);
        Assert.EndsWith("/evidence", again.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(1, Stage.Look(db => db.Journeys.Count()));
    }
}

/// <summary>Links that the LMS writes differently, and links for which content is selected again.</summary>
public abstract class LinkTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private const string Before = "block-v1:Ex+L1+2026+type@lti_consumer+block@ab12";

    [Fact]
    public async Task A_link_that_is_spelled_differently_is_not_a_second_empty_journey()
    {
        var room = Room.With(Room.Activity with { Id = Before });
        using var learner = await room.OpenAsync(Learner);
        await learner.PressAsync("shared.start");
        await WriteAndSendAsync(learner);
        var respelled = Room.With(Room.Activity with { Id = Uri.EscapeDataString(Before) });

        using var again = await respelled.OpenAsync(Learner);
        Assert.Equal(Wording.Of("today.not-ready"), again.Heading);

        using var teacher = await respelled.OpenAsync(Room.Teacher);
        Assert.Contains(Wording.OfCount("setup.looks-like-what", 1), teacher.Text, StringComparison.Ordinal);
        await teacher.PressAsync("setup.looks-like-same");
        await teacher.GoAsync("/reviews");
        Assert.Contains(Learner.Name, teacher.Text, StringComparison.Ordinal);

        using var found = await respelled.OpenAsync(Learner);
        await found.GoAsync("/evidence");
        Assert.Contains("Weekly call", found.Text, StringComparison.Ordinal);
        Assert.Equal(1, Stage.Look(db => db.Journeys.Count()));
    }

    [Fact]
    public async Task A_link_that_only_looks_like_an_earlier_one_gets_what_it_names()
    {
        using var learner = await Room.With(Room.Activity with { Id = Before }).OpenAsync(Learner);
        await learner.PressAsync("shared.start");
        var other = Room.With(Room.Activity with { Id = Uri.EscapeDataString(Before) });
        using var teacher = await other.OpenAsync(Room.Teacher);

        await teacher.PressAsync("setup.looks-like-other");

        Assert.Equal("Practise and prove", teacher.Heading);
        using var next = await other.OpenAsync(Learner);
        Assert.NotNull(next.Page.QuerySelector("button[data-text='shared.start']"));
    }

    [Fact]
    public async Task Content_that_is_selected_again_counts_while_nobody_has_started()
    {
        using var first = await Room.OpenAsync(Learner);
        var again = Room.With(await SelectAgainAsync("Second choice"));

        using var learner = await again.OpenAsync(Learner);

        Assert.Equal("Second choice", learner.Heading);
    }

    [Theory]
    [InlineData("setup.selected-take", "Second choice")]
    [InlineData("setup.selected-keep", "Practise and prove")]
    public async Task Once_somebody_has_started_the_teacher_is_asked(string answer, string title)
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        var again = Room.With(await SelectAgainAsync("Second choice"));
        using var before = await again.OpenAsync(Learner);
        await before.GoAsync("/evidence");
        Assert.Contains("Weekly call", before.Text, StringComparison.Ordinal);

        using var teacher = await again.OpenAsync(Room.Teacher);
        Assert.Contains(Wording.Of("setup.selected-again", "Second choice"), teacher.Text, StringComparison.Ordinal);
        await teacher.PressAsync(answer);
        Assert.Equal(title, teacher.Heading);

        // Asked once; and what was sent is still reviewed as it was written.
        using var later = await again.OpenAsync(Room.Teacher);
        Assert.EndsWith("/reviews", later.Address.AbsolutePath, StringComparison.Ordinal);
        await ReviewAsync(later, "reviews.confirm", level: "2");
    }

    [Fact]
    public async Task Further_links_show_parts_of_the_same_journey_and_only_the_whole_has_a_column()
    {
        using var teacher = await Room.LaunchAsync(Room.Teacher, LaunchKind.DeepLinking, null);
        await teacher.PressAsync("setup.use-template");
        await teacher.PressAsync("setup.preview", ("Title", "In three links"));
        await teacher.PressAsync("setup.add-to-course", ("part", "evidence"), ("part", "review"));
        await teacher.PressFormAsync();
        await teacher.PressInLmsAsync("Save");
        var links = Room.Course.Activities.TakeLast(3).ToArray();
        Assert.Equal(["In three links", "My evidence: In three links", "To review: In three links"], links.Select(link => link.Title));
        Assert.Equal([true, false, false], links.Select(link => link.IsGraded));

        // Chance: the further link is opened first. Who has not begun is asked that, and goes on by any of them.
        using var evidence = await Room.With(links[1]).OpenAsync(Learner);
        await evidence.PressAsync("shared.start");
        await WriteAndSendAsync(evidence);
        using var whole = await Room.With(links[0]).OpenAsync(Learner);
        await whole.GoAsync("/evidence");
        Assert.Contains("Weekly call", whole.Text, StringComparison.Ordinal);
        using var again = await Room.With(links[1]).OpenAsync(Learner);
        Assert.EndsWith("/evidence", again.Address.AbsolutePath, StringComparison.Ordinal);
        using var review = await Room.With(links[2]).OpenAsync(Room.Teacher);
        Assert.EndsWith("/reviews", review.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains(Learner.Name, review.Text, StringComparison.Ordinal);

        var journey = Stage.Look(db => db.Journeys.Single(row => row.ResourceLinkId == links[0].Id));
        Assert.NotNull(journey.LineItemUrl);
        Assert.Equal(2, Stage.Look(db => db.JourneyLinks.Count(link => link.JourneyId == journey.Id)));
        Assert.DoesNotContain(Stage.Look(db => db.Journeys.ToList()), row => row.ResourceLinkId == links[1].Id || row.ResourceLinkId == links[2].Id);
    }

    [Fact]
    public async Task A_journey_that_is_in_the_course_gets_another_link_and_no_second_column()
    {
        using var learner = await StartAsync(Learner);
        using var teacher = await Room.LaunchAsync(Room.Teacher, LaunchKind.DeepLinking, null);
        await teacher.FollowAsync("setup.link-to-part");
        await teacher.PressAsync("setup.add-to-course");
        await teacher.PressFormAsync();
        await teacher.PressInLmsAsync("Save");

        var further = Room.Course.Activities.Last();
        Assert.False(further.IsGraded);
        using var again = await Room.With(further).OpenAsync(Learner);
        Assert.EndsWith("/evidence", again.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(1, Stage.Look(db => db.Journeys.Count()));
    }

    [Fact]
    public async Task Two_links_that_are_opened_for_the_first_time_at_the_same_moment_begin_one_journey()
    {
        using var teacher = await Room.LaunchAsync(Room.Teacher, LaunchKind.DeepLinking, null);
        await teacher.PressAsync("setup.use-template");
        await teacher.PressAsync("setup.preview", ("Title", "Opened together"));
        await teacher.PressAsync("setup.add-to-course", ("part", "evidence"), ("part", "review"));
        await teacher.PressFormAsync();
        await teacher.PressInLmsAsync("Save");
        var links = Room.Course.Activities.TakeLast(3).ToArray();

        var visitors = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(n => Room.With(links[n % 3]).OpenAsync(Room.Learners[n % Room.Learners.Count])));

        Array.ForEach(visitors, visitor => visitor.Dispose());
        var journey = Stage.Look(db => db.Journeys.Single());
        Assert.Equal(links[0].Id, journey.ResourceLinkId);
        Assert.Equal(
            links.Skip(1).Select(link => (link.Id, journey.Id)).Order(),
            Stage.Look(db => db.JourneyLinks.ToList()).Select(link => (link.ResourceLinkId, link.JourneyId)).Order());
    }

    /// <summary>The custom parameters of the new content, on the activity that is there.</summary>
    private protected async Task<Activity> SelectAgainAsync(string title)
    {
        using var teacher = await Room.LaunchAsync(Room.Teacher, LaunchKind.DeepLinking, null);
        await teacher.PressAsync("setup.use-template");
        await teacher.PressAsync("setup.preview", ("Title", title));
        await teacher.PressAsync("setup.add-to-course");
        await teacher.PressFormAsync();
        await teacher.PressInLmsAsync("Save");
        return Room.Activity with { Custom = Room.Course.Activities.Last().Custom };
    }
}
