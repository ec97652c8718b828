using System.Net;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>A learner asks, whoever was asked answers, and the learner hears of it.</summary>
public sealed class QuestionTests() : JourneyScene(onPostgres: false)
{
    [Fact]
    public async Task A_question_to_the_facilitators_is_read_by_them_alone_and_its_answer_is_the_next_step()
    {
        using var learner = await StartAsync(Learner);
        await AskAsync(learner, "How do I begin?", "Facilitators");
        var question = Stage.Look(db => db.Questions.Single().Id);
        await learner.GoAsync("/today");
        Assert.Contains("How do I begin?", learner.Text, StringComparison.Ordinal);

        using var other = await StartAsync(Buddy);
        await other.GoAsync("/questions");
        Assert.DoesNotContain("How do I begin?", other.Text, StringComparison.Ordinal);
        await other.GoAsync($"/questions/show?id={question}");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);

        using var teacher = await Room.OpenAsync(Room.Teacher);
        Assert.Equal("1", teacher.Page.QuerySelector(".places a[href$='/questions'] .count")?.TextContent);
        await teacher.GoAsync("/questions");
        await teacher.FollowNamedAsync("How do I begin?");
        await teacher.PressAsync("questions.answer", ("text", "With one question to one person."));
        Assert.Null(teacher.Page.QuerySelector(".places a .count"));

        using var later = await Room.OpenAsync(Learner);
        Assert.Equal(Wording.Of("questions.you-asked", "How do I begin?"), later.Page.QuerySelector(".next p")!.TextContent);
        await later.FollowAsync("questions.read-answer");
        Assert.Contains("With one question to one person.", later.Text, StringComparison.Ordinal);
        await later.PressAsync("questions.mark-helped");
        Assert.Contains(Wording.Of("questions.helped"), later.Text, StringComparison.Ordinal);
        await later.PressAsync("questions.have-read");
        await later.GoAsync("/today");
        Assert.DoesNotContain(Wording.Of("questions.you-have-an-answer"), later.Text, StringComparison.Ordinal);

        await Stage.SendAsync();
        Assert.Equal(
            ["question.answer-helped", "question.answered", "question.answers-read", "question.asked"],
            Stage.Look(db => db.Events.Where(row => row.Name.StartsWith("question.")).Select(row => row.Name).ToList()).Order(StringComparer.Ordinal));
        Assert.Equal((1, 1), (Statements("/verbs/asked"), Statements("With one question to one person.")));
    }

    [Fact]
    public async Task A_question_to_everybody_is_answered_by_another_learner()
    {
        using var learner = await StartAsync(Learner);
        await AskAsync(learner, "Who has tried it on the phone?", "Everybody");
        using var other = await StartAsync(Buddy);

        await other.GoAsync("/questions");
        await other.FollowNamedAsync("Who has tried it on the phone?");
        await other.PressAsync("questions.answer", ("text", "I have. Shorter sentences."));

        await learner.GoAsync("/today");
        await learner.FollowAsync("questions.read-answer");
        Assert.Contains("Shorter sentences.", learner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_unanswered_come_first_and_what_nobody_answered_in_time_is_said_to_be_late()
    {
        using var learner = await StartAsync(Learner);
        await AskAsync(learner, "The first one?", "Facilitators");
        await AskAsync(learner, "The second one?", "Facilitators");
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/questions");
        await teacher.FollowNamedAsync("The first one?");
        await teacher.PressAsync("questions.answer", ("text", "Yes."));

        await teacher.GoAsync("/questions");
        Assert.Equal(["The second one?", "The first one?"], teacher.Page.QuerySelectorAll("ul.rows a").Select(link => link.TextContent));

        await Stage.MoveAsync(TimeSpan.FromDays(5));
        await Stage.SendAsync();
        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == "question.overdue")));
    }

    [Fact]
    public async Task It_can_be_asked_about_a_behaviour_and_about_ones_own_evidence_but_not_about_anothers()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        var piece = Stage.Look(db => db.Evidence.Single().Id);

        await learner.GoAsync("/today");
        await learner.FollowAsync("questions.ask-about-this");
        await learner.PressAsync("questions.ask", ("text", "About a behaviour?"), ("audience", "Everybody"));
        await learner.GoAsync($"/evidence/show?id={piece}");
        await learner.FollowAsync("questions.ask-about-this");
        await learner.PressAsync("questions.ask", ("text", "About a piece?"), ("audience", "Everybody"));
        using var other = await StartAsync(Buddy);
        await other.PostAsync("/questions/ask", ("text", "About theirs?"), ("audience", "Everybody"), ("evidence", $"{piece}"));

        Assert.Equal(
            [("About a behaviour?", true, false), ("About a piece?", false, true), ("About theirs?", false, false)],
            Stage.Look(db => db.Questions.OrderBy(row => row.AskedAt).ToList()).Select(row => (row.Text, row.BehaviourId != null, row.EvidenceId != null)));
        await other.GoAsync("/questions");
        await other.FollowNamedAsync("About a piece?");
        Assert.DoesNotContain(Wording.Of("questions.own-evidence"), other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_question_and_an_empty_answer_say_what_is_missing()
    {
        using var learner = await StartAsync(Learner);
        await AskAsync(learner, "  ", "Facilitators");
        Assert.Contains(Wording.Of("questions.text-missing"), learner.Text, StringComparison.Ordinal);
        await AskAsync(learner, "Is it so?", "Facilitators");
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/questions");
        await teacher.FollowNamedAsync("Is it so?");

        await teacher.PressAsync("questions.answer", ("text", ""));

        Assert.Contains(Wording.Of("questions.answer-missing"), teacher.Text, StringComparison.Ordinal);
        Assert.Equal(0, Stage.Look(db => db.Answers.Count()));
    }

    private static async Task AskAsync(Visitor learner, string text, string audience)
    {
        await learner.GoAsync("/questions/ask");
        await learner.PressAsync("questions.ask", ("text", text), ("audience", audience));
    }

    private int Statements(string words) => Stage
        .Look(db => db.Deliveries.Where(row => row.Kind == DeliveryKind.Statement).Select(row => row.Payload).ToList())
        .Count(payload => System.Text.Encoding.UTF8.GetString(payload).Contains(words, StringComparison.Ordinal));
}
