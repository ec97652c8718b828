using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LearningBuddy.DemoLms.DeepLinking;

/// <summary>Where the browser brings the tool's choice, and where the teacher saves it.</summary>
internal static class DeepLinkEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(
            "/moodle/mod/lti/contentitem_return.php",
            (HttpRequest request, DeepLinkReturns returns, DeepLinkingResponse response, DeepLinkDrafts drafts) =>
                ReceiveAsync(request, request.Query["sesskey"], returns, response, drafts));
        routes.MapPost(
            "/canvas/courses/{number:int}/deep_linking_response",
            (HttpRequest request, DeepLinkReturns returns, DeepLinkingResponse response, DeepLinkDrafts drafts) =>
                ReceiveAsync(request, request.Query["data"], returns, response, drafts));
        routes.MapPost("/deep-linking/{draft}/save", (string draft, DeepLinkDrafts drafts, ContentItems items) =>
        {
            if (drafts.Take(draft) is not { } kept)
                return ErrorPage.Show("Saved already", "This form was sent before.", 404);
            items.Save(kept.Launch, kept.Items);
            return Results.Redirect(PageAddress.Course(kept.Launch.School, kept.Launch.Person, kept.Launch.Course));
        });
    }

    private static async Task<IResult> ReceiveAsync(
        HttpRequest request, string? token, DeepLinkReturns returns, DeepLinkingResponse response, DeepLinkDrafts drafts)
    {
        if (returns.Find(token) is not { } launch)
            return ErrorPage.Show("Invalid request", "This return address isn't known.", 404);
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return await response.VerifyAsync(launch, form["JWT"].ToString(), token!, request.HttpContext.RequestAborted) switch
        {
            DeepLinkingResult.Accepted({ Count: 0 }) => Page<NothingChosen>(new { Launch = launch }),
            DeepLinkingResult.Accepted(var items) => Offer(launch, items, drafts),
            DeepLinkingResult.Refused(var reason) => ErrorPage.Show("The tool's answer was refused", reason, 400),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static IResult Offer(PreparedLaunch launch, IReadOnlyList<JsonObject> items, DeepLinkDrafts drafts)
    {
        if (launch.School.Platform.Personality.Family == "moodle")
        {
            if (MoodleItems.HasObjectAsText(items))
                return ErrorPage.Show("Error", MoodleItems.ObjectAsText, 404);
            items = [.. items.Select(MoodleItems.WithPlainTitle)];
        }

        return Page<SaveChoice>(new { Launch = launch, Items = items, Draft = drafts.Keep(launch, items) });
    }

    private static RazorComponentResult<TPage> Page<TPage>(object parameters)
        where TPage : Microsoft.AspNetCore.Components.IComponent => new(parameters);
}
