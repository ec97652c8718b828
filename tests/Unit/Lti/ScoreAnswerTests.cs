using System.Net;
using LearningBuddy.LtiTool.Lti;
using Xunit;

namespace LearningBuddy.Tests.Unit.Lti;

/// <summary>What a platform's answer to a score says: about the person, the column, the course, or the platform as a whole.</summary>
public sealed class ScoreAnswerTests
{
    [Theory]
    [InlineData(400, "Incorrect score received{}", "[]", typeof(ScoreResult.NotGradable))]
    [InlineData(400, "Bad Request", "[]", typeof(ScoreResult.NotGradable))]
    [InlineData(400, "", "[]", typeof(ScoreResult.NotGradable))]
    [InlineData(400, "Bad Request", "<html>", typeof(ScoreResult.Refused))]
    [InlineData(500, "", "", typeof(ScoreResult.Failed))]
    [InlineData(502, "", "", typeof(ScoreResult.Unreachable))]
    [InlineData(503, "", "", typeof(ScoreResult.Unreachable))]
    [InlineData(404, "", "", typeof(ScoreResult.Gone))]
    public void Moodles(int status, string reason, string body, Type expected) =>
        Assert.IsType(expected, new Moodle().ReadScore(Answer(status, reason, body)));

    [Theory]
    [InlineData(422, """{"errors":{"message":"This course has concluded. AGS requests will no longer be accepted."}}""", typeof(ScoreResult.Refused))]
    [InlineData(422, """{"errors":{"message":"User not found in course"}}""", typeof(ScoreResult.NotGradable))]
    [InlineData(400, """{"errors":{"message":"Provided timestamp is older"}}""", typeof(ScoreResult.Superseded))]
    [InlineData(403, "403 Forbidden (Rate Limit Exceeded)", typeof(ScoreResult.Throttled))]
    public void Canvas_s(int status, string body, Type expected) =>
        Assert.IsType(expected, new Canvas().ReadScore(Answer(status, "", body)));

    private static LtiAnswer Answer(int status, string reason, string body) =>
        new((HttpStatusCode)status, reason, body, null, null, null, null);
}
