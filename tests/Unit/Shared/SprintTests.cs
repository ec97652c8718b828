using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Found;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Sprints;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>Choosing sprints, what is practised because of it, and what is ticked off.</summary>
public sealed class SprintTests
{
    private const string Quick = "choose=2 rule=1/1 -buddies";

    [Theory]
    [InlineData("start", "one two three")]
    [InlineData("start; choose s1", "one")]
    [InlineData("start; choose s1 s2", "one two")]
    [InlineData("start; choose s1 s4", "one two")]
    [InlineData("start; choose s1 s2; choose s2 s3", "two three")]
    [InlineData("start; choose s1 s2; choose", "one two three")]
    public void What_is_practised_is_what_the_chosen_sprints_train(string story, string practised)
    {
        var told = Story.Of(Quick, story);

        Assert.Equal(practised.Split(' '), SprintChoice.Practised(told.Design, told.Progress).Select(one => one.Id));
    }

    [Fact]
    public void What_no_sprint_trains_everybody_practises()
    {
        var design = A.Design(Quick);
        var section = design.Find<SprintsSection>()!;
        var without = design with
        {
            Sections = design.Sections.With(section with { Sprints = [.. section.Sprints.Where(sprint => sprint.Id != "s3")] }),
        };
        var told = Story.Of(without, "start; choose s1 s2");

        Assert.Equal(["one", "two", "three"], SprintChoice.Practised(without, told.Progress).Select(one => one.Id));
    }

    /// <summary>Whatever is wished for, in whatever order: never too many, never one twice, and the wish holds or nothing changes.</summary>
    [Fact]
    public void No_wish_leads_to_more_than_can_be_chosen()
    {
        var random = new Random(14);
        for (var story = 0; story < 200; story++)
        {
            var told = Story.Of(A.Design($"choose={random.Next(1, 4)}"), "start");
            var section = told.Design.Find<SprintsSection>()!;
            for (var step = 0; step < 12; step++)
            {
                var wanted = new[] { "s1", "s2", "s3", "s4", "s9" }.Where(_ => random.Next(2) == 0).ToList();
                var before = told.Progress.Of<SprintsProgress>().Chosen;
                var wish = SprintChoice.Change(told.Design, told.Progress, wanted);
                foreach (var what in wish.Events)
                {
                    told.Happened(what);
                }

                var chosen = told.Progress.Of<SprintsProgress>().Chosen;
                Assert.True(chosen.Length <= section.Choose);
                Assert.Equal(chosen.Distinct(), chosen);
                Assert.Equal(wish.Refusal is null ? wanted.Where(id => id != "s9").Order() : before.Order(), chosen.Order());
            }
        }
    }

    [Fact]
    public void Choosing_comes_first_then_reading_then_trying()
    {
        var told = Story.Of(Quick, "start");
        Assert.Equal(new ChooseSprints(2), told.Steps[0]);

        StorySentences.Tell(told, "choose s1 s2");
        Assert.Equal(new LearnSprint("s1"), told.Steps[0]);

        StorySentences.Tell(told, "tick s1 read");
        Assert.Equal(new LearnSprint("s2"), told.Steps[0]);

        StorySentences.Tell(told, "tick s2 read");
        Assert.Equal(new PractiseBehaviour("one", false), told.Steps[0]);
    }

    [Fact]
    public void The_first_talk_waits_for_the_choice()
    {
        var told = Story.Of("choose=1", "start; invite ben; accept ben");
        Assert.False(TalkMoments.IsOpen(told.Design, told.Progress, 1));

        StorySentences.Tell(told, "choose s1");
        Assert.True(TalkMoments.IsOpen(told.Design, told.Progress, 1));
    }

    [Fact]
    public void Whoever_certifies_what_they_chose_is_done_and_has_all_points()
    {
        var told = Story.Of(Quick, "start; choose s1 s2; submit a one; confirm a; wait 1d; submit b two; confirm b");

        Assert.NotNull(told.Progress.Of<JourneyProgress>().CompletedAt);
        Assert.True(CertificationProgress.IsComplete(told.Design, told.Progress));
        Assert.Equal(100, Grade.Of(told.Design, told.Progress)!.Given);
    }

