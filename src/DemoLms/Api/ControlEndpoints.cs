using System.Globalization;
using LearningBuddy.DemoLms.Pages;
using LearningBuddy.DemoLms.Registration;
using LearningBuddy.DemoLms.Tokens;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Api;

/// <summary>The buttons of the control room.</summary>
internal static class ControlEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/control/clock", async (HttpRequest request, SharedClock clock) =>
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            if (double.TryParse(form["hours"], CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= 24 * 366)
                await clock.AdvanceAsync(TimeSpan.FromHours(hours), request.HttpContext.RequestAborted);
            return Results.Redirect("/control");
        });
        routes.MapPost("/control/failures", async (HttpRequest request, DemoWorld world) =>
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            if (Enum.TryParse<Service>(form["service"], out var service) && Enum.TryParse<Failure>(form["failure"], out var failure))
                world.Failures.Set(
                    service, failure, int.TryParse(form["calls"], CultureInfo.InvariantCulture, out var calls) ? calls : null);
            return Results.Redirect("/control");
        });
        routes.MapPost("/control/schools/{slug}", ActAsync);
    }

    private static async Task<IResult> ActAsync(
        string slug, HttpRequest request, DemoWorld world, ToolRegistrar registrar, AccessTokens tokens)
    {
        if (world.FindSchool(slug) is not { } school)
            return ErrorPage.NotFound();
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        switch (form["act"].ToString())
        {
            case "register":
                await registrar.RegisterAsync(school, request.HttpContext.RequestAborted);
                break;
            case "activate":
                ToolRegistrar.Activate(school);
                break;
            case "rotate":
                school.Platform.Keys.Rotate();
                break;
            case "withdraw":
                school.Platform.Keys.Withdraw();
                break;
            case "revoke":
                tokens.RevokeAll();
                break;
        }

        return Results.Redirect("/control");
    }
}
