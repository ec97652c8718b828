extern alias demolms;

using demolms::LearningBuddy.DemoLms.Oidc;
using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;
using LineItem = demolms::LearningBuddy.DemoLms.World.LineItem;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class FurtherColumnsOnSqliteTests() : FurtherColumnTests(onPostgres: false);

public sealed class FurtherColumnsOnPostgresTests() : FurtherColumnTests(onPostgres: true);

/// <summary>Links to parts of a journey that were asked to have a column each.</summary>
public abstract class FurtherColumnTests(bool onPostgres) : JourneyScene(onPostgres)
{
    [Fact]
    public async Task A_further_link_with_a_column_shows_the_same_grade_in_both()
    {
        var links = await AddAsync(("part", "evidence"), ("ownColumns", "true"));
        Assert.Equal([true, true], links.Select(link => link.IsGraded));

        // The further link first: its column isn't taken for the journey's.
        using var learner = await Room.With(links[1]).OpenAsync(Learner);
        await learner.PressAsync("shared.start");
        await WriteAndSendAsync(learner);
        using var teacher = await Room.With(links[0]).OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.confirm", level: "2");
        await Stage.SendAsync();

        Assert.Equal(
            [(33.33, "journey"), (33.33, "journey-part")],
            links.Select(link => (Math.Round(Points(link)!.Value, 2), ColumnOf(link).Tag)));
        Assert.Equal(2, Sent);

        // Nothing is sent twice: not by the next launch, nor by the next round.
        using var again = await Room.With(links[1]).OpenAsync(Learner);
        await Stage.MoveAsync(TimeSpan.FromMinutes(10));
        await Stage.SendAsync();
        Assert.Equal(2, Sent);
    }

    [Fact]
    public async Task A_column_that_comes_later_gets_the_scores_that_were_given_before()
    {
        using var teacher = await ConfirmOneAsync();
        await Stage.SendAsync();
        Assert.Equal(1, Sent);
        using var chooser = await Room.LaunchAsync(Room.Teacher, LaunchKind.DeepLinking, null);
        await chooser.FollowAsync("setup.link-to-part");
        await chooser.PressAsync("setup.add-to-course", ("ownColumns", "true"));
        await chooser.PressFormAsync();
        await chooser.PressInLmsAsync("Save");
        var further = Room.Course.Activities.Last();

        using var first = await Room.With(further).OpenAsync(Room.Teacher);
        await Stage.SendAsync();

        Assert.Equal(33.33, Points(further)!.Value, 2);
        Assert.Equal((2, GradePostingState.Sent), (Sent, Stage.Look(db => db.GradePostings.Single().State)));
    }

    [Fact]
    public async Task A_mark_that_somebody_set_by_hand_stays()
    {
        var links = await ConfirmAsync(column => column.Set(
            Learner.Sub, new Grade(90, "By hand", Stage.World.Clock.GetUtcNow(), IsByHand: true)));

        Assert.Equal((33.33, 90), (Math.Round(Points(links[0])!.Value, 2), Points(links[1])));
        Assert.Equal(GradePostingState.Sent, Stage.Look(db => db.GradePostings.Single().State));
    }

    [Fact]
    public async Task A_locked_column_holds_up_no_other_and_gets_the_grade_when_it_opens()
    {
        var links = await ConfirmAsync(column => column.IsLocked = true);
        Assert.Equal((33.33, null), (Math.Round(Points(links[0])!.Value, 2), Points(links[1])));
        ColumnOf(links[1]).IsLocked = false;

        await Stage.MoveAsync(TimeSpan.FromMinutes(10));
        await Stage.SendAsync();

        Assert.Equal(33.33, Points(links[1])!.Value, 2);
        Assert.Equal(2, Sent);
    }

    [Fact]
    public async Task A_column_that_was_deleted_is_forgotten_and_stops_nothing()
    {
        var links = await ConfirmAsync(column => Room.Course.Remove(column));

        Assert.Equal(33.33, Points(links[0])!.Value, 2);
        Assert.All(Stage.Look(db => db.JourneyLinks.ToList()), link => Assert.Null(link.LineItemUrl));
    }

    [Fact]
    public async Task A_column_that_takes_no_grade_says_so_where_teachers_look()
    {
        // Moodle answers 400 to an address of that shape.
        var links = await ConfirmAsync(column => Stage.Look(db => db.JourneyLinks.ExecuteUpdate(
            set => set.SetProperty(link => link.LineItemUrl, link => link.LineItemUrl!.Replace($"/{column.Number}/", "/odd/")))));

        using var teacher = await Room.With(links[0]).OpenAsync(Room.Teacher);
        await teacher.GoAsync("/grades");
        Assert.Contains(Wording.Of("grades.column-fault", "").TrimEnd(), teacher.Text, StringComparison.Ordinal);
        Assert.Equal(33.33, Points(links[0])!.Value, 2);
    }

    /// <summary>Two links with a column each, something done to the further one's, and a behaviour confirmed and sent then.</summary>
    private async Task<Activity[]> ConfirmAsync(Action<LineItem> before)
    {
        var links = await AddAsync(("part", "evidence"), ("ownColumns", "true"));
        using var learner = await Room.With(links[1]).OpenAsync(Learner);
        await learner.PressAsync("shared.start");
        await WriteAndSendAsync(learner);
        using var teacher = await Room.With(links[0]).OpenAsync(Room.Teacher);
        before(ColumnOf(links[1]));
        await ReviewAsync(teacher, "reviews.confirm", level: "2");
        await Stage.SendAsync();
        return links;
    }

    private int Sent => Stage.Look(db => db.Events.Count(row => row.Name == "grade.sent"));

    private async Task<Activity[]> AddAsync(params (string, string)[] chosen)
    {
        using var teacher = await Room.LaunchAsync(Room.Teacher, LaunchKind.DeepLinking, null);
        await teacher.PressAsync("setup.use-template");
        await teacher.PressAsync("setup.preview", ("Title", "In two links"));
        await teacher.PressAsync("setup.add-to-course", chosen);
        await teacher.PressFormAsync();
        await teacher.PressInLmsAsync("Save");
        return [.. Room.Course.Activities.TakeLast(2)];
    }

    private LineItem ColumnOf(Activity link) => Room.Course.LineItemsOf(link).Single();

    private double? Points(Activity link) => ColumnOf(link).Grades.GetValueOrDefault(Learner.Sub)?.Score;
}
