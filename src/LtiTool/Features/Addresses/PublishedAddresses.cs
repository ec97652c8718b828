using System.Collections.Frozen;
using System.Net.Mime;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.XApi.Profile;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Features.Addresses;

/// <summary>
/// Addresses that stand in statements and lead here: the profile, activities, files. What they tell holds nothing personal.
/// </summary>
internal static class PublishedAddresses
{
    /// <summary>Everything that the mapping of statements names by an address of ours.</summary>
    private static readonly FrozenDictionary<string, (string Type, string Text)> Kinds = new Dictionary<string, (string, string)>
    {
        ["journeys"] = (ActivityTypes.Course, "addresses.journeys"),
        ["sprints"] = (ActivityTypes.Module, "addresses.sprints"),
        ["statements"] = (ActivityTypes.Competency, "addresses.statements"),
        ["pairings"] = (ActivityTypes.BuddyPairing, "addresses.pairings"),
        ["practice-pairs"] = (ActivityTypes.BuddyPairing, "addresses.practice-pairs"),
        ["circles"] = (ActivityTypes.Group, "addresses.circles"),
        ["breakouts"] = (ActivityTypes.Group, "addresses.breakouts"),
        ["sessions"] = (ActivityTypes.GroupSession, "addresses.sessions"),
        ["takeaways"] = (ActivityTypes.Takeaway, "addresses.takeaways"),
        ["meetings"] = (ActivityTypes.Meeting, "addresses.meetings"),
        ["scenarios"] = (ActivityTypes.Simulation, "addresses.scenarios"),
        ["evidence"] = (ActivityTypes.PracticeEvidence, "addresses.evidence"),
        ["feedback"] = (ActivityTypes.Review, "addresses.feedback"),
        ["credentials"] = (ActivityTypes.Badge, "addresses.credentials"),
        ["commitments"] = (ActivityTypes.Commitment, "addresses.commitments"),
        ["goals"] = (ActivityTypes.Goal, "addresses.goals"),
        ["steps"] = (ActivityTypes.Step, "addresses.steps"),
        ["questions"] = (ActivityTypes.Question, "addresses.questions"),
        ["nudges"] = (ActivityTypes.Message, "addresses.nudges"),
        ["line-items"] = (ActivityTypes.Assessment, "addresses.line-items"),
    }.ToFrozenDictionary();

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/xapi-profile.jsonld", () => Results.Bytes(JourneyProfile.Document, "application/ld+json"));
        routes.MapGet("/xapi/activities/{kind}/{**rest}", Activity);
        routes.MapGet("/files/{sha256}", File);
    }

    private static Task Activity(string kind, HttpContext context, IOptions<LearningBuddyOptions> options)
    {
        if (!Kinds.TryGetValue(kind, out var known))
        {
            return Results.NotFound().ExecuteAsync(context);
        }

        var id = options.Value.PublicUrl.AbsoluteUri.TrimEnd('/') + context.Request.Path;
        return context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == MediaTypeNames.Text.Html)
            ? PageAsync(context, known.Text, "addresses.why")
            : Results.Json(new { objectType = "Activity", id, definition = new { type = known.Type, name = NamesOf(known.Text) } })
                .ExecuteAsync(context);
    }

    private static Task File(string sha256, HttpContext context) => sha256.Length == 64
        ? PageAsync(context, "addresses.file", "addresses.file-why")
        : Results.NotFound().ExecuteAsync(context);

    private static Dictionary<string, string> NamesOf(string text) =>
        TextCatalog.Languages.ToDictionary(language => language, language => TextCatalog.Of(language).Find(text)!);

    private static Task PageAsync(HttpContext context, string title, string what)
    {
        SessionHeaders.Private(context.Response);
        context.Response.Headers.ContentSecurityPolicy = SessionHeaders.Policy("'none'");
        return PlainPage.WriteAsync(context, title, texts => [texts[what]]);
    }
}
