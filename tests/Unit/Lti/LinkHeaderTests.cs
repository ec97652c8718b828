using LearningBuddy.LtiTool.Lti;
using Xunit;

namespace LearningBuddy.Tests.Unit.Lti;

public sealed class LinkHeaderTests
{
    private static readonly Uri Page = new("https://school.example/items?page=1");

    [Theory]
    [InlineData("<https://school.example/items?page=2>; rel=\"next\"", "https://school.example/items?page=2")]
    [InlineData("<https://school.example/items?page=2>; rel=next", "https://school.example/items?page=2")]
    [InlineData("<https://school.example/items?page=2>;rel=\"last next\";title=\"a, b\"", "https://school.example/items?page=2")]
    [InlineData("<https://school.example/a>; rel=\"first\", <https://school.example/b>; rel=\"next\"", "https://school.example/b")]
    [InlineData("<https://school.example/b,c;d>; rel=\"next\"", "https://school.example/b,c;d")]
    [InlineData("<?page=2>; REL=\"NEXT\"", "https://school.example/items?page=2")]
    [InlineData("<https://school.example/a>; rel=\"nextish\"", null)]
    [InlineData("<https://school.example/a>; rel=\"first\"", null)]
    [InlineData("<https://school.example/a", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_next_page_is_found(string? header, string? expected) =>
        Assert.Equal(expected, LinkHeader.Next(header, Page)?.AbsoluteUri);

    [Theory]
    [InlineData("https://school.example/lineitem?type_id=3", "scores", "https://school.example/lineitem/scores?type_id=3")]
    [InlineData("https://school.example/lineitem", "results", "https://school.example/lineitem/results")]
    [InlineData("https://school.example/lineitem/?a=%2F&b=c%20d", "scores", "https://school.example/lineitem/scores?a=%2F&b=c%20d")]
    public void A_segment_goes_before_the_query(string address, string segment, string expected) =>
        Assert.Equal(expected, ServiceAddress.WithSegment(new Uri(address), segment).OriginalString);

    [Theory]
    [InlineData("http://school.example/li/results?p=2", "https://school.example/li/results?p=2")]
    [InlineData("https://school.example/li/results?p=2", "https://school.example/li/results?p=2")]
    [InlineData("http://school.example:8080/li", "http://school.example:8080/li")]
    [InlineData("http://elsewhere.example/li", "http://elsewhere.example/li")]
    public void A_page_is_read_as_its_host_was_reached(string written, string expected) =>
        Assert.Equal(expected, ServiceAddress.AsReached(new Uri(written), new Uri("https://school.example/li"))?.AbsoluteUri);

    [Theory]
    [InlineData("https://school.example/m", "https://school.example/m?role=a%23b")]
    [InlineData("https://school.example/m?x=1", "https://school.example/m?x=1&role=a%23b")]
    public void A_parameter_is_added_to_whatever_query_there_is(string address, string expected) =>
        Assert.Equal(expected, ServiceAddress.WithQuery(new Uri(address), "role", "a#b").OriginalString);
}
