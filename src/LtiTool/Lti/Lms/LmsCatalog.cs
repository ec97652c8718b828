namespace LearningBuddy.LtiTool.Lti;

/// <summary>Which behaviour a registration has, by its <c>product_family_code</c>.</summary>
internal static class LmsCatalog
{
    private static readonly StandardLms Standard = new();

    private static readonly Dictionary<string, StandardLms> ByFamily = new()
    {
        [Moodle.FamilyCode] = new Moodle(),
        [Canvas.FamilyCode] = new Canvas(),
    };

    /// <summary>All behaviours that differ from the standard's.</summary>
    public static IReadOnlyCollection<StandardLms> Special => ByFamily.Values;

    /// <summary>The behaviour of a registration.</summary>
    public static StandardLms Of(Platform platform) => Of(platform.ProductFamilyCode);

    /// <summary>The behaviour of a product; the standard's when it is not known.</summary>
    public static StandardLms Of(string productFamilyCode) => ByFamily.GetValueOrDefault(productFamilyCode, Standard);

    /// <summary>Maps what a product fetches to set this tool up.</summary>
    public static void MapSetup(IEndpointRouteBuilder routes, Uri publicUrl) =>
        routes.MapGet("/lti/canvas.json", context => CanvasKey.HandleAsync(context, publicUrl));
}
