using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Path;
using Xunit;
using static LearningBuddy.Tests.Unit.Shared.A;

namespace LearningBuddy.Tests.Unit.Shared;

public sealed class ViewRequestTests
{
    private static readonly Arbitrary<int[]> Tries = Gen.Choose(0, 5).ArrayOf().ToArbitrary();
    private static readonly Guid Ruth = Story.Id("bea");
    private static readonly Guid Stranger = Story.Id("cem");

    [Fact]
    public void A_yes_makes_the_address_the_viewers_own_business()
    {
        var request = Asked();
        Assert.True(request.Accept(Ruth, Monday.AddDays(13)));
        Assert.Equal((ViewRequestState.Accepted, Ruth, null, "You see me work."), (request.State, request.PersonId, request.Address, request.Words));
        Assert.False(request.Accept(Stranger, Monday.AddDays(13)));
        Assert.False(request.Decline(null, Monday.AddDays(13)));
        Assert.Equal(Ruth, request.PersonId);
    }

    [Fact]
    public void A_no_keeps_its_reason_and_the_address_for_a_while()
    {
        var request = Asked();
        Assert.True(request.Decline("  At the dentist. " + new string('x', 400), Monday));
        Assert.StartsWith("At the dentist.", request.Reason, StringComparison.Ordinal);
        Assert.Equal(Invitation.LongestReason, request.Reason!.Length);
        Assert.Equal("ruth@home.example", request.Address);
        Assert.False(request.Withdraw(Monday));
        var silent = Asked();
        Assert.True(silent.Decline(" \u200b ", Monday));
        Assert.Null(silent.Reason);
    }

    [Fact]
    public void After_two_weeks_nobody_answers_and_the_learner_can_still_take_it_back()
    {
        var request = Asked();
        var late = Monday + ViewRequest.Open;
        Assert.True(request.IsOpen(late.AddTicks(-1)));
        Assert.False(request.IsOpen(late) || request.Accept(Ruth, late) || request.Decline(null, late));
        Assert.True(request.Withdraw(late));
    }

    [Fact]
    public void Only_who_said_yes_can_stop()
    {
        var request = Asked();
        Assert.False(request.Leave(Ruth, Monday));
        request.Accept(Ruth, Monday);
        Assert.False(request.Leave(Stranger, Monday));
        Assert.True(request.Leave(Ruth, Monday));
        Assert.False(request.Withdraw(Monday));
    }

    [Fact]
    public void It_is_answered_once_and_ends_once_whatever_is_tried() => Prop.ForAll(Tries, tries =>
    {
        var (request, path) = (Asked(), new List<ViewRequestState> { ViewRequestState.Asked });
        foreach (var (day, what) in tries.Index())
        {
            var now = Monday.AddDays(day);
            var before = (request.State, request.PersonId, request.SettledAt);
            var done = what switch
            {
                0 => request.Accept(Ruth, now),
                1 => request.Accept(Stranger, now),
                2 => request.Decline("No.", now),
                3 => request.Withdraw(now),
                4 => request.Leave(Ruth, now),
                _ => request.Leave(Stranger, now),
            };
            if (done)
            {
                path.Add(request.State);
            }
            else
            {
                Assert.Equal(before, (request.State, request.PersonId, request.SettledAt));
            }
        }

        Assert.Contains(string.Join(' ', path), new[]
        {
            "Asked", "Asked Accepted", "Asked Declined", "Asked Withdrawn", "Asked Accepted Withdrawn", "Asked Accepted Left",
        });
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(Viewer.Manager, true)]
    [InlineData(Viewer.Peer, true)]
    [InlineData(Viewer.Buddy, false)]
    [InlineData(Viewer.Facilitator, false)]
    public void Who_is_in_the_journey_already_is_not_asked_by_mail(Viewer by, bool may) => Assert.Equal(may, ViewRequest.ByMail(by));

    private static ViewRequest Asked() =>
        new(Story.Id("request"), Story.Id("participation"), Viewer.Manager, "ruth@home.example", "You see me work.", Monday);
}
