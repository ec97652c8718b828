extern alias demolms;

using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>A teacher in Canvas's Student View tries everything out, and counts nowhere.</summary>
public sealed class TestPersonTests() : JourneyScene(onPostgres: false, "canvas-north")
{
    private Person TestStudent => Room.School.People.Single(person => person.IsTestStudent);

    [Fact]
    public async Task A_test_person_is_marked_and_left_out_of_figures_statements_and_scores()
    {
        using var learner = await StartAsync(TestStudent);
        await WriteAndSendAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/reviews");
        Assert.Contains(Wording.Of("reviews.test-person"), teacher.Text, StringComparison.Ordinal);
        await ReviewAsync(teacher, "reviews.confirm", level: "2");

        Assert.Contains(Wording.Of("reviews.nobody-started"), teacher.Text, StringComparison.Ordinal);
        Assert.Equal(0, Stage.Look(db => db.Deliveries.Count(row => row.Kind == DeliveryKind.Statement || row.Kind == DeliveryKind.Score)));
        await learner.GoAsync("/grades/mine");
        Assert.Contains("33.33", learner.Text, StringComparison.Ordinal);
    }
}
