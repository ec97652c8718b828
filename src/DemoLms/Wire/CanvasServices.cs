using LearningBuddy.DemoLms.Grades;
using LearningBuddy.DemoLms.Roster;
using LearningBuddy.DemoLms.Tokens;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Wire;

/// <summary>One call of a Canvas service that has passed authorisation.</summary>
internal sealed record CanvasCall(HttpRequest Request, DemoWorld World, School School, Course Course, LineItem? LineItem);

/// <summary>Canvas's services: ordinary REST, a User-Agent is a must, missing scopes are 401 and missing things 404.</summary>
internal static class CanvasServices
{
    private const string Course = "/canvas/api/lti/courses/{course:int}";
    private const string Item = Course + "/line_items/{item:int}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var grades = routes.MapGroup("").CanFail(Service.Grades);
        grades.MapGet(Course + "/line_items", With(CanvasLineItems.List, Scopes.LineItem, Scopes.LineItemReadOnly));
        grades.MapPost(Course + "/line_items", With(CanvasLineItems.CreateAsync, Scopes.LineItem));
        grades.MapGet(Item, With(CanvasLineItems.Get, Scopes.LineItem, Scopes.LineItemReadOnly));
        grades.MapPut(Item, With(CanvasLineItems.UpdateAsync, Scopes.LineItem));
        grades.MapDelete(Item, With(CanvasLineItems.Delete, Scopes.LineItem));
        grades.MapPost(Item + "/scores", With(CanvasScores.ReceiveAsync, Scopes.Score));
        grades.MapGet(Item + "/results", With(CanvasResults.List, Scopes.ResultReadOnly));
        routes.MapGet(Course + "/names_and_roles", With(CanvasRoster.List, Scopes.Memberships)).CanFail(Service.Roster);
    }

    public static IResult Refuse(int status, string message) =>
        Results.Json(new { errors = new { type = "error", message } }, statusCode: status);

    private static RequestDelegate With(Func<CanvasCall, ValueTask<IResult>> answer, params string[] scopes) => async http =>
        await (await AnswerAsync(http, answer, scopes)).ExecuteAsync(http);

    private static async Task<IResult> AnswerAsync(HttpContext http, Func<CanvasCall, ValueTask<IResult>> answer, string[] scopes)
    {
        http.Response.Headers["X-Request-Cost"] = "0.1";
        http.Response.Headers["X-Rate-Limit-Remaining"] = "599.9";
        if (string.IsNullOrEmpty(http.Request.Headers.UserAgent))
            return Results.Text("403 Forbidden (User-Agent required)", statusCode: 403);
        if (http.RequestServices.GetRequiredService<AccessTokens>().Find(BearerToken.Of(http.Request)) is not { } token
            || !token.Scopes.Overlaps(scopes))
            return Refuse(401, "Invalid or missing access token, or insufficient scope");
        if (token.School.Platform.Path != "/canvas" || token.School.FindCourse(Number(http, "course")) is not { } course)
            return Refuse(404, "The specified resource does not exist.");
        LineItem? item = null;
        if (http.Request.RouteValues.ContainsKey("item") && (item = course.FindLineItem(Number(http, "item"))) is null)
            return Refuse(404, "The specified resource does not exist.");
        return await answer(new CanvasCall(http.Request, http.RequestServices.GetRequiredService<DemoWorld>(), token.School, course, item));
    }

    private static int Number(HttpContext http, string name) =>
        Convert.ToInt32(http.Request.RouteValues[name], System.Globalization.CultureInfo.InvariantCulture);
}
