using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Reviews;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>What holds in any history, whatever people do in whatever order.</summary>
public sealed class HistoryPropertyTests
{
    private static readonly string[] Designs = ["", "rule=1/1", "rule=2/1", "rule=2/2/eyes valid=30", "rule=3/2/eyes days=1,2,3", "rule=2/1/talk", "rule=1/1/eyes exercises=5"];

    [Fact]
    public void Reading_a_history_again_gives_the_same_progress() => ForAny((design, choices) =>
    {
        var (story, _) = RandomStory.Tell(design, choices);

        var again = Progress.From(story.History);

        Assert.Equal(Grade.Of(story.Design, story.Progress)!.Given, Grade.Of(story.Design, again)!.Given);
        Assert.Equal(StepRules.For(story.Design, story.Progress, story.Now), StepRules.For(story.Design, again, story.Now));
        Assert.Equal(HeldBy(story.Progress), HeldBy(again));
        Assert.Equal(story.Progress.Of<NudgesProgress>().All, again.Of<NudgesProgress>().All);
    });

    [Fact]
    public void No_exercise_comes_twice_running_where_there_is_another() => ForAny((design, choices) =>
    {
        var (story, _) = RandomStory.Tell(design, choices);
        var exercises = story.Design.Find<NudgesSection>()!.Exercises;
        var sent = Came(story.History).ToList();
        var done = story.History.Select(entry => entry.What).OfType<NudgeActedOn>().Select(acted => acted.Nudge.ExerciseId).ToHashSet();

        Assert.True(exercises.Count > 1);
        Assert.All(sent.Zip(sent.Skip(1)), pair => Assert.True(
            pair.First.Exercise != pair.Second.Exercise || pair.Second.WasPutOff
            || exercises.All(exercise => exercise.Id == pair.First.Exercise || done.Contains(exercise.Id))));
    });

    [Fact]
    public void The_order_of_neighbours_that_have_nothing_to_do_with_each_other_does_not_matter() => ForAny((design, choices) =>
    {
        var (story, sentences) = RandomStory.Tell(design, choices);
        foreach (var at in Enumerable.Range(0, sentences.Count - 1).Where(at => AreApart(sentences[at], sentences[at + 1])).Take(3))
        {
            List<string> swapped = [.. sentences[..at], sentences[at + 1], sentences[at], .. sentences[(at + 2)..]];

            var other = Story.Of(A.Design(design), string.Join("; ", swapped));

            Assert.Equal(Grade.Of(story.Design, story.Progress)!.Given, Grade.Of(other.Design, other.Progress)!.Given);
            Assert.Equal(story.Held(), other.Held());
        }
    });

    [Fact]
    public void Nothing_is_certified_without_its_rule_and_nothing_that_meets_it_is_left_out() => ForAny((design, choices) =>
    {
        var rule = A.Design(design).Find<CertificationSection>()!;
        var (story, _) = RandomStory.Tell(design, choices, told => Assert.All(told.Design.ActiveBehaviours, behaviour =>
        {
            var held = told.Progress.Of<CertificationProgress>();
            Assert.True(held.Holds(behaviour.Id) || held.Lost.Contains(behaviour.Id) || !IsMet(told.History, behaviour.Id, rule));
        }));

        foreach (var (index, entry) in story.History.Index())
        {
            if (entry.What is BehaviourCertified certified)
            {
                var before = story.History.Take(index).ToList();
                Assert.True(IsMet(before, certified.BehaviourId, rule));
                Assert.False(IsHeld(before, certified.BehaviourId));
            }
        }
    });

    [Fact]
    public void Every_step_leads_to_one_thing_that_is_there() => ForAny((design, choices) => RandomStory.Tell(design, choices, story =>
    {
        var steps = story.Steps().Split("; ");
        var targets = steps.Where(step => step is not ("nothing" or "finished" or "start")).Select(step => step switch
        {
            _ when step.StartsWith("invite", StringComparison.Ordinal) => "buddy",
            "await bea" or "await code" => "buddy",
            "hear bea" => "silence",
            _ => step.Split(' ') is [var verb, var target, ..] ? (verb == "nudge" ? "nudge " : "") + target.Split('.')[0] : step,
        }).ToList();

        Assert.NotEmpty(steps);
        Assert.DoesNotContain(targets, target => target.Contains('?', StringComparison.Ordinal));
        Assert.Distinct(targets);
    }));

    [Fact]
    public void Consequences_come_to_an_end_and_following_them_again_plans_no_nudge_twice() => ForAny((design, choices) =>
    {
        var (story, _) = RandomStory.Tell(design, choices, told => Assert.InRange(told.Followed.Count, 0, 50));

        var planned = story.History.Select(entry => entry.What).OfType<NudgeScheduled>().Select(nudge => nudge.Nudge.Id).ToHashSet();
        var again = story.History
            .SelectMany(entry => Consequences.Of(new Happening(story.Design, story.Progress, story.Progress, entry, TimeZoneInfo.Utc)))
            .OfType<Follows.Event>().Select(further => further.What).OfType<NudgeScheduled>();

        Assert.Distinct(story.Progress.Of<NudgesProgress>().All.Select(nudge => nudge.Nudge.Id));
        Assert.DoesNotContain(again, nudge => planned.Contains(nudge.Nudge.Id));
    });

