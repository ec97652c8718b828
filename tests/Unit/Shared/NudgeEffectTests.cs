using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Nudges;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>Whether exercises help, with the uncertainty that few people bring.</summary>
public sealed class NudgeEffectTests
{
    /// <summary>Worked examples of Newcombe 1998, table II, method 10.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0)]
    public void The_interval_of_a_difference_is_that_of_the_literature(int part, int of, int otherPart, int otherOf, double low, double high)
    {
        var interval = Proportions.Difference(part, of, otherPart, otherOf);

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    /// <summary>Worked example of Wilson's interval: 81 of 263.</summary>
    [Fact]
    public void The_interval_of_a_share_is_that_of_the_literature()
    {
        var (low, high) = Proportions.Of(81, 263);

        Assert.Equal((0.2553, 0.3662), (Math.Round(low, 4), Math.Round(high, 4)));
        Assert.Equal((0, 1), Proportions.Of(0, 0));
    }

    [Fact]
    public void An_interval_holds_its_share_and_narrows_with_people() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Gen.Choose(1, 500).SelectMany(of => Gen.Choose(0, of).Select(part => (part, of))).ToArbitrary(), one =>
        {
            var (low, high) = Proportions.Of(one.part, one.of);
            var (lower, higher) = Proportions.Of(one.part * 4, one.of * 4);

            Assert.InRange((double)one.part / one.of, low - 1e-12, high + 1e-12);
            Assert.True(higher - lower < high - low);
        }));

    [Theory]
    [InlineData(4, 4, 10, 0, EffectVerdict.TooFew)]
    [InlineData(10, 10, 4, 0, EffectVerdict.TooFew)]
    [InlineData(20, 10, 20, 9, EffectVerdict.NotClear)]
    [InlineData(20, 20, 20, 2, EffectVerdict.Helps)]
    [InlineData(20, 2, 20, 20, EffectVerdict.Hinders)]
    public void Plain_words_say_no_more_than_is_known(int people, int withEvidence, int others, int othersWith, EffectVerdict verdict) =>
        Assert.Equal(verdict, new NudgeEffect(new(people, withEvidence), new(others, othersWith)).Verdict);

    /// <summary>What began the plan was sent before it, and what comes after 30 days comes too late.</summary>
    [Fact]
    public void Evidence_counts_that_was_sent_in_the_30_days_after_the_plan_began()
    {
        var nudged = Learner("", "start; submit a one; confirm a; wait 10d; submit b one; wait 40d");
        var late = Learner("", "start; submit a one; confirm a; wait 31d; submit b one");
        var without = Learner("hold=100", "start; submit a one; confirm a; wait 40d");
        var young = Learner("", "unattended 5d; start; submit a one; confirm a; wait 10d; submit b one");

        var effect = NudgeEffect.Of([nudged, late, without, young], A.Monday.AddDays(31));

        Assert.Equal(new EffectArm(2, 1), effect.WithExercises);
        Assert.Equal(new EffectArm(1, 0), effect.Without);
    }

    /// <summary>It was to begin at the journey's end, which the set-up no longer says: nobody of it is counted, on neither side.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("hold=100")]
    public void A_plan_that_was_given_up_before_it_began_is_not_counted(string design)
    {
        var given = Learner($"from=CourseEnd ends=20 {design}", $"start; wait 5d; design {design}; wait 60d");
        var other = Learner(
            $"from=CourseEnd ends=20 {design}", $"start; wait 5d; design {design}; wait 20d; submit a one; confirm a; wait 60d");
        var begun = Learner($"from=CourseEnd ends=20 {design}", $"start; wait 25d; design {design}; wait 60d");

        Assert.Null(given.FirstPlan);
        Assert.Equal(A.Monday.AddDays(25).Date, other.FirstPlan!.Began.Date);
        Assert.Equal(A.Monday.AddDays(21).Date, begun.FirstPlan!.Began.Date);
        Assert.False(given.IsOldEnough(A.Monday.AddDays(99)));
    }

    /// <summary>An end that is moved once exercises have come moves no window: evidence is counted from the first day.</summary>
    [Fact]
    public void A_moved_end_moves_the_days_to_come_but_not_the_window_that_began()
    {
        var moved = Learner("from=CourseEnd ends=4", "start; wait 10d; submit a one; wait 5d; design from=CourseEnd ends=80; wait 90d; submit b one");
        var before = Learner("from=CourseEnd ends=40", "start; wait 10d; design from=CourseEnd ends=80; wait 80d; submit a one");

        Assert.Equal((A.Monday.AddDays(5).Date, 1), (moved.FirstPlan!.Began.Date, moved.EvidenceInTime));
        Assert.True(moved.IsOldEnough(A.Monday.AddDays(36)));
        Assert.Equal((A.Monday.AddDays(81).Date, 1), (before.FirstPlan!.Began.Date, before.EvidenceInTime));
    }

    [Fact]
    public void Every_answer_is_in_the_log_with_the_time_since_the_same_exercise()
    {
        var story = Story.Of("exercises=5 days=1,2,3", "start; submit a one; confirm a; wait 25h; again 1; wait 24h; dismiss 2; wait 72h; act 3");

        var log = ReviewLog.Of(story.History).ToList();

        Assert.Equal([NudgeAnswer.Again, "dismissed", NudgeAnswer.DidIt], log.Select(entry => entry.Answer));
        Assert.Equal(log[0].AnsweredAt, log[2].Before);
        Assert.Null(log[1].Before);
        Assert.All(log, entry => Assert.True(entry.CameAt < entry.AnsweredAt));
    }

    [Fact]
    public void Answers_are_counted_by_exercise_and_add_up()
    {
        var learner = Learner("exercises=5 days=1,2,3,4", "start; submit a one; confirm a; wait 25h; again 1; wait 24h; dismiss 2; wait 24h; act 3; wait 24h");

        var answers = ExerciseAnswers.Of([learner]);

        Assert.Equal(learner.Came, answers.Values.Sum(one => one.Came));
        Assert.Equal((1, 1, 1), (answers.Values.Sum(one => one.Again), answers.Values.Sum(one => one.Dismissed), answers.Values.Sum(one => one.Done)));
        Assert.All(answers.Values, one => Assert.InRange(one.Open, 0, one.Came));
        Assert.False(learner.IsSilent);
        Assert.True(Learner("", "start; submit a one; confirm a; wait 12d").IsSilent);
    }

    private static ExerciseLearner Learner(string design, string sentences)
    {
        var story = Story.Of(design, sentences);
        return new(
            Story.Id("participation"),
            story.Progress.Of<NudgesProgress>(),
            [.. story.History.Where(e => e.What is EvidenceSubmitted).Select(e => e.OccurredAt)]);
    }
}
