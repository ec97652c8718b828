using System.Globalization;
using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.Personalities;
using LearningBuddy.DemoLms.Registration;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.DeepLinking;

/// <summary>Makes activities and gradebook columns out of content items (Deep Linking 2.0, 3).</summary>
internal sealed class ContentItems(DemoWorld world)
{
    private const double DefaultMaximum = 100;

    /// <summary>Adds the items to the course, as saving the teacher's form does.</summary>
    public IReadOnlyList<Activity> Save(PreparedLaunch launch, IEnumerable<JsonObject> items) => [.. items.Select(i => Add(launch, i))];

    private Activity Add(PreparedLaunch launch, JsonObject item)
    {
        var number = world.NextNumber();
        var isMoodle = launch.School.Platform.Personality.Family == "moodle";
        var usesPresentation = launch.School.Platform.Personality.UsesPresentationOfItems;
        var isEmbedded = usesPresentation && item["iframe"] is JsonObject;
        var activity = new Activity(
            isMoodle ? number.ToString(CultureInfo.InvariantCulture) : Guid.NewGuid().ToString(),
            number,
            ToolRequest.TextOf(item["title"]) ?? launch.School.Tool?.Name ?? "Activity",
            ToolRequest.TextOf(item["text"]) ?? "",
            Escaped(ToolRequest.TextOf(item["url"])),
            CustomParameters.Read(item["custom"]))
        {
            IsEmbedded = isEmbedded,
            OpensInWindow = usesPresentation && !isEmbedded && item["window"] is JsonObject,
            IsGraded = item["lineItem"] is JsonObject,
            IconUrl = ToolRequest.TextOf((item["icon"] as JsonObject)?["url"]),
            // Moodle uses no dates of an item.
            AvailableFrom = isMoodle ? null : TimeOf(item["available"]?["startDateTime"]),
            DueAt = isMoodle ? null : TimeOf(item["submission"]?["endDateTime"]),
        };
        launch.Course.Add(activity);
        if (item["lineItem"] is JsonObject lineItem)
            launch.Course.Add(ToLineItem(activity, lineItem, isMoodle));
        return activity;
    }

    /// <summary>Moodle names the column after the activity, whatever the item's label.</summary>
    private LineItem ToLineItem(Activity activity, JsonObject lineItem, bool isMoodle)
    {
        var label = isMoodle ? activity.Title : ToolRequest.TextOf(lineItem["label"]) ?? activity.Title;
        var maximum = lineItem["scoreMaximum"] is JsonValue value && value.TryGetValue<double>(out var points) && points > 0
            ? points
            : DefaultMaximum;
        return new LineItem(world.NextNumber(), label, maximum)
        {
            ActivityId = activity.Id,
            ResourceId = ToolRequest.TextOf(lineItem["resourceId"]) ?? "",
            Tag = ToolRequest.TextOf(lineItem["tag"]) ?? "",
            SubmissionReview = isMoodle ? MoodleReview(lineItem["submissionReview"]) : null,
        };
    }

    /// <summary>Of the review Moodle keeps address and parameters, nothing else.</summary>
    private static JsonObject? MoodleReview(JsonNode? review)
    {
        if (review is not JsonObject given)
            return null;
        var kept = new JsonObject();
        if (given["url"] is { } url)
            kept["url"] = url.DeepClone();
        if (given["custom"] is { } custom)
            kept["custom"] = custom.DeepClone();
        return kept;
    }

    private static string? Escaped(string? url) =>
        url is not null && Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed.AbsoluteUri : url;

    private static DateTimeOffset? TimeOf(JsonNode? node) =>
        DateTimeOffset.TryParse(ToolRequest.TextOf(node), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;
}