    [Fact]
    public void Who_has_not_chosen_all_is_not_done_whatever_is_certified()
    {
        var told = Story.Of(Quick, "start; choose s1; submit a one; confirm a");
        Assert.Null(told.Progress.Of<JourneyProgress>().CompletedAt);

        StorySentences.Tell(told, "choose s1 s4");
        Assert.Null(told.Progress.Of<JourneyProgress>().CompletedAt);
    }

    /// <summary>Half a choice is not taken for the whole: neither in the grade nor on the road.</summary>
    [Fact]
    public void Half_a_choice_brings_half_the_points()
    {
        var told = Story.Of(Quick, "start; choose s1; submit a one; confirm a");

        Assert.Equal(50, Grade.Of(told.Design, told.Progress)!.Given);
        Assert.All(Road.Of(told.Design, told.Progress).Where(phase => phase.Name is "practice" or "certificate"), phase => Assert.Equal(2, phase.Of));
        StorySentences.Tell(told, "choose s1 s2");
        Assert.Equal(50, Grade.Of(told.Design, told.Progress)!.Given);
    }

    /// <summary>Whoever was done before sprints were to be chosen stays done.</summary>
    [Fact]
    public void A_choice_that_comes_later_asks_nothing_of_who_is_done()
    {
        var told = Story.Of(
            "rule=1/1 -buddies", "start; submit a one; confirm a; submit b two; confirm b; submit c three; confirm c; design choose=2 rule=1/1 -buddies");

        Assert.DoesNotContain(told.Steps, step => step is ChooseSprints);
        Assert.Contains(told.Steps, step => step is JourneyFinished);
    }

    /// <summary>Another choice plans exercises for what is practised now.</summary>
    [Fact]
    public void Another_choice_arranges_exercises_again()
    {
        var told = Story.Of(Quick + " days=1,2,3,4", "start; choose s1 s3; submit a one; confirm a; choose s2 s3; wait 10d");

        Assert.Contains(told.Progress.Of<NudgesProgress>().All, nudge => nudge is { SentAt: not null, Nudge.ExerciseId: "e2" });
        Assert.DoesNotContain(told.Progress.Of<NudgesProgress>().All, nudge => nudge is { SentAt: not null, Nudge.ExerciseId: "e1" });
    }

    /// <summary>Dropping what was already shown takes no points away.</summary>
    [Fact]
    public void What_was_shown_goes_on_counting_after_another_choice()
    {
        var told = Story.Of(Quick, "start; choose s1 s2; submit a one; confirm a; choose s2 s3");

        var grade = Grade.Of(told.Design, told.Progress)!;
        Assert.Equal(["one", "two", "three"], grade.Trail.Select(entry => entry.Behaviour.Id));
        Assert.Equal(33.33, grade.Given);
    }

    [Fact]
    public void Exercises_are_for_what_is_practised()
    {
        var told = Story.Of(A.Design(Quick + " days=1,2,3,4"), "start; choose s2 s3; submit a two; confirm a; wait 10d");

        var came = told.Progress.Of<NudgesProgress>().All.Where(nudge => nudge.SentAt is not null).ToList();
        Assert.NotEmpty(came);
        Assert.All(came, nudge => Assert.Equal("e2", nudge.Nudge.ExerciseId));
    }

    [Fact]
    public void Ticks_begin_a_sprint_take_it_further_and_complete_it_once()
    {
        var told = Story.Of(Quick, "start; choose s1 s2; tick s1 read");
        Assert.Equal([new SprintStarted("s1"), new SprintProgressed("s1", 50)], told.Followed);

        told = Story.Of(Quick, "start; choose s1 s2; tick s1 read; wait 2d; tick s1 try");
        var completed = Assert.IsType<SprintCompleted>(Assert.Single(told.Followed));
        Assert.Equal(2, completed.Duration.TotalDays, 0.001);

        StorySentences.Tell(told, "untick s1 try");
        StorySentences.Tell(told, "tick s1 try");
        Assert.Empty(told.Followed);
    }