    [Fact]
    public void One_plan_of_nudges_is_under_way_at_a_time_and_goes_up_day_by_day() => ForAny((design, choices) =>
    {
        var nudges = RandomStory.Tell(design, choices).Story.Progress.Of<NudgesProgress>();

        Assert.All(nudges.Plans.Zip(nudges.Plans.Skip(1)), pair => Assert.True(pair.First.From < pair.Second.From));
        Assert.All(nudges.All.GroupBy(nudge => nudge.LadderId), plan =>
        {
            Assert.Equal(plan.Select(nudge => nudge.Day).Order(), plan.Select(nudge => nudge.Day));
            Assert.Equal(Enumerable.Range(1, plan.Count()), plan.Select(nudge => nudge.Nudge.Step));
        });
    });

    [Fact]
    public void A_grade_lies_between_nothing_and_the_maximum_and_no_confirmation_takes_points_away() => ForAny((design, choices) =>
    {
        var (before, restarts) = (0.0, 0);
        RandomStory.Tell(design, choices, story =>
        {
            // Who is started over begins at nothing.
            if (story.History.Count(entry => entry.What is JourneyRestarted) is var count && count > restarts)
            {
                Assert.Equal(0, Grade.Of(story.Design, story.Progress)!.Given);
                (before, restarts) = (0, count);
            }

            var grade = Grade.Of(story.Design, story.Progress)!;
            Assert.InRange(grade.Given, before, grade.Maximum);
            before = grade.Given;
        });
    });

    [Fact]
    public void What_is_due_lies_ahead_unless_nobody_looked() => ForAny((design, choices) =>
    {
        var (story, _) = RandomStory.Tell(design, choices.Concat([0]));
        story.Wait(TimeSpan.FromMinutes(1), withoutTheWorker: false);

        Assert.All(story.Due, due => Assert.True(due.At > story.Now));
    });

    /// <summary>The count in the head of every page has no clock: what is over is noted when its time comes.</summary>
    [Fact]
    public void About_talks_as_much_waits_as_the_clock_says_and_nothing_once_the_journey_is_over() => ForAny((design, choices) =>
    {
        var (story, _) = RandomStory.Tell(design, choices);
        story.Wait(TimeSpan.FromMinutes(1), withoutTheWorker: false);
        var buddy = story.Progress.Of<BuddyProgress>();
        var isOver = story.Progress.Of<JourneyProgress>().CompletedAt is not null;
        var by = !buddy.HasBuddy || isOver ? null : TalkMoments.Current(story.Design, story.Progress) switch
        {
            { ClaimedBy: { } claimed } => claimed,
            { StartsAt: null } talk => talk.OfferStands(story.Now),
            _ => (Guid?)null,
        };

        var waits = story.Attention.Where(one => one.Kind == AttentionKind.Talk).Select(one => one.For).ToList();

        Waits? expected = by is null ? null : by == buddy.BuddyId ? new Waits.Learner() : new Waits.Person(buddy.BuddyId!.Value);
        Assert.Equal(expected is null ? [] : [expected], waits);
    });

    /// <summary>What came, in its order, and whether it came back because it was put off.</summary>
    private static IEnumerable<(string Exercise, bool WasPutOff)> Came(IEnumerable<RecordedEvent> history)
    {
        var putOff = new HashSet<Guid>();
        foreach (var what in history.Select(entry => entry.What))
        {
            if (what is NudgeSnoozed snoozed)
            {
                putOff.Add(snoozed.Nudge.Id);
            }

            if (what is NudgeSent sent)
            {
                yield return (sent.Nudge.ExerciseId, putOff.Contains(sent.Nudge.Id));
            }
        }
    }

    /// <summary>The rule in the plainest words, from the raw events.</summary>
    private static bool IsMet(IReadOnlyList<RecordedEvent> history, string behaviour, CertificationSection rule)
    {
        var happened = history.Select(entry => entry.What).ToList();
        var pieces = happened.Skip(happened.FindLastIndex(what => what is JourneyRestarted) + 1).OfType<ReviewConfirmed>()
            .Where(confirmed => confirmed.Evidence.BehaviourIds.Contains(behaviour)).Select(confirmed => confirmed.Evidence.Id).ToHashSet();
        var days = pieces.Select(piece => happened.OfType<EvidenceSubmitted>().Last(sent => sent.Evidence.Id == piece).Day);
        var isSeen = happened.OfType<EvidenceAttested>().Any(attested => pieces.Contains(attested.Evidence.Id)
            && (rule.CountsTalkedThrough || attested.Basis == AttestationBasis.Present));
        return pieces.Count >= rule.Situations && days.Distinct().Count() >= rule.Dates && (isSeen || !rule.OtherEyes);
    }

    private static bool IsHeld(List<RecordedEvent> history, string behaviour) => history.Select(entry => entry.What).Sum(what => what switch
    {
        BehaviourCertified reached when reached.BehaviourId == behaviour => 1,
        CertificationExpired expired when expired.BehaviourId == behaviour => -1,
        CertificationRevoked revoked when revoked.BehaviourId == behaviour => -1,
        _ => 0,
    }) > 0;

    /// <summary>Two sentences about different pieces that share no behaviour.</summary>
    private static bool AreApart(string one, string other) =>
        PieceOf(one) is { } first && PieceOf(other) is { } second
        && !RandomStory.Behaviours[first].Split('+').Intersect(RandomStory.Behaviours[second].Split('+')).Any();

    private static string? PieceOf(string sentence) =>
        sentence.Split(' ') is ["draft" or "submit" or "return" or "confirm" or "attest", var piece, ..] ? piece : null;

    private static IEnumerable<string> HeldBy(Progress progress) =>
        progress.Of<CertificationProgress>().Held.Select(held => $"{held.Key} {held.Value}").Order(StringComparer.Ordinal);

    private static void ForAny(Action<string, int[]> law) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Gen.Elements(Designs).ToArbitrary(), RandomStory.Choices, (design, choices) => law(design, choices)));
}
