using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Differences between an answer and a recorded one.</summary>
internal static class Compare
{
    public static async Task<IReadOnlyList<string>> AnswerAsync(Recorded recorded, HttpResponseMessage answer)
    {
        var differences = new List<string>();
        void Check(string what, string? expected, string? actual)
        {
            if (expected != actual)
                differences.Add($"{what} is '{actual}', recorded is '{expected}'");
        }

        Check("status", recorded.Status.ToString(), ((int)answer.StatusCode).ToString());
        Check("reason", recorded.Reason, answer.ReasonPhrase);
        Check("media type", recorded.MediaType, answer.Content.Headers.ContentType?.ToString());
        Check("Link", recorded.Link, answer.Headers.TryGetValues("Link", out var links) ? links.Single() : null);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Check("body", recorded.Body, body);
        return differences;
    }

    /// <summary>Paths at which two JSON values differ, with both values.</summary>
    public static IEnumerable<string> Json(JsonNode? expected, JsonNode? actual, string path = "$")
    {
        if (expected is JsonObject expectedObject && actual is JsonObject actualObject)
            return expectedObject.Select(p => p.Key).Union(actualObject.Select(p => p.Key))
                .SelectMany(name => Member(expectedObject, actualObject, name, path));
        return JsonNode.DeepEquals(expected, actual)
            ? []
            : [$"{path} is {actual?.ToJsonString() ?? "null"}, recorded is {expected?.ToJsonString() ?? "null"}"];
    }

    private static IEnumerable<string> Member(JsonObject expected, JsonObject actual, string name, string path)
    {
        if (!actual.ContainsKey(name))
            return [$"{path}.{name} is missing"];
        return expected.ContainsKey(name) ? Json(expected[name], actual[name], $"{path}.{name}") : [$"{path}.{name} is too much"];
    }
}
