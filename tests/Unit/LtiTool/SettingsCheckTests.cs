using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Startup;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class SettingsCheckTests
{
    public static TheoryData<string, LearningBuddyOptions> Wrong => new()
    {
        { "PublicUrl", new() { PublicUrl = new Uri("ftp://buddy.example") } },
        { "PublicUrl", new() { PublicUrl = new Uri("https://buddy.example/tool") } },
        { "Admin:Token", new() { Admin = new() { Token = "short" } } },
        { "KeepSentDays", new() { Delivery = new() { KeepSentDays = 0 } } },
        { "KeepDays", new() { Guests = new() { KeepDays = 0 } } },
        { "Credentials", new() { Lrs = new() { Credentials = [new() { Key = "k" }] } } },
        { "Name", new() { Lrs = new() { Destinations = [new() { Name = "a b", Endpoint = new Uri("https://lrs.example") }] } } },
        { "Endpoint", new() { Lrs = new() { Destinations = [new() { Name = "main" }] } } },
        { "Version", new() { Lrs = new() { Sources = [new() { Name = "main", Endpoint = new Uri("https://lrs.example"), Version = "3" }] } } },
        { "Actor", new() { Lrs = new() { Destinations = [new() { Name = "main", Endpoint = new Uri("https://lrs.example"), Actor = "nobody" }] } } },
        { "Forward", new() { Lrs = new() { Destinations = [new() { Name = "main", Endpoint = new Uri("https://lrs.example"), IncludeText = true, Actor = "pseudonym", Forward = true }] } } },
        { "Forward", new() { Lrs = new() { Destinations = [new() { Name = "main", Endpoint = new Uri("https://lrs.example"), Forward = true }] } } },
        { "two of them", new() { Lrs = new() { Sources = [new() { Name = "a", Endpoint = new Uri("https://one.example") }, new() { Name = "A", Endpoint = new Uri("https://two.example") }] } } },
    };

    [Fact]
    public void The_defaults_hold() => Assert.True(new SettingsCheck().Validate(null, new LearningBuddyOptions()).Succeeded);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_named(string name, LearningBuddyOptions options) =>
        Assert.Contains(name, new SettingsCheck().Validate(null, options).FailureMessage, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example/")]
    [InlineData("https://Bücher.example:8443/", "https://xn--bcher-kva.example:8443/")]
    [InlineData("http://مثال.example", "http://xn--mgbh0fb.example/")]
    [InlineData("https://buddy.example", "https://buddy.example/")]
    [InlineData("https://buddy.example/tool", "https://buddy.example/tool")]
    [InlineData("http://[::1]:5080", "http://[::1]:5080/")]
    [InlineData("ftp://bücher.example", "ftp://bücher.example/")]
    public void The_public_address_is_used_in_ASCII(string written, string used) =>
        Assert.Equal(used, ToolServices.InAscii(new Uri(written)).AbsoluteUri);

    [Theory]
    [InlineData(null, true)]
    [InlineData("Data Source=/data/x.db", true)]
    [InlineData("Host=db;Database=lb", false)]
    public void The_connection_string_picks_the_database(string? connectionString, bool sqlite) =>
        Assert.Equal(sqlite, DatabaseAddress.From(connectionString, "data").IsSqlite);

    [Fact]
    public void A_connection_string_of_another_database_is_refused() =>
        Assert.Throws<ArgumentException>(() => DatabaseAddress.From("Server=sql;Initial Catalog=x", "data"));
}
