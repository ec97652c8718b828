using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Grades;

/// <summary>Canvas's line items: every one is an assignment; the item of a link can't be deleted by the tool.</summary>
internal static class CanvasLineItems
{
    public static ValueTask<IResult> List(CanvasCall call)
    {
        var url = call.School.Platform.Personality.LineItemsUrl(call.World.BaseUrl, call.School, call.Course);
        var page = CanvasPaging.Page(call.Request, url, LineItemFilter.Of(call.Course, call.Request.Query));
        return new(Json(new JsonArray([.. page.Select(i => (JsonNode)ToJson(call, i))]), MediaTypes.LineItemContainer));
    }

    public static ValueTask<IResult> Get(CanvasCall call) => new(Json(ToJson(call, call.LineItem!), MediaTypes.LineItem));

    public static async ValueTask<IResult> CreateAsync(CanvasCall call)
    {
        if (await LineItemBody.ReadAsync(call.Request) is not { Label: { } label, ScoreMaximum: { } maximum } body)
            return CanvasServices.Refuse(422, "label and a positive scoreMaximum are needed");
        if (body.ResourceLinkId is { } link && call.Course.FindActivity(link) is null)
            return CanvasServices.Refuse(404, "The specified resource link does not exist.");
        var item = new LineItem(call.World.NextNumber(), label, maximum)
        {
            ResourceId = body.ResourceId,
            Tag = body.Tag,
            ActivityId = body.ResourceLinkId,
        };
        call.Course.Add(item);
        return Json(ToJson(call, item), MediaTypes.LineItem, 201);
    }

    /// <summary>Changes what is given and leaves the rest.</summary>
    public static async ValueTask<IResult> UpdateAsync(CanvasCall call)
    {
        if (await LineItemBody.ReadAsync(call.Request) is not { } body)
            return CanvasServices.Refuse(422, "The body isn't a JSON object");
        var item = call.LineItem!;
        lock (item.Gate)
        {
            item.Label = body.Label ?? item.Label;
            item.ScoreMaximum = body.ScoreMaximum ?? item.ScoreMaximum;
            item.ResourceId = body.Json.ContainsKey("resourceId") ? body.ResourceId : item.ResourceId;
            item.Tag = body.Json.ContainsKey("tag") ? body.Tag : item.Tag;
        }

        return Json(ToJson(call, item), MediaTypes.LineItem);
    }

    public static ValueTask<IResult> Delete(CanvasCall call)
    {
        if (call.LineItem!.ActivityId is not null)
            return new(CanvasServices.Refuse(401, "The line item belongs to a resource link"));
        call.Course.Remove(call.LineItem);
        return new(Results.NoContent());
    }

    private static JsonObject ToJson(CanvasCall call, LineItem item)
    {
        var json = new JsonObject
        {
            ["id"] = call.School.Platform.Personality.LineItemUrl(call.World.BaseUrl, call.School, call.Course, item),
            ["scoreMaximum"] = item.ScoreMaximum,
            ["label"] = item.Label,
        };
        if (item.Tag.Length > 0)
            json["tag"] = item.Tag;
        if (item.ResourceId.Length > 0)
            json["resourceId"] = item.ResourceId;
        if (item.ActivityId is { } link)
            json["resourceLinkId"] = link;
        return json;
    }

    private static IResult Json(JsonNode node, string mediaType, int status = 200) =>
        Results.Text(JsonWriting.ToText(node), mediaType, statusCode: status);
}
