using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>Canvas has no address that leads to an activity: a mail says in words where it is.</summary>
public sealed class CanvasMailTests() : JourneyScene(onPostgres: false, school: "canvas-north")
{
    [Fact]
    public async Task A_mail_without_a_button_says_where_it_leads()
    {
        var mail = new Mailbox(Stage, "learner@home.example");
        using var learner = await StartAsync(Learner);
        await mail.OpenAsync(learner);
        await learner.PostAsync("/questions/ask", ("text", "One?"), ("audience", "Facilitators"));
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/questions");
        await teacher.FollowNamedAsync("One?");
        await teacher.PressAsync("questions.answer", ("text", "Yes."));
        await Stage.SendAsync();

        var told = Squeeze(mail.Mails[^1].TextBody!);
        Assert.Contains(Wording.Of("messages.in-course", Title()), told, StringComparison.Ordinal);
        Assert.DoesNotContain(Wording.Of("messages.open-course"), told, StringComparison.Ordinal);
    }

    private string Title() => Stage.Look(db => db.DesignVersions.OrderBy(version => version.Number).Last().Content.Title);
}
