using LearningBuddy.Shared.People;
using Xunit;
using static LearningBuddy.Tests.Unit.Shared.A;

namespace LearningBuddy.Tests.Unit.Shared;

public sealed class GuestLinkTests
{
    private static readonly GuestScope Scope = new(GuestPurpose.Buddy, Story.Id("pair"), Story.Id("journey"));
    private static readonly Guid Guest = Story.Id("guest");

    [Fact]
    public void It_is_open_until_it_runs_out()
    {
        var link = Link();
        Assert.True(link.IsOpen(Monday.AddDays(7).AddSeconds(-1)));
        Assert.False(link.IsOpen(Monday.AddDays(7)));
        Assert.False(link.Accept(Guest, Monday.AddDays(7)));
    }

    [Fact]
    public void Whoever_accepts_may_come_back_for_a_year_and_nobody_else()
    {
        var link = Link();
        Assert.True(link.Accept(Guest, Monday.AddDays(1)));
        Assert.True(link.Accept(Guest, Monday.AddDays(30)));
        Assert.False(link.Accept(Story.Id("cem"), Monday.AddDays(30)));
        Assert.Equal((Guest, Monday.AddDays(1), Monday.AddDays(1 + 365)), (link.PersonId!.Value, link.ConsentAt!.Value, link.ExpiresAt));
    }

    [Fact]
    public void Taken_back_it_opens_nothing_and_closed_when_that_was_done()
    {
        var link = Link();
        link.Accept(Guest, Monday);
        Assert.True(link.Revoke(Monday.AddDays(2)));
        Assert.False(link.Revoke(Monday.AddDays(3)));
        Assert.False(link.IsOpen(Monday.AddDays(2)));
        Assert.Equal(Monday.AddDays(2), link.ClosesAt);
    }

    [Fact]
    public void One_that_ran_out_before_it_was_taken_back_closed_when_it_ran_out()
    {
        var link = Link();
        link.Revoke(Monday.AddDays(9));
        Assert.Equal(Monday.AddDays(7), link.ClosesAt);
    }

    [Fact]
    public void Another_link_lets_the_same_person_in_for_as_long()
    {
        var link = Link();
        link.Accept(Guest, Monday);
        var another = link.Another(Story.Id("another"), "hash 2");

        Assert.Equal((link.PersonId, link.ExpiresAt, link.ConsentAt, Scope), (another.PersonId, another.ExpiresAt, another.ConsentAt, another.Scope));
        Assert.True(another.Accept(Guest, Monday.AddDays(3)));
        Assert.Equal(link.ExpiresAt, another.ExpiresAt);
    }

    private static GuestLink Link() => new(Story.Id("link"), "hash", Scope, Story.Id("learner"), Monday.AddDays(7));
}
