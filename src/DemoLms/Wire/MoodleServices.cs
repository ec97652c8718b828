using System.Globalization;
using System.Text.RegularExpressions;
using LearningBuddy.DemoLms.Grades;
using LearningBuddy.DemoLms.Roster;
using LearningBuddy.DemoLms.Tokens;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Wire;

/// <summary>One call of a Moodle service that has found its resource and passed authorisation.</summary>
/// <param name="LineItem">Null where the address names none.</param>
internal sealed record MoodleCall(HttpRequest Request, DemoWorld World, School School, Course Course, LineItem? LineItem)
{
    public string Query(string name) => Request.Query[name].ToString();
}

/// <summary>
/// Moodle's service dispatcher. It is literal: the Accept of a GET, or the Content-Type of anything with a body, must be exactly
/// one of the resource's types; every other request finds no handler.
/// </summary>
internal static partial class MoodleServices
{
    private const string Root = "/moodle/mod/lti/services.php";
    private const int MatchTimeoutMilliseconds = 1000;

    private static readonly Handler[] Handlers =
    [
        new(Lists(), "GET", [MediaTypes.LineItemContainer], [Scopes.LineItem, Scopes.LineItemReadOnly], MoodleLineItems.List),
        new(Lists(), "POST", [MediaTypes.LineItem], [Scopes.LineItem], MoodleLineItems.CreateAsync),
        new(Items(), "GET", [MediaTypes.LineItem], [Scopes.LineItem, Scopes.LineItemReadOnly], MoodleLineItems.Get),
        new(Items(), "PUT", [MediaTypes.LineItem], [Scopes.LineItem], MoodleLineItems.UpdateAsync),
        new(Items(), "DELETE", [], [Scopes.LineItem], MoodleLineItems.Delete),
        new(ScoresOf(), "POST", [MediaTypes.Score], [Scopes.Score], MoodleScores.ReceiveAsync),
        new(ResultsOf(), "GET", [MediaTypes.ResultContainer], [Scopes.ResultReadOnly], MoodleResults.List),
        new(
            Memberships(),
            "GET",
            [MediaTypes.MembershipContainer, MediaTypes.MembershipContainerV1],
            [Scopes.Memberships],
            MoodleRoster.List),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Map(Root + "/CourseSection/{**rest}", DispatchAsync).CanFail(Service.Roster);
        routes.Map(Root + "/{course:int}/{**rest}", DispatchAsync).CanFail(Service.Grades);
    }

    private static async Task<IResult> DispatchAsync(HttpRequest request, DemoWorld world, AccessTokens tokens)
    {
        var path = request.Path.Value![Root.Length..];
        if (Array.Find(Handlers, h => h.Fits(request, path)) is not { } handler)
            return MoodleReply.Error(request, 400, NoHandler(request, path));
        if (tokens.Find(BearerToken.Of(request)) is not { } token || !token.Scopes.Overlaps(handler.Scopes))
            return MoodleReply.Unauthorized(request);
        var match = handler.Path.Match(path);
        if (token.School.Platform.Path != "/moodle" || token.School.FindCourse(match.Groups["course"].Value) is not { } course)
            return MoodleReply.Unauthorized(request);
        LineItem? item = null;
        if (match.Groups["item"] is { Success: true, Value: var number })
        {
            item = int.TryParse(number, CultureInfo.InvariantCulture, out var parsed) ? course.FindLineItem(parsed) : null;
            if (item is null)
                return MoodleReply.Error(request, 404, $"Not Found: Grade item {number} doesn't exist");
        }

        return await handler.AnswerAsync(new MoodleCall(request, world, token.School, course, item));
    }

    private static string NoHandler(HttpRequest request, string path) => HttpMethods.IsGet(request.Method)
        ? $"No handler found for {path} {request.Headers.Accept} "
        : $"No handler found for {path}  {request.ContentType?.Split(';')[0].Trim()}";

    [GeneratedRegex(@"^/(?<course>\d+)/lineitems$", RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Lists();

    [GeneratedRegex(@"^/(?<course>\d+)/lineitems/(?<item>\d+)/lineitem$", RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Items();

    [GeneratedRegex(@"^/(?<course>\d+)/lineitems/(?<item>\d+)/lineitem/scores$", RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex ScoresOf();

    [GeneratedRegex(@"^/(?<course>\d+)/lineitems/(?<item>\d+)/lineitem/results$", RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex ResultsOf();

    [GeneratedRegex(@"^/CourseSection/(?<course>\d+)/bindings/\d+/memberships$", RegexOptions.ExplicitCapture, MatchTimeoutMilliseconds)]
    private static partial Regex Memberships();

    private sealed record Handler(
        Regex Path, string Method, string[] Types, string[] Scopes, Func<MoodleCall, ValueTask<IResult>> AnswerAsync)
    {
        public bool Fits(HttpRequest request, string path) =>
            request.Method == Method && Path.IsMatch(path) && (Method == "DELETE" || TypeFits(request));

        private bool TypeFits(HttpRequest request)
        {
            if (Method != "GET")
                return Types.Contains(request.ContentType?.Split(';')[0].Trim());
            var accept = request.Headers.Accept.ToString();
            return accept.Length == 0 || accept == "*/*" || Types.Contains(accept);
        }
    }
}
