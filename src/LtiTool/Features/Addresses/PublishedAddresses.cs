using System.Collections.Frozen;
using System.Net.Mime;
using LearningBuddy.LtiTool.Sessions;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.XApi.Profile;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Features.Addresses;

/// <summary>Addresses that stand in statements and lead here: the profile, activities, files. What they tell holds nothing personal.</summary>
internal static class PublishedAddresses
{
    private static readonly FrozenDictionary<string, (string Type, string Words)> Kinds = new Dictionary<string, (string, string)>
    {
        ["journeys"] = (ActivityTypes.Course, "A learning journey"),
        ["sprints"] = (ActivityTypes.Module, "A sprint of a learning journey"),
        ["statements"] = (ActivityTypes.Competency, "A behaviour that learners practise"),
        ["pairings"] = (ActivityTypes.BuddyPairing, "A learner and a learning buddy"),
        ["evidence"] = (ActivityTypes.PracticeEvidence, "A piece of practice evidence"),
        ["meetings"] = (ActivityTypes.Meeting, "A meeting"),
        ["circles"] = (ActivityTypes.Group, "A peer circle"),
        ["goals"] = (ActivityTypes.Goal, "A goal"),
        ["nudges"] = (ActivityTypes.Message, "A small exercise"),
        ["commitments"] = (ActivityTypes.Commitment, "A commitment"),
    }.ToFrozenDictionary();

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/xapi-profile.jsonld", () => Results.Bytes(JourneyProfile.Document, "application/ld+json"));
        routes.MapGet("/xapi/activities/{kind}/{**rest}", Activity);
        routes.MapGet("/files/{sha256}", File);
    }

    private static IResult Activity(string kind, HttpContext context, IOptions<LearningBuddyOptions> options)
    {
        if (!Kinds.TryGetValue(kind, out var known))
        {
            return Results.NotFound();
        }

        var id = options.Value.PublicUrl.AbsoluteUri.TrimEnd('/') + context.Request.Path;
        var wantsPage = context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == MediaTypeNames.Text.Html);
        return wantsPage
            ? Page(context, known.Words, "This address names something in xAPI statements. What people wrote is not here: open the activity from your course.")
            : Results.Json(new { objectType = "Activity", id, definition = new { type = known.Type, name = new Dictionary<string, string> { ["en"] = known.Words } } });
    }

    private static IResult File(string sha256, HttpContext context) => sha256.Length == 64
        ? Page(context, "A file of practice evidence", "Files are shown to those who may see them: open the activity from your course.")
        : Results.NotFound();

    private static IResult Page(HttpContext context, string title, string words)
    {
        SessionHeaders.Private(context.Response);
        context.Response.Headers.ContentSecurityPolicy = SessionHeaders.Policy("'none'");
        return Results.Content(
            $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
            <link rel="stylesheet" href="/face.css"></head><body><main><h1>{title}</h1><p>{words}</p></main></body></html>
            """,
            "text/html; charset=utf-8");
    }
}
