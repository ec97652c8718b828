using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace LearningBuddy.Tests.Integration.XApi;

/// <summary>What a learning record provider says, in short.</summary>
internal static class LrsCalls
{
    /// <summary>A statement; parts in <paramref name="more"/> replace those of the plain one.</summary>
    public static JsonObject Statement(Guid? id = null, string? more = null)
    {
        var statement = new JsonObject
        {
            ["id"] = (id ?? Guid.NewGuid()).ToString("D"),
            ["actor"] = new JsonObject { ["mbox"] = "mailto:ann@school.example" },
            ["verb"] = new JsonObject { ["id"] = "http://x.example/verbs/did" },
            ["object"] = new JsonObject { ["id"] = "http://x.example/activities/1" },
        };
        foreach (var (name, value) in JsonNode.Parse(more ?? "{}")!.AsObject())
        {
            statement[name] = value?.DeepClone();
        }

        return statement;
    }

    /// <summary>A part: about this activity.</summary>
    public static string About(string activity) => $$$"""{"object":{"id":"{{{activity}}}"} }""";

    /// <summary>A part: about this statement.</summary>
    public static string RefersTo(Guid statement) => $$$"""{"object":{"objectType":"StatementRef","id":"{{{statement}}}"} }""";

    /// <summary>Parts: voids this statement.</summary>
    public static string Voids(Guid statement) =>
        $$$"""{"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},"object":{"objectType":"StatementRef","id":"{{{statement}}}"} }""";

    public static string UniqueIri() => $"http://x.example/{Guid.NewGuid():N}";

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, JsonNode statements, string path = "/xapi/statements") =>
        client.PostAsync(path, JsonContent.Create(statements), TestContext.Current.CancellationToken);

    public static async Task<JsonObject> GetJsonAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>The ids on all pages of an answer.</summary>
    public static async Task<List<string>> AllIdsAsync(this HttpClient client, string query)
    {
        var ids = new List<string>();
        for (var next = "/xapi/statements?" + query; next.Length > 0;)
        {
            var page = await client.GetJsonAsync(next);
            ids.AddRange(page["statements"]!.AsArray().Select(statement => statement!["id"]!.GetValue<string>()));
            next = page["more"]?.GetValue<string>() ?? "";
        }

        return ids;
    }

    public static async Task ShouldBeAsync(this Task<HttpResponseMessage> call, HttpStatusCode status, string? number = null)
    {
        using var response = await call;
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode}, not {(int)status}: {text}");
        Assert.True(number is null || text.StartsWith(number, StringComparison.Ordinal), $"{text} does not begin with {number}");
    }

    public static string Escape(string text) => Uri.EscapeDataString(text);

    public static HttpContent Raw(string body, string contentType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }

    public static string Agent(string mailbox) => Escape(JsonSerializer.Serialize(new { mbox = "mailto:" + mailbox }));

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
