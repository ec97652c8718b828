extern alias demolms;

using System.Text.Json.Nodes;
using demolms::LearningBuddy.DemoLms.Oidc;
using demolms::LearningBuddy.DemoLms.World;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Deep linking as the scripted tool: request, response, save.</summary>
internal static class DeepLinkPosts
{
    private const string Dl = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    public static async Task<JsonObject> RequestAsync(DemoLmsHost lms, School school, Course course)
    {
        var teacher = course.Enrolments.First(e => e.Role == CourseRole.Teacher).Person;
        return await lms.LaunchAsync(new PreparedLaunch(school, LaunchKind.DeepLinking, teacher, course, null));
    }

    /// <summary>A good response to a request.</summary>
    public static JsonObject Response(DemoLmsHost lms, JsonObject request, JsonArray items)
    {
        var now = lms.World.Clock.GetUtcNow().ToUnixTimeSeconds();
        var response = new JsonObject
        {
            ["iss"] = request["aud"]!.DeepClone(),
            ["aud"] = request["iss"]!.DeepClone(),
            ["iat"] = now,
            ["exp"] = now + 300,
            ["nonce"] = Guid.NewGuid().ToString(),
            [Lti.Claim + "message_type"] = "LtiDeepLinkingResponse",
            [Lti.Claim + "version"] = "1.3.0",
            [Lti.Claim + "deployment_id"] = request[Lti.Claim + "deployment_id"]!.DeepClone(),
            [Dl + "content_items"] = items,
        };
        if (Settings(request)["data"] is { } data)
            response[Dl + "data"] = data.DeepClone();
        return response;
    }

    /// <summary>A recorded response as it was, but for the client, the platform and the moment.</summary>
    public static JsonObject RecordedResponse(DemoLmsHost lms, JsonObject request, string file)
    {
        var response = lms.Recordings.Json(file)["payload"]!.DeepClone().AsObject();
        var here = Response(lms, request, []);
        foreach (var name in new[] { "iss", "aud", "iat", "exp" })
            response[name] = here[name]!.DeepClone();
        return response;
    }

    public static async Task<DemoLmsHost.PostedForm> PostAsync(DemoLmsHost lms, JsonObject request, string jwt)
    {
        using var form = new FormUrlEncodedContent([new("JWT", jwt)]);
        using var answer = await lms.Client.PostAsync(
            Settings(request)["deep_link_return_url"]!.GetValue<string>(), form, TestContext.Current.CancellationToken);
        return DemoLmsHost.PostedForm.Of(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Saves the form that the LMS showed.</summary>
    public static async Task<int> SaveAsync(DemoLmsHost lms, DemoLmsHost.PostedForm form)
    {
        using var nothing = new FormUrlEncodedContent([]);
        using var answer = await lms.Client.PostAsync(form.Action, nothing, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    public static JsonArray RecordedItems(DemoLmsHost lms, string file) => lms.Recordings.Json(file)
        ["payload"]![Dl + "content_items"]!.DeepClone().AsArray();

    private static JsonObject Settings(JsonObject request) => request[Dl + "deep_linking_settings"]!.AsObject();
}
