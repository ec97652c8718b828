using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class CalendarTokensTests
{
    private static readonly CalendarTokens Tokens = With(new EphemeralDataProtectionProvider());

    [Fact]
    public void A_token_names_a_person_and_a_key_and_stands_in_an_address_as_it_is()
    {
        var (person, key) = (Guid.NewGuid(), Guid.NewGuid());
        var address = Tokens.Address(person, key);

        Assert.StartsWith("https://buddy.example/cal/", address.AbsoluteUri, StringComparison.Ordinal);
        Assert.EndsWith(".ics", address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal((person, key), Tokens.Read(TokenIn(address)));
        Assert.Matches("^[A-Za-z0-9_-]+$", TokenIn(address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("calendar")]
    [InlineData("!!")]
    [InlineData("AAAA")]
    public void What_was_not_signed_here_names_nobody(string token) => Assert.Null(Tokens.Read(token));

    [Fact]
    public void Another_houses_token_a_changed_one_and_one_in_small_letters_name_nobody()
    {
        var token = TokenIn(Tokens.Address(Guid.NewGuid(), Guid.NewGuid()));

        Assert.Null(With(new EphemeralDataProtectionProvider()).Read(token));
        Assert.Null(Tokens.Read(token[..^3] + (token[^3] == 'A' ? "BAA" : "AAA")));
        Assert.Null(Tokens.Read(token.ToLowerInvariant()));
    }

    private static string TokenIn(Uri address) => address.AbsolutePath["/cal/".Length..^".ics".Length];

    private static CalendarTokens With(IDataProtectionProvider protection) =>
        new(protection, Options.Create(new LearningBuddyOptions { PublicUrl = new Uri("https://buddy.example") }));
}
