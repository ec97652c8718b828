using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Intake;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class AccountHomesTests
{
    private static readonly PlatformRow Moodle = new() { Id = Guid.NewGuid(), Issuer = "https://moodle.example/lms" };
    private static readonly PlatformRow North = new() { Id = Guid.NewGuid(), Issuer = "https://canvas.example", HomePages = "https://north.example https://sim.example/north" };
    private static readonly PlatformRow South = new() { Id = Guid.NewGuid(), Issuer = "https://canvas.example" };
    private static readonly AccountHomes Homes = new([Moodle, North, South]);

    [Theory]
    [InlineData("https://moodle.example/lms")]
    [InlineData("https://moodle.example/lms/")]
    [InlineData("http://moodle.example/lms")]
    public void The_issuer_is_a_home_page_however_it_is_written(string homePage) => Assert.Equal([Moodle.Id], Homes.PlatformsOf(homePage));

    [Theory]
    [InlineData("https://north.example/")]
    [InlineData("https://sim.example/north")]
    public void So_is_what_an_administrator_named(string homePage) => Assert.Equal([North.Id], Homes.PlatformsOf(homePage));

    [Fact]
    public void Two_schools_may_share_an_issuer() => Assert.Equal([North.Id, South.Id], Homes.PlatformsOf("https://canvas.example"));

    [Theory]
    [InlineData("https://moodle.example")]
    [InlineData("https://moodle.example/LMS")]
    [InlineData("")]
    public void Another_address_is_nobodys(string homePage) => Assert.Empty(Homes.PlatformsOf(homePage));
}
