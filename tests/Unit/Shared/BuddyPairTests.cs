using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Journeys;
using Xunit;
using static LearningBuddy.Tests.Unit.Shared.A;

namespace LearningBuddy.Tests.Unit.Shared;

public sealed class BuddyPairTests
{
    private static readonly Guid Buddy = Guid.NewGuid();

    [Fact]
    public void Only_the_person_asked_can_accept()
    {
        var pair = Invite();
        Assert.False(pair.Accept(Guid.NewGuid(), Monday));
        Assert.True(pair.Accept(Buddy, Monday));
        Assert.Equal(BuddyPairState.Active, pair.State);
    }

    [Fact]
    public void Whoever_has_the_code_becomes_the_buddy()
    {
        var pair = new BuddyPair(Guid.NewGuid(), Guid.NewGuid(), null, "ABCD2345", Guid.NewGuid(), Monday, new BuddyPolicy());
        Assert.True(pair.Accept(Buddy, Monday));
        Assert.Equal(Buddy, pair.BuddyId);
    }

    [Fact]
    public void A_lapsed_invitation_takes_no_answer()
    {
        var pair = Invite();
        Assert.True(pair.IsOpen(Monday.AddDays(7).AddSeconds(-1)));
        Assert.False(pair.Accept(Buddy, Monday.AddDays(7)));
        Assert.False(pair.Decline(Buddy, null, Monday.AddDays(7)));
    }

    [Fact]
    public void An_answer_is_given_once()
    {
        var pair = Invite();
        Assert.True(pair.Decline(Buddy, " Too busy. ", Monday));
        Assert.Equal("Too busy.", pair.Reason);
        Assert.False(pair.Accept(Buddy, Monday));
        Assert.False(pair.Withdraw(Monday));
    }

    [Theory]
    [InlineData("abcd 2345", "ABCD2345")]
    [InlineData("ABCD-2345", "ABCD2345")]
    public void A_code_is_understood_however_it_is_typed(string typed, string stored) => Assert.Equal(stored, InvitationCode.Normalise(typed));

    private static BuddyPair Invite() => new(Guid.NewGuid(), Guid.NewGuid(), Buddy, null, Guid.NewGuid(), Monday, new BuddyPolicy());
}
