using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.Shared.Groups;
using Xunit;
using static LearningBuddy.Tests.Unit.Shared.A;

namespace LearningBuddy.Tests.Unit.Shared;

public sealed class InvitationTests
{
    private static readonly Arbitrary<int[]> Tries = Gen.Choose(0, 6).ArrayOf().ToArbitrary();
    private static readonly Guid Buddy = Story.Id("bea");
    private static readonly Guid Stranger = Story.Id("cem");

    [Fact]
    public void Only_the_person_asked_can_answer()
    {
        var invitation = ToBuddy();
        Assert.False(invitation.Accept(Stranger, Monday));
        Assert.False(invitation.Decline(Stranger, null, Monday));
        Assert.True(invitation.Accept(Buddy, Monday));
        Assert.Equal(InvitationState.Accepted, invitation.State);
    }

    [Fact]
    public void Whoever_has_the_code_takes_it_and_nobody_declines_it()
    {
        var invitation = ByCode();
        Assert.False(invitation.Decline(Buddy, null, Monday));
        Assert.True(invitation.Accept(Buddy, Monday));
        Assert.Equal(Buddy, invitation.PersonId);
    }

    [Fact]
    public void Whoever_is_asked_at_an_address_accepts_as_who_they_are_and_declines_as_nobody_known()
    {
        var (taken, declined) = (ByMail(), ByMail());
        Assert.False(declined.Decline(Stranger, null, Monday));
        Assert.True(declined.Decline(declined.GuestId, "Away in May.", Monday));
        Assert.Equal(("Away in May.", "guest@home.example", (Guid?)null), (declined.Reason, declined.Address, declined.PersonId));

        Assert.True(taken.Accept(Stranger, Monday));
        Assert.Equal((Stranger, null), (taken.PersonId!.Value, taken.Address));
        Assert.Equal("You know me.", taken.Words);
    }

    [Fact]
    public void One_that_ran_out_takes_no_answer_and_is_noted_as_run_out()
    {
        var invitation = ToBuddy();
        Assert.True(invitation.IsOpen(Monday.AddDays(7).AddSeconds(-1)));
        Assert.False(invitation.Expire(Monday.AddDays(7).AddSeconds(-1)));
        Assert.False(invitation.Accept(Buddy, Monday.AddDays(7)));
        Assert.False(invitation.Decline(Buddy, null, Monday.AddDays(7)));
        Assert.True(invitation.Expire(Monday.AddDays(7)));
        Assert.Equal(InvitationState.Expired, invitation.State);
    }

    [Fact]
    public void An_answer_is_given_once()
    {
        var invitation = ToBuddy();
        Assert.True(invitation.Decline(Buddy, " Too busy. ", Monday));
        Assert.Equal("Too busy.", invitation.Reason);
        Assert.False(invitation.Accept(Buddy, Monday));
        Assert.False(invitation.Withdraw(Monday));
    }

    [Fact]
    public void A_long_reason_is_cut_and_an_empty_one_is_none()
    {
        var (wordy, silent) = (ToBuddy(), ToBuddy());
        wordy.Decline(Buddy, new string('a', Invitation.LongestReason + 1), Monday);
        silent.Decline(Buddy, "  ", Monday);

        Assert.Equal(Invitation.LongestReason, wordy.Reason!.Length);
        Assert.Null(silent.Reason);
    }

    [Fact]
    public void It_is_brought_up_again_once_and_can_be_answered_after_that()
    {
        var invitation = ToBuddy();
        Assert.True(invitation.Remind(Monday.AddDays(3)));
        Assert.False(invitation.Remind(Monday.AddDays(4)));
        Assert.True(invitation.Accept(Buddy, Monday.AddDays(5)));
    }

    [Theory]
    [InlineData("abcd 2345", "ABCD2345")]
    [InlineData("ABCD-2345", "ABCD2345")]
    public void A_code_is_understood_however_it_is_typed(string typed, string stored) =>
        Assert.Equal(stored, InvitationCode.Normalise(typed));

    /// <summary>Whatever is tried in whatever order: it is settled at most once, in time, and stays as it was settled.</summary>
    [Fact]
    public void It_is_settled_once_whatever_is_tried() => Prop.ForAll(Tries, ArbMap.Default.ArbFor<bool>(), (tries, byCode) =>
    {
        var (invitation, now) = (byCode ? ByCode() : ToBuddy(), Monday);
        (InvitationState State, DateTimeOffset At)? settled = null;
        foreach (var what in tries)
        {
            now = now.AddDays(1);
            var (before, reminded) = (invitation.State, invitation.RemindedAt);
            var done = what switch
            {
                0 => invitation.Accept(Buddy, now),
                1 => invitation.Accept(Stranger, now),
                2 => invitation.Decline(Buddy, null, now),
                3 => invitation.Withdraw(now),
                4 => invitation.Expire(now),
                5 => invitation.Remind(now),
                _ => false,
            };
            Assert.True(done || invitation.State == before);
            if (done && what != 5)
            {
                Assert.Null(settled);
                settled = (invitation.State, now);
                Assert.Equal(what == 4, now >= invitation.ExpiresAt && what != 3);
            }

            Assert.True(reminded is null || invitation.RemindedAt == reminded);
            Assert.Equal(settled?.At, invitation.SettledAt);
            Assert.True(settled is null || (invitation.State == settled.Value.State && !invitation.IsOpen(now)));
        }
    }).QuickCheckThrowOnFailure();

    private static Invitation ToBuddy() => Invite(new(Buddy, null, Monday.AddDays(7)));

    private static Invitation ByCode() => Invite(new(null, "ABCD2345", Monday.AddDays(7)));

    private static Invitation ByMail() =>
        Invite(new(null, null, Monday.AddDays(7)) { Address = "guest@home.example", Words = "You know me." });

    private static Invitation Invite(Asked asked) =>
        new(Story.Id("invitation"), Story.Id("pair"), GroupPart.Buddy, asked, Story.Id("event"), Monday);
}
