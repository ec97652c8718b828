extern alias demolms;

using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>
/// The set-up changes while people are under way: figures are worked out again for everybody, what somebody has written stays under the version
/// it was written under, and nothing that was shown is lost.
/// </summary>
public sealed class DesignChangeTests() : JourneyScene(onPostgres: false)
{
    private LineItem Column => Room.Course.LineItemsOf(Room.Activity).Single();

    [Fact]
    public async Task New_points_are_worked_out_for_everybody_and_sent_anew_and_all_see_the_one_figure()
    {
        using var teacher = await ConfirmOneAsync();
        using var other = await StartAsync(Buddy);
        await WriteAndSendAsync(other);
        await ReviewAsync(teacher, "reviews.confirm", level: "2");
        await Stage.SendAsync();
        Assert.Equal(33.33, Column.Grades[Learner.Sub].Score!.Value, 2);

        await ChangeAsync(teacher, ("grades.Maximum", "60"));
        await Stage.SendAsync();

        Assert.Equal([20.0, 20.0], Stage.Look(db => db.GradePostings.Select(posting => Math.Round(posting.Given, 2)).ToList()));

        // The gradebook's column has its own maximum, and shows the same share of it.
        Assert.Equal((33.33, 33.33), (Math.Round(Given(Learner), 2), Math.Round(Given(Buddy), 2)));
        using var learner = await Room.OpenAsync(Learner);
        await learner.GoAsync("/grades/mine");
        Assert.Equal(Wording.OfCount("shared.points-of", 60, 20), learner.Heading);
        await teacher.GoAsync("/grades");
        Assert.Equal(2, teacher.Text.Split(Wording.OfCount("shared.points-of", 60, 20)).Length - 1);
    }

    [Fact]
    public async Task A_new_behaviour_makes_the_share_of_each_smaller()
    {
        using var teacher = await ConfirmOneAsync();
        await Stage.SendAsync();

        await ChangeAsync(teacher, ("Behaviours[3].Statement", "Thanks people for what they said"));
        await Stage.SendAsync();

        Assert.Equal(25, Given(Learner), 2);
    }

    [Fact]
    public async Task A_change_that_moves_no_score_sends_none()
    {
        using var teacher = await ConfirmOneAsync();
        await Stage.SendAsync();
        var before = Column.Grades[Learner.Sub].At;

        await Stage.MoveAsync(TimeSpan.FromMinutes(5));
        await ChangeAsync(teacher, ("Summary", "In other words."));
        await Stage.SendAsync();

        Assert.Equal(before, Column.Grades[Learner.Sub].At);
    }

    [Fact]
    public async Task A_behaviour_that_was_taken_out_is_no_longer_practised_and_stays_for_those_who_have_shown_it()
    {
        using var teacher = await ConfirmOneAsync();

        await ChangeAsync(teacher, ("Behaviours[0].Statement", ""));
        await Stage.SendAsync();

        var newest = Stage.Look(db => db.DesignVersions.OrderByDescending(version => version.Number).First().Content);
        Assert.Equal((true, 2), (newest.FindBehaviour("quiet-voices")!.Retired, newest.ActiveBehaviours.Count()));
        using var learner = await Room.OpenAsync(Learner);
        Assert.DoesNotContain("Draw out quiet voices", learner.Text, StringComparison.Ordinal);
        await learner.GoAsync("/evidence");
        await learner.FollowNamedAsync("Weekly call");
        Assert.Contains("Draw out quiet voices", learner.Text, StringComparison.Ordinal);
        Assert.Single(Stage.Look(db => db.BehaviourStandings.Where(row => row.ConfirmedAt != null).ToList()));
    }

    [Fact]
    public async Task What_was_sent_is_reviewed_under_the_version_it_was_written_under()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ChangeAsync(teacher, ("reviews.Levels[2].Name", "Does it"), ("reviews.PassLevel", "3"));
        await Stage.SendAsync();

        await teacher.GoAsync("/reviews");
        await teacher.FollowAsync("shared.review");
        Assert.Contains("Can do it", teacher.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Does it", teacher.Text, StringComparison.Ordinal);
        await ReviewAsync(teacher, "reviews.confirm", level: "2");

        Assert.Equal(1, Stage.Look(db => db.EvidenceVersions.Single().DesignNumber));
        await Stage.SendAsync();
        Assert.Equal(33.33, Column.Grades[Learner.Sub].Score!.Value, 2);
    }

    [Fact]
    public async Task Versions_are_kept_as_they_were_and_a_set_up_with_faults_changes_nothing()
    {
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ChangeAsync(teacher, ("Title", "Second"));
        await PressAsync(teacher, ("Title", ""), ("Summary", "Typed and kept."));

        Assert.Equal(
            [(1, "Practise and prove"), (2, "Second")],
            Stage.Look(db => db.DesignVersions.OrderBy(version => version.Number).ToList()).Select(version => (version.Number, version.Content.Title)));
        Assert.Contains("Typed and kept.", teacher.Text, StringComparison.Ordinal);
        using var learner = await Room.OpenAsync(Learner);
        Assert.Equal("Second", learner.Heading);
    }

    private static async Task ChangeAsync(Visitor teacher, params (string Name, string Value)[] fields)
    {
        await PressAsync(teacher, fields);
        Assert.Contains(Wording.Of("setup.done-setup"), teacher.Text, StringComparison.Ordinal);
    }

    private static async Task PressAsync(Visitor teacher, params (string Name, string Value)[] fields)
    {
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.all");
        await teacher.PressAsync("setup.save", fields);
    }

    private double Given(Person person) => Column.Grades[person.Sub].Score!.Value;
}
