using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Oidc;

/// <summary>Each platform's key set.</summary>
internal static class KeyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, DemoWorld world)
    {
        foreach (var platform in world.Schools.Select(s => s.Platform).Distinct())
        {
            routes.MapGet(platform.Path + platform.Personality.JwksPath, () =>
                    Results.Content(JsonWriting.ToIndentedText(platform.Keys.ToJwks()), "application/json; charset=utf-8"))
                .CanFail(Service.Keys);
        }
    }
}
