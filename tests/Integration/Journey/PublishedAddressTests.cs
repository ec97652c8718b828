using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.Tests.Integration.XApi;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>Addresses that stand in statements lead somewhere: everything that the mapping names, as the golden statements show it, and the profile itself.</summary>
public sealed partial class PublishedAddressTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_activity_of_ours_answers_with_itself_and_with_a_page(bool onPostgres)
    {
        await using var stage = await Stage.StartAsync(onPostgres);
        using var reader = LrsHost.ClientOf(new Uri(stage.ToolUrl), key: null, secret: null);
        var paths = GoldenStatements().SelectMany(text => OwnActivity().Matches(text)).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(19, paths.Select(path => path.Split('/')[3]).Distinct(StringComparer.Ordinal).Count());

        foreach (var path in paths)
        {
            var activity = await reader.GetJsonAsync(path);
            Assert.Equal(stage.ToolUrl + path, activity["id"]!.GetValue<string>());
            Assert.NotNull(activity["definition"]!["type"]);
        }

        using var person = new Visitor("de") { Dest = "document" };
        await person.GoToAsync(new Uri(stage.ToolUrl + paths[0]));
        Assert.Equal(HttpStatusCode.OK, person.Status);
        await reader.GetAsync("/xapi/activities/nothing/7", TestContext.Current.CancellationToken).ShouldBeAsync(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_profile_is_served_as_it_is_published(bool onPostgres)
    {
        await using var stage = await Stage.StartAsync(onPostgres);
        using var reader = new HttpClient();

        using var answer = await reader.GetAsync(new Uri(stage.ToolUrl + "/xapi-profile.jsonld"), TestContext.Current.CancellationToken);

        Assert.Equal("application/ld+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            await File.ReadAllBytesAsync(SolutionFolder.At("lti-config", "xapi-profile.jsonld"), TestContext.Current.CancellationToken),
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("https://w3id.org/xapi/learning-buddy", JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).GetProperty("id").GetString());
    }

    private static IEnumerable<string> GoldenStatements() =>
        Directory.EnumerateFiles(SolutionFolder.At("tests", "Unit", "XApi", "golden"), "*.json").Select(File.ReadAllText);

    [GeneratedRegex("\"https://[^/\"]+(/xapi/activities/[^\"]+)\"")]
    private static partial Regex OwnActivity();
}
