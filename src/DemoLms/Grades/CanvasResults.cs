using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Wire;

namespace LearningBuddy.DemoLms.Grades;

/// <summary>Canvas's results: one for each learner with a mark or a submission, in pages.</summary>
internal static class CanvasResults
{
    public static ValueTask<IResult> List(CanvasCall call)
    {
        var item = call.LineItem!;
        var itemUrl = call.School.Platform.Personality.LineItemUrl(call.World.BaseUrl, call.School, call.Course, item);
        var asked = call.Request.Query["user_id"].ToString();
        var grades = item.Grades.Where(g => asked.Length == 0 || g.Key == asked).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var page = CanvasPaging.Page(call.Request, $"{itemUrl}/results", grades);
        var results = new JsonArray([.. page.Select(g => (JsonNode)new JsonObject
        {
            ["id"] = $"{itemUrl}/results/{g.Key}",
            ["scoreOf"] = itemUrl,
            ["userId"] = g.Key,
            ["resultScore"] = g.Value.Score,
            ["resultMaximum"] = item.ScoreMaximum,
            ["comment"] = g.Value.Comment,
        })]);
        return new(Results.Text(JsonWriting.ToText(results), MediaTypes.ResultContainer));
    }
}