    /// <summary>A new design that takes out what was left of a sprint completes it.</summary>
    [Fact]
    public void Taking_out_what_is_left_completes_a_sprint()
    {
        var told = Story.Of(Quick, "start; choose s1 s2; tick s1 read");
        var section = told.Design.Find<SprintsSection>()!;
        told.Redesign(told.Design with
        {
            Sections = told.Design.Sections.With(section with
            {
                Sprints = [section.Sprints[0] with { Activities = [] }, .. section.Sprints.Skip(1)],
            }),
        });

        Assert.Contains("s1", told.Progress.Of<SprintsProgress>().CompletedAt.Keys);
        Assert.DoesNotContain("s2", told.Progress.Of<SprintsProgress>().CompletedAt.Keys);
    }

    /// <summary>What another system says is completed is ticked off where the learner chose it, once, however the address is written.</summary>
    [Theory]
    [InlineData("start; choose s1 s2", "https://course.example/read", 1)]
    [InlineData("start; choose s1 s2", "http://course.example/read/", 1)]
    [InlineData("start; choose s1 s2; tick s1 read", "https://course.example/read", 0)]
    [InlineData("start; choose s1 s2; tick s1 read; untick s1 read", "https://course.example/read", 0)]
    [InlineData("start; choose s2 s3", "https://course.example/read", 0)]
    [InlineData("start; choose s1 s2", "https://course.example/read/2", 0)]
    public void What_is_completed_elsewhere_is_ticked_off(string story, string activity, int ticks)
    {
        var design = A.Design(Quick);
        var section = design.Find<SprintsSection>()!;
        var linked = section.Sprints[0] with { Resources = [new("read", "Read", 5) { Link = "https://course.example/read" }] };
        design = design with { Sections = design.Sections.With(section with { Sprints = [linked, .. section.Sprints.Skip(1)] }) };
        var told = Story.Of(design, story);
        FoundStatement Said(string verb) => new(Guid.NewGuid(), verb, activity, "", null, null, told.Now);

        Assert.Equal(ticks, ElsewhereTick.Of(told.Design, told.Progress, Said(ElsewhereTick.Completed)).Count());
        Assert.Empty(ElsewhereTick.Of(told.Design, told.Progress, Said("http://adlnet.gov/expapi/verbs/attempted")));
    }

    [Fact]
    public void A_break_asks_for_nothing_new_and_moves_the_date()
    {
        var told = Story.Of(Quick, "start; choose s1 s2; tick s1 read");
        var section = told.Design.Find<SprintsSection>()!;
        DateOnly? Until() => told.Progress.Of<SprintsProgress>().PlannedUntil(section, "s1", TimeZoneInfo.Utc);
        var first = DateOnly.FromDateTime(told.Now.UtcDateTime);
        Assert.Equal(first.AddDays(14), Until());

        StorySentences.Tell(told, "break 7d");
        Assert.Equal(new TakeBreak(first.AddDays(7)), told.Steps[0]);
        Assert.Equal(first.AddDays(21), Until());

        StorySentences.Tell(told, "wait 3d");
        StorySentences.Tell(told, "resume");
        Assert.Equal(new LearnSprint("s2"), told.Steps[0]);
        Assert.Equal(first.AddDays(17), Until());
    }

    [Fact]
    public void A_break_ends_by_itself()
    {
        var told = Story.Of(Quick, "start; choose s1 s2; break 7d; wait 8d");

        Assert.Equal(new LearnSprint("s1"), told.Steps[0]);
    }

    [Fact]
    public void Where_nobody_chooses_all_sprints_are_done()
    {
        var told = Story.Of("choose=0", "start");

        Assert.Equal(4, SprintChoice.Of(told.Design, told.Progress).Count);
        Assert.Equal(0, SprintChoice.StillToChoose(told.Design, told.Progress));
        Assert.Equal(ChoiceRefusal.NothingToChoose, SprintChoice.Change(told.Design, told.Progress, ["s1"]).Refusal);
    }
}
