using System.Net;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Storage;

/// <summary>
/// Canvas's sibling frame that keeps tools' state (LTI client-side postMessage storage 0.1). It answers the origins of registered
/// tools only, and keeps each origin's keys apart.
/// </summary>
internal static class StorageFrame
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/canvas/post_message_forwarding", (DemoWorld world) =>
    {
        var origins = string.Join(
            ' ', world.SchoolsOf("/canvas").Select(s => s.Tool?.Origin).OfType<string>().Distinct(StringComparer.Ordinal));
        return Results.Content($"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Storage for tools</title></head>
            <body data-tool-origins="{WebUtility.HtmlEncode(origins)}">
            <script src="/assets/platform-storage.js"></script>
            <script src="/assets/storage-frame.js"></script>
            </body></html>
            """, "text/html; charset=utf-8");
    });
}
