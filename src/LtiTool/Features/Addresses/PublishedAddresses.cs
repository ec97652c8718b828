using System.Collections.Frozen;
using System.Net.Mime;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.XApi.Profile;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Features.Addresses;

/// <summary>Addresses that stand in statements and lead here: the profile, activities, files. What they tell holds nothing personal.</summary>
internal static class PublishedAddresses
{
    /// <summary>Everything that the mapping of statements names by an address of ours.</summary>
    private static readonly FrozenDictionary<string, (string Type, Words Words)> Kinds = new Dictionary<string, (string, Words)>
    {
        ["journeys"] = (ActivityTypes.Course, new("A learning journey", "Eine Lernreise")),
        ["sprints"] = (ActivityTypes.Module, new("A sprint of a learning journey", "Ein Sprint einer Lernreise")),
        ["statements"] = (ActivityTypes.Competency, new("A behaviour that learners practise", "Ein Verhalten, das Lernende üben")),
        ["pairings"] = (ActivityTypes.BuddyPairing, new("A learner and a learning buddy", "Ein Mensch, der lernt, und der Lernpartner dazu")),
        ["circles"] = (ActivityTypes.Group, new("A circle of peers", "Ein Kreis von Gleichgestellten")),
        ["meetings"] = (ActivityTypes.Meeting, new("A meeting", "Ein Treffen")),
        ["scenarios"] = (ActivityTypes.Simulation, new("A situation to practise", "Eine Situation zum Üben")),
        ["evidence"] = (ActivityTypes.PracticeEvidence, new("A piece of practice evidence", "Ein Praxisnachweis")),
        ["feedback"] = (ActivityTypes.Review, new("Feedback", "Eine Rückmeldung")),
        ["credentials"] = (ActivityTypes.Badge, new("A certificate", "Ein Zertifikat")),
        ["commitments"] = (ActivityTypes.Commitment, new("A commitment", "Ein Vorsatz")),
        ["goals"] = (ActivityTypes.Goal, new("A goal", "Ein Ziel")),
        ["steps"] = (ActivityTypes.Step, new("A step towards a goal", "Ein Schritt auf ein Ziel zu")),
        ["questions"] = (ActivityTypes.Question, new("A question", "Eine Frage")),
        ["nudges"] = (ActivityTypes.Message, new("A small exercise", "Eine kleine Übung")),
        ["line-items"] = (ActivityTypes.Assessment, new("A column of a gradebook", "Eine Spalte eines Notenbuchs")),
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
            ? PageAsync(context, known.Words, new(
                "This address names something in xAPI statements. What people wrote is not here: open the activity from your course.",
                "Diese Adresse benennt etwas in xAPI-Statements. Was Menschen geschrieben haben, steht hier nicht: Öffnen Sie die Aktivität aus Ihrem Kurs."))
            : Results.Json(new { objectType = "Activity", id, definition = new { type = known.Type, name = known.Words.In("de") } }).ExecuteAsync(context);
    }

    private static Task File(string sha256, HttpContext context) => sha256.Length == 64
        ? PageAsync(context, new("A file of practice evidence", "Eine Datei eines Praxisnachweises"), new(
            "Files are shown to those who may see them: open the activity from your course.",
            "Dateien sehen nur die, die sie sehen dürfen: Öffnen Sie die Aktivität aus Ihrem Kurs."))
        : Results.NotFound().ExecuteAsync(context);

    private static Task PageAsync(HttpContext context, Words title, Words words)
    {
        SessionHeaders.Private(context.Response);
        context.Response.Headers.ContentSecurityPolicy = SessionHeaders.Policy("'none'");
        return PlainPage.IsGerman(context)
            ? PlainPage.WriteAsync(context, title.De, $"<p>{words.De}</p>")
            : PlainPage.WriteAsync(context, title.En, $"<p>{words.En}</p>");
    }
}
