using System.Globalization;
using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Grades;

/// <summary>Moodle's results: only people with something stored; a mark that isn't there leaves id and userId; a limit crashes.</summary>
internal static class MoodleResults
{
    public static ValueTask<IResult> List(MoodleCall call)
    {
        if (call.Request.Query.ContainsKey("limit"))
        {
            return new(new MoodleReply(404, "Not Found", "text/html",
                "<!DOCTYPE html><html><head><title>Error</title></head><body>Exception - Call to a member function out() on "
                    + "null</body></html>"));
        }

        var asked = call.Query("user_id");
        var grades = call.LineItem!.Grades
            .Where(g => asked.Length == 0 || g.Key == asked)
            .Where(g => g.Value.Score is not null || g.Value.Comment is not null)
            .OrderBy(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal);
        var results = new JsonArray([.. grades.Select(g => (JsonNode)ToJson(call, g.Key, g.Value))]);
        return new(MoodleReply.Ok(MediaTypes.ResultContainer, JsonWriting.ToPhpText(results)));
    }

    private static JsonObject ToJson(MoodleCall call, string sub, Grade grade)
    {
        var item = call.LineItem!;
        var itemUrl = call.School.Platform.Personality.LineItemUrl(call.World.BaseUrl, call.School, call.Course, item);
        var result = new JsonObject
        {
            ["id"] = $"{itemUrl.Replace("/lineitem?", "/lineitem/results?", StringComparison.Ordinal)}&user_id={sub}",
            ["userId"] = sub,
        };
        if (grade.Score is not { } score)
            return result;
        result["resultScore"] = score;
        result["resultMaximum"] = item.ScoreMaximum;
        if (grade.Comment is not null)
            result["comment"] = grade.Comment;
        result["scoreOf"] = itemUrl;
        result["timestamp"] = grade.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss+00:00", CultureInfo.InvariantCulture);
        return result;
    }
}
