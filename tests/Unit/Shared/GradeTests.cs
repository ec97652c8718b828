using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Grading;
using Xunit;
using static LearningBuddy.Tests.Unit.Shared.A;

namespace LearningBuddy.Tests.Unit.Shared;

public sealed class GradeTests
{
    [Fact]
    public void Nothing_confirmed_is_not_final_and_has_no_points()
    {
        var grade = Grade.Of(Definition(), [Event(new JourneyEvent.JourneyStarted())]);

        Assert.Equal((0, false), (grade.Given, grade.IsFinal));
    }

    [Fact]
    public void Each_confirmed_behaviour_gives_an_equal_share()
    {
        var grade = Grade.Of(Definition(), [Confirmed("one"), Confirmed("two")]);

        Assert.Equal(66.67, grade.Given);
        Assert.Equal(["one", "two"], grade.Trail.Where(entry => entry.Confirmation is not null).Select(entry => entry.Behaviour.Id));
    }

    [Fact]
    public void A_behaviour_confirmed_twice_counts_once() =>
        Assert.Equal(33.33, Grade.Of(Definition(), [Confirmed("one"), Confirmed("one")]).Given);

    [Fact]
    public void The_newest_comment_goes_with_the_score() =>
        Assert.Equal("second", Grade.Of(Definition(), [Confirmed("one", "first"), Confirmed("two", "second")]).Comment);

    [Fact]
    public void The_trail_names_the_statement_that_evidence_was_made_from()
    {
        var (evidence, statement) = (Guid.NewGuid(), Guid.NewGuid());
        var submitted = Event(new JourneyEvent.EvidenceSubmitted(Piece(evidence, 1, "one"), EvidenceKind.External, null, [], statement));

        var trail = Grade.Of(Definition(), [submitted, Confirmed("one", id: evidence), Confirmed("two")]).Trail;

        Assert.Equal([statement, null, null], trail.Select(entry => entry.FoundStatementId));
    }

    [Fact]
    public void Replaying_the_events_gives_the_same_grade()
    {
        RecordedEvent[] events = [Confirmed("one"), Confirmed("three")];

        Assert.Equal(Grade.Of(Definition(), events).Given, Grade.Of(Definition(), events).Given);
    }
}
