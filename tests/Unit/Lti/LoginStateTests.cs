using LearningBuddy.LtiTool.Lti;
using Microsoft.AspNetCore.DataProtection;
using Xunit;

namespace LearningBuddy.Tests.Unit.Lti;

public sealed class LoginStateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, 123, TimeSpan.Zero);

    private readonly LoginStates states = new(new EphemeralDataProtectionProvider());

    [Theory]
    [InlineData(null)]
    [InlineData("post_message_forwarding")]
    [InlineData("_parent")]
    public void What_is_written_is_read(string? storageTarget)
    {
        var (state, proof) = LoginState.Begin(Guid.NewGuid(), "https://buddy.example/lti/launch?ä=1", storageTarget, Noon);

        var read = states.Read(states.Write(state))!;

        Assert.Equal(state.PlatformId, read.PlatformId);
        Assert.Equal(state.Nonce, read.Nonce);
        Assert.Equal(state.CookieName, read.CookieName);
        Assert.Equal(Noon, read.IssuedAt);
        Assert.Equal(storageTarget, read.StorageTarget);
        Assert.True(read.IsProvedBy(proof));
        Assert.True(read.AskedFor("https://buddy.example/lti/launch?ä=1"));
    }

    [Fact]
    public void Only_this_logins_secret_proves_the_browser()
    {
        var (state, proof) = LoginState.Begin(Guid.NewGuid(), "https://buddy.example", null, Noon);
        var (_, other) = LoginState.Begin(Guid.NewGuid(), "https://buddy.example", null, Noon);

        Assert.False(state.IsProvedBy(other));
        Assert.False(state.IsProvedBy(""));
        Assert.False(state.IsProvedBy(proof[..^1]));
        Assert.DoesNotContain(proof, states.Write(state), StringComparison.Ordinal);
    }

    [Fact]
    public void No_letter_of_it_can_be_changed()
    {
        var written = states.Write(LoginState.Begin(Guid.NewGuid(), "https://buddy.example", null, Noon).State);

        for (var at = 0; at < written.Length - 1; at++)
        {
            var changed = written[..at] + (written[at] == 'A' ? 'B' : 'A') + written[(at + 1)..];
            Assert.Null(states.Read(changed));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("not base64url!")]
    [InlineData("AAAA====")]
    public void Other_texts_are_no_states(string text) => Assert.Null(states.Read(text));

    [Fact]
    public void Another_installation_can_not_read_it()
    {
        var written = states.Write(LoginState.Begin(Guid.NewGuid(), "https://buddy.example", null, Noon).State);

        Assert.Null(new LoginStates(new EphemeralDataProtectionProvider()).Read(written));
    }

    [Fact]
    public void Two_logins_share_nothing()
    {
        var (first, firstProof) = LoginState.Begin(Guid.Empty, "https://buddy.example", null, Noon);
        var (second, secondProof) = LoginState.Begin(Guid.Empty, "https://buddy.example", null, Noon);

        Assert.NotEqual(first.Id, second.Id);
        Assert.NotEqual(first.Nonce, second.Nonce);
        Assert.NotEqual(firstProof, secondProof);
    }
}
