using System.Globalization;
using System.Text.Json.Nodes;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>Content items as they stand in a response (Deep Linking 2.0, 3.2).</summary>
internal static class ContentItemJson
{
    /// <summary>A link of LTI.</summary>
    public const string LinkType = "ltiResourceLink";

    /// <summary>One link.</summary>
    /// <param name="item">What to add to the course.</param>
    /// <param name="withLineItem">False where the platform said that it takes none.</param>
    public static JsonObject Write(ContentItem item, bool withLineItem)
    {
        var json = new JsonObject { ["type"] = LinkType, ["title"] = item.Title, ["url"] = item.Url.AbsoluteUri };
        if (item.Text is { Length: > 0 } text)
        {
            json["text"] = text;
        }

        if (item.Custom.Count > 0)
        {
            json["custom"] = new JsonObject(item.Custom.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value)));
        }

        if (withLineItem && item.LineItem is { } lineItem)
        {
            json["lineItem"] = Write(lineItem);
        }

        if (item.OpensWindow)
        {
            json["window"] = new JsonObject { ["targetName"] = "_blank" };
        }

        if (item.FrameHeight is { } height)
        {
            json["iframe"] = new JsonObject { ["height"] = height };
        }

        Add(json, "available", item.AvailableFrom, item.AvailableUntil);
        Add(json, "submission", null, item.DueAt);
        return json;
    }

    private static JsonObject Write(ContentLineItem item)
    {
        var json = new JsonObject
        {
            ["label"] = item.Label,
            ["scoreMaximum"] = item.ScoreMaximum,
            ["resourceId"] = item.ResourceId,
            ["tag"] = item.Tag,
        };
        if (item.ReviewUrl is { } review)
        {
            json["submissionReview"] = new JsonObject
            {
                ["reviewableStatus"] = new JsonArray("InProgress", "Submitted", "Completed"),
                ["url"] = review.AbsoluteUri,
            };
        }

        return json;
    }

    private static void Add(JsonObject json, string name, DateTimeOffset? start, DateTimeOffset? end)
    {
        var period = new JsonObject();
        Add(period, "startDateTime", start);
        Add(period, "endDateTime", end);
        if (period.Count > 0)
        {
            json[name] = period;
        }
    }

    private static void Add(JsonObject json, string name, DateTimeOffset? moment)
    {
        if (moment is { } known)
        {
            json[name] = known.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        }
    }
}
