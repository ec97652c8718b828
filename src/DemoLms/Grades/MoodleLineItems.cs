using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Grades;

/// <summary>Moodle's gradebook columns for tools.</summary>
internal static class MoodleLineItems
{
    public static ValueTask<IResult> List(MoodleCall call)
    {
        if (call.Request.Headers.Accept == "*/*")
            return new(MoodleReply.Error(call.Request, 400, "No context or unsupported content type"));
        var all = LineItemFilter.Of(call.Course, call.Request.Query);
        var from = LineItemFilter.Count(call.Request.Query, "from") ?? 0;
        int? limit = LineItemFilter.Count(call.Request.Query, "limit") is > 0 and var asked ? asked : null;
        var page = limit is null ? all : [.. all.Skip(from).Take(limit.Value)];
        var body = new JsonArray([.. page.Select(i => (JsonNode)ToJson(call, i))]);
        return new(MoodleReply.Ok(MediaTypes.LineItemContainer, JsonWriting.ToPhpText(body)) with
        {
            Link = limit is null ? null : Links(call, limit.Value, from, all.Count),
        });
    }

    public static ValueTask<IResult> Get(MoodleCall call) => new(call.Request.Headers.Accept == "*/*"
        ? MoodleReply.Error(call.Request, 400, "No context or unsupported content type")
        : MoodleReply.Ok(MediaTypes.LineItem, JsonWriting.ToPhpText(ToJson(call, call.LineItem!))));

    /// <summary>Answers 201 with the request and its new id, also with what isn't stored.</summary>
    public static async ValueTask<IResult> CreateAsync(MoodleCall call)
    {
        if (await LineItemBody.ReadAsync(call.Request) is not { Label: { } label, ScoreMaximum: { } maximum } body)
            return MoodleReply.Error(call.Request, 400, "No label or Score Maximum");
        if (body.ResourceLinkId is { } link && call.Course.FindActivity(link) is null)
            return MoodleReply.Error(call.Request, 403, "Forbidden");
        var item = new LineItem(call.World.NextNumber(), label, maximum)
        {
            ResourceId = body.ResourceId,
            Tag = body.Tag,
            ActivityId = body.ResourceLinkId,
            SubmissionReview = body.Json["submissionReview"]?.DeepClone() as JsonObject,
        };
        call.Course.Add(item);
        body.Json["id"] = Url(call, item);
        return new MoodleReply(201, "Created", MediaTypes.LineItem, JsonWriting.ToPhpTextWithSlashes(body.Json));
    }

    /// <summary>
    /// Replaces the item: without submissionReview it is gone. A new maximum rescales the marks and turns missing marks of
    /// people who have a row into zero.
    /// </summary>
    public static async ValueTask<IResult> UpdateAsync(MoodleCall call)
    {
        if (await LineItemBody.ReadAsync(call.Request) is not { Label: { } label, ScoreMaximum: { } maximum } body)
            return MoodleReply.Error(call.Request, 400, "No label or Score Maximum");
        var item = call.LineItem!;
        lock (item.Gate)
        {
            if (maximum != item.ScoreMaximum)
            {
                foreach (var (sub, grade) in item.Grades)
                    item.Set(sub, grade with { Score = (grade.Score ?? 0) * maximum / item.ScoreMaximum });
            }

            item.Label = label;
            item.ScoreMaximum = maximum;
            item.ResourceId = body.ResourceId;
            item.Tag = body.Tag;
            item.SubmissionReview = body.Json["submissionReview"]?.DeepClone() as JsonObject;
        }

        return MoodleReply.Ok(MediaTypes.LineItem, JsonWriting.ToPhpTextWithSlashes(body.Json));
    }

    public static ValueTask<IResult> Delete(MoodleCall call)
    {
        call.Course.Remove(call.LineItem!);
        return new(new MoodleReply(204, "OK", "text/html", ""));
    }

    private static JsonObject ToJson(MoodleCall call, LineItem item)
    {
        var json = new JsonObject
        {
            ["id"] = Url(call, item),
            ["label"] = item.Label,
            ["scoreMaximum"] = item.ScoreMaximum,
            ["resourceId"] = item.ResourceId,
            ["tag"] = item.Tag,
        };
        if (item.ActivityId is { } link)
        {
            json["resourceLinkId"] = link;
            json["ltiLinkId"] = link;
        }

        if (item.SubmissionReview is { } review)
            json["submissionReview"] = review.DeepClone();
        return json;
    }

    private static string Url(MoodleCall call, LineItem item) =>
        call.School.Platform.Personality.LineItemUrl(call.World.BaseUrl, call.School, call.Course, item);

    /// <summary>Moodle's own idea of a Link header: typographic quotes and HTML-escaped addresses.</summary>
    private static string Links(MoodleCall call, int limit, int from, int total)
    {
        var list = call.School.Platform.Personality.LineItemsUrl(call.World.BaseUrl, call.School, call.Course);
        string Link(int start, string rel) => string.Create(CultureInfo.InvariantCulture,
            $"<{WebUtility.HtmlEncode($"{list}&limit={limit}&from={start}")}>; rel=“{rel}”");

        var links = new List<string> { Link(0, "first") };
        if (from > 0)
            links.Add(Link(Math.Max(0, from - limit), "prev"));
        links.Add(Link(from, "canonical"));
        if (from + limit < total)
            links.Add(Link(from + limit, "next"));
        links.Add(Link(Math.Max(0, total - limit + 1), "last"));
        return string.Join(", ", links);
    }
}
