using System.Text.Json;
using LearningBuddy.XApi.Profile;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

public sealed class JsonPathsTests
{
    private static readonly JsonElement Root = JsonElement.Parse(
        """{"a":{"b":1,"http://x.example/k":{"c":"d|e"}},"list":[{"n":1},{"n":2},{"m":3}]}""");

    [Theory]
    [InlineData("$.a.b", "1")]
    [InlineData("$['a']['b']", "1")]
    [InlineData("$.a['http://x.example/k'].c", "\"d|e\"")]
    [InlineData("$.list[*].n", "1,2")]
    [InlineData("$.list[1].n", "2")]
    [InlineData("$.list[7].n", "")]
    [InlineData("$.nothing | $.a.b", "1")]
    [InlineData("$.a.b|$.list[0].n", "1,1")]
    [InlineData("$.list.n", "")]
    [InlineData("$.a['x|y']", "")]
    public void Values_are_found(string location, string values) =>
        Assert.Equal(values, string.Join(',', JsonPaths.Select(Root, location).Select(value => value.GetRawText())));

    [Theory]
    [InlineData("a.b")]
    [InlineData("$[0")]
    public void Other_paths_are_refused(string location) => Assert.Throws<FormatException>(() => JsonPaths.Select(Root, location));
}
