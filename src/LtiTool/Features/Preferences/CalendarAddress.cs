using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Texts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;

namespace LearningBuddy.LtiTool.Features.Preferences;

/// <summary><c>/cal/{token}.ics</c>: a calendar program fetches somebody's dates. It brings no cookie, and changes nothing.</summary>
internal static class CalendarAddress
{
    private const string Type = "text/calendar; charset=utf-8";
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo(TextCatalog.Fallback);

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapMethods("/cal/{token}.ics", [HttpMethods.Get, HttpMethods.Head], AnswerAsync)
        .RequireRateLimiting(CalendarTries.Policy);

    private static async Task<IResult> AnswerAsync(
        string token, HttpContext context, BuddyDbContext db, CalendarTokens tokens, UpcomingReader reader, CalendarFeed feed,
        CancellationToken ct)
    {
        SessionHeaders.Private(context.Response);
        if (await tokens.OwnerAsync(db, token, ct) is not { } person || await reader.OfAsync(person, ct) is not { } dates)
        {
            var texts = Localizer.For(LanguageTags.Accepted(context.Request.GetTypedHeaders().AcceptLanguage) ?? English);
            return Results.Text(texts.Plain("preferences.calendar-gone"), statusCode: StatusCodes.Status404NotFound);
        }

        // Programs keep what they fetched and ask whether it still holds; whatever is in between keeps nothing.
        context.Response.Headers.CacheControl = "private, no-cache";
        var content = Encoding.UTF8.GetBytes(feed.Write(dates));
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        return Results.Bytes(content, Type, entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }
}
