extern alias demolms;

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using demolms::LearningBuddy.DemoLms.World;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

public sealed partial class CanvasServiceTests
{
    private const string Extension = "https://canvas.instructure.com/lti/submission";
    private static readonly DateTimeOffset First = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Roster_comes_in_pages_of_fifty_whose_next_links_lead_to_everybody()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var course = lms.Canvas.Courses.Last();
        var seen = new HashSet<string>();
        var sizes = new List<int>();
        var next = $"/canvas/api/lti/courses/{course.Number}/names_and_roles";

        while (next is not null)
        {
            using var answer = await SendAsync(lms, HttpMethod.Get, next);
            var members = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["members"]!.AsArray();
            sizes.Add(members.Count);
            seen.UnionWith(members.Select(m => m!["user_id"]!.GetValue<string>()));
            next = NextLink().Match(answer.Headers.GetValues("Link").Single()) is { Success: true } link ? link.Groups[1].Value : null;
        }

        Assert.Equal(course.Enrolments.Count(), seen.Count);
        Assert.Equal(50, sizes[0]);
        Assert.True(sizes.Count > 1);
    }

    [Fact]
    public async Task Next_link_keeps_the_role()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var role = Uri.EscapeDataString("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner");

        using var answer = await SendAsync(lms, HttpMethod.Get, $"/canvas/api/lti/courses/{lms.Canvas.Courses.Last().Number}/names_and_roles?role={role}");

        Assert.Contains(role, answer.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"preserve_score":false}""", null)]
    [InlineData("""{"preserve_score":true}""", 80d)]
    public async Task Progress_wipes_the_mark_unless_it_is_preserved(string extension, double? expected)
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var (course, item, learner) = Graded(lms);

        await ScoreAsync(lms, course, item, Score(learner, First, "FullyGraded", 8));
        var progress = Score(learner, First.AddMinutes(1), "Pending", null);
        progress[Extension] = JsonNode.Parse(extension);
        using var answer = await ScoreAsync(lms, course, item, progress);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(expected, item.FindGrade(learner)!.Score);
    }

    [Theory]
    [InlineData(false, 80d)]
    [InlineData(true, 55d)]
    public async Task Mark_made_by_hand_is_kept_when_the_tool_says_so(bool prioritize, double expected)
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var (course, item, learner) = Graded(lms);
        lms.Work.ChangeMark(item, learner, 55, "by hand");
        var score = Score(learner, lms.World.Clock.GetUtcNow().AddSeconds(5), "FullyGraded", 8);
        score[Extension] = new JsonObject { ["prioritize_non_tool_grade"] = prioritize };

        using var answer = await ScoreAsync(lms, course, item, score);

        Assert.Equal(expected, item.FindGrade(learner)!.Score);
    }

    [Fact]
    public async Task New_submission_counts_an_attempt_unless_it_is_false()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var (course, item, learner) = Graded(lms);
        var regrade = Score(learner, First.AddMinutes(1), "FullyGraded", 9);
        regrade[Extension] = new JsonObject { ["new_submission"] = false };

        using var first = await ScoreAsync(lms, course, item, Score(learner, First, "FullyGraded", 8));
        using var second = await ScoreAsync(lms, course, item, regrade);

        Assert.Equal(1, item.FindGrade(learner)!.Attempts);
    }

    [Fact]
    public async Task Older_timestamp_is_400_and_a_teacher_is_422()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var (course, item, learner) = Graded(lms);
        var teacher = course.Enrolments.First(e => e.Role == CourseRole.Teacher).Person.Sub;

        using var good = await ScoreAsync(lms, course, item, Score(learner, First, "FullyGraded", 8));
        using var older = await ScoreAsync(lms, course, item, Score(learner, First, "FullyGraded", 9));
        using var wrongPerson = await ScoreAsync(lms, course, item, Score(teacher, First, "FullyGraded", 9));

        Assert.Equal((200, 400, 422), ((int)good.StatusCode, (int)older.StatusCode, (int)wrongPerson.StatusCode));
        Assert.Equal([true, false, false], lms.World.ReceivedScores.Select(s => s.WasStored));
    }

    [Fact]
    public async Task Column_of_a_link_can_not_be_deleted()
    {
        await using var lms = await DemoLmsHost.StartAsync();
        var (course, item, _) = Graded(lms);
        item.ActivityId = lms.Work.AddBareLink(lms.Canvas, course).Id;

        using var answer = await SendAsync(lms, HttpMethod.Delete, $"/canvas/api/lti/courses/{course.Number}/line_items/{item.Number}");

        Assert.Equal(401, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Call_without_user_agent_is_refused()
    {
        await using var lms = await DemoLmsHost.StartAsync();

        using var answer = await lms.Client.GetAsync($"/canvas/api/lti/courses/{lms.Canvas.Courses.First().Number}/line_items", TestContext.Current.CancellationToken);

        Assert.Equal(403, (int)answer.StatusCode);
    }

    private static (Course Course, LineItem Item, string Learner) Graded(DemoLmsHost lms)
    {
        var course = lms.Canvas.Courses.First();
        var item = new LineItem(lms.World.NextNumber(), "Column", 100);
        course.Add(item);
        return (course, item, course.Enrolments.First(e => e.Role == CourseRole.Learner).Person.Sub);
    }

    private static JsonObject Score(string userId, DateTimeOffset at, string gradingProgress, double? points)
    {
        var score = new JsonObject
        {
            ["userId"] = userId,
            ["timestamp"] = at.ToString("yyyy-MM-ddTHH:mm:ss.fffZ"),
            ["activityProgress"] = "Completed",
            ["gradingProgress"] = gradingProgress,
        };
        if (points is null)
            return score;
        score["scoreGiven"] = points;
        score["scoreMaximum"] = 10;
        return score;
    }

    private static Task<HttpResponseMessage> ScoreAsync(DemoLmsHost lms, Course course, LineItem item, JsonObject score) => SendAsync(
        lms, HttpMethod.Post, $"/canvas/api/lti/courses/{course.Number}/line_items/{item.Number}/scores",
        new StringContent(score.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/vnd.ims.lis.v1.score+json")));

    private static async Task<HttpResponseMessage> SendAsync(DemoLmsHost lms, HttpMethod method, string url, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", lms.Token(lms.Canvas));
        request.Headers.UserAgent.ParseAdd("scripted-tool/1.0");
        return await lms.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<([^>]+)>; rel=\"next\"")]
    private static partial Regex NextLink();
}
