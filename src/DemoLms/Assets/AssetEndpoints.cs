namespace LearningBuddy.DemoLms.Assets;

/// <summary>Sheets and scripts, from the assembly: tests start this host from anywhere.</summary>
internal static class AssetEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/assets/{name}", (string name) =>
        typeof(AssetEndpoints).Assembly.GetManifestResourceStream($"asset/{name}") is { } stream
            ? Results.Stream(
                stream, name.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8")
            : Results.NotFound());
}
