using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Lti;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class GuestTokensTests
{
    private static readonly GuestTokens Tokens = With(new EphemeralDataProtectionProvider());

    [Fact]
    public void A_token_names_its_link_and_stands_in_an_address_as_it_is()
    {
        var link = Guid.NewGuid();
        var token = Tokens.New(link);

        Assert.Equal(link, Tokens.Read(token));
        Assert.Equal(new Uri($"https://buddy.example/g/{token}?culture=ar"), Tokens.Page(token, "ar"));
        Assert.Equal($"/g/{token}", Tokens.Page(token, "ar").AbsolutePath);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bye")]
    [InlineData("!!")]
    [InlineData("AAAA")]
    public void What_was_not_signed_here_names_nothing(string token) => Assert.Null(Tokens.Read(token));

    [Fact]
    public void A_token_of_another_house_or_a_changed_one_names_nothing()
    {
        var token = Tokens.New(Guid.NewGuid());

        Assert.Null(With(new EphemeralDataProtectionProvider()).Read(token));
        Assert.Null(Tokens.Read(token[..^2] + (token[^2] == 'A' ? "BA" : "AA")));
    }

    private static GuestTokens With(IDataProtectionProvider protection) =>
        new(protection, Options.Create(new LtiOptions { PublicUrl = new Uri("https://buddy.example") }));
}
