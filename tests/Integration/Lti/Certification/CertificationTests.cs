using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LearningBuddy.LtiTool.Lti;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti.Certification;

/// <summary>Every file in <c>valid/</c> and <c>invalid/</c>, each over real HTTP with a tool and a platform of its own.</summary>
public sealed class CertificationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static TheoryData<string> Valid => [.. CertificationCase.Sentences("valid")];

    public static TheoryData<string> Invalid => [.. CertificationCase.Sentences("invalid")];

    [Theory]
    [MemberData(nameof(Valid))]
    public async Task A_good_launch_ends_in_a_session(string sentence)
    {
        var test = CertificationCase.Read("valid", sentence);
        using var lms = new ScriptedPlatform();
        await using var tool = await LtiHost.StartAsync(Noon);

        using var answer = await new CertificationRun(test, tool, lms).PlayAsync();

        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await DescribeAsync(answer, tool));
        Assert.Equal("/s/handle/", answer.Headers.Location!.OriginalString);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        AssertHolds(test.Expected, JsonSerializer.SerializeToNode(tool.Admission.Last, Camel)!.AsObject(), "launch");
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task A_bad_launch_is_refused_with_its_number(string sentence)
    {
        var test = CertificationCase.Read("invalid", sentence);
        using var lms = new ScriptedPlatform();
        await using var tool = await LtiHost.StartAsync(Noon);

        using var answer = await new CertificationRun(test, tool, lms).PlayAsync();

        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var code = test.Expected["code"]!.GetValue<string>();
        Assert.True(page.Contains($"<code>{code}</code>", StringComparison.Ordinal), await DescribeAsync(answer, tool));
        Assert.Equal(test.Expected["status"]!.GetValue<int>(), (int)answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(tool.Log.Lines, line => line.Contains(code, StringComparison.Ordinal));
        Assert.Equal(test.Twice ? 1 : 0, tool.Admission.Count);
        AssertNoPersonIn(tool.Log);
    }

    private static void AssertNoPersonIn(CapturedLog log)
    {
        foreach (var personal in new[] { "Ada", "ada@school.example", "417", "eyJ" })
        {
            Assert.DoesNotContain(log.Lines, line => line.Contains(personal, StringComparison.Ordinal));
        }
    }

    /// <summary>Everything in the expectation is in the launch; the launch may hold more.</summary>
    private static void AssertHolds(JsonObject expected, JsonObject actual, string path)
    {
        foreach (var (name, value) in expected)
        {
            if (value is JsonObject inner)
            {
                AssertHolds(inner, actual[name]!.AsObject(), $"{path}.{name}");
            }
            else
            {
                Assert.True(JsonNode.DeepEquals(value, actual[name]), $"{path}.{name} is {actual[name]?.ToJsonString() ?? "null"}, not {value?.ToJsonString() ?? "null"}");
            }
        }
    }

    private static async Task<string> DescribeAsync(HttpResponseMessage answer, LtiHost tool) =>
        $"{(int)answer.StatusCode}\n{string.Join('\n', tool.Log.Lines)}\n{await answer.Content.ReadAsStringAsync()}";
}
