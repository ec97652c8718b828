using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.Nudges;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>
/// What holds of any plan of exercises: wherever its learner lives, whatever pace and pauses they choose, however clocks jump, across both
/// changes of daylight saving.
/// </summary>
public sealed class NudgePlanPropertyTests
{
    private const string Confirmed = "start; submit a one; confirm a";

    private static readonly string[] Zones =
        ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Cairo", "Etc/UTC"];

    private static readonly string[] Plans = ["1,3,6,10,15,21", "1,2,3,4,5", "1,3,6,10,15,21,45,90", "7,14", "1"];

    /// <summary>What begins plans; days are counted from the story's Monday, and stories begin within a year of it.</summary>
    private static readonly string[] Starts = ["", "", "from=CourseEnd ends=200", "from=CourseEnd ends=260", "from=CourseEnd ends=420"];

    /// <summary>What somebody does between two days, and what the world does to the clock.</summary>
    private static readonly string[] Turns =
    [
        "wait 1d", "wait 1d", "wait 2d", "wait 9d", "unattended 3d", "unattended 30d", "pause 7d", "pace Small", "pace Normal", "pace AllInOne",
        "answer act", "answer snooze", "answer dismiss", "answer again", "answer notyet", "answer gotit", "move", "design", "off", "confirm",
    ];

    [Fact]
    public void Nothing_comes_in_quiet_hours_or_in_a_pause() => ForAny(told =>
    {
        foreach (var (at, pace) in told.Sent)
        {
            Assert.False(pace.Quiet.IsQuiet(TimeZoneInfo.ConvertTime(at, pace.Zone).DateTime));
            Assert.False(pace.PausedUntil > at);
        }
    });

    [Fact]
    public void One_comes_a_day_and_four_a_week_unless_the_learner_wants_them_at_once() => ForAny(told =>
    {
        if (told.EverAtOnce)
        {
            return;
        }

        var days = told.Sent.Select(one => TimeZoneInfo.ConvertTime(one.At, one.Pace.Zone).Date).ToList();
        Assert.Distinct(days);
        Assert.All(
            told.Sent.Zip(told.Sent.Skip(MessageCap.PerWeek)),
            pair => Assert.True(pair.Second.At - pair.First.At >= MessageCap.Week));
    });

    [Fact]
    public void The_order_of_the_plan_is_kept_but_for_what_the_learner_moved_or_put_off() => ForAny(told =>
    {
        // Of two designs each has an order of its own.
        if (told.EverAtOnce || told.Story.History.Any(entry => entry.What is DesignChanged))
        {
            return;
        }

        var nudges = told.Story.Progress.Of<NudgesProgress>();
        var came = nudges.All.Where(nudge => nudge is { SentAt: not null, IsMoved: false, IsSnoozed: false });
        Assert.All(came.GroupBy(nudge => nudge.LadderId), plan => Assert.Equal(
            plan.OrderBy(nudge => nudge.Day).Select(nudge => nudge.Day),
            plan.OrderBy(nudge => nudge.SentAt).ThenBy(nudge => nudge.Day).Select(nudge => nudge.Day)));
    });

    /// <summary>Whoever touches nothing gets each on the very day on which their calendar showed it from the beginning.</summary>
    [Fact]
    public void What_is_planned_comes_on_its_day() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(
            Gen.Elements(Zones).Zip(Gen.Elements(Plans)).Zip(Gen.Choose(0, 365 * 24)).ToArbitrary(),
            Gen.Elements("Normal", "Small", "AllInOne").ToArbitrary(),
            (start, pace) =>
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(start.Item1.Item1);
                var story = Story.Of(
                    A.Design($"exercises=40 days={start.Item1.Item2}"), $"unattended {start.Item2}h; {Confirmed}; pace {pace}", zone);
                var planned = story.Progress.Of<NudgesProgress>().Planned.Select(nudge => (nudge.Nudge.Id, Day(nudge.DueAt))).ToList();

                story.Wait(TimeSpan.FromDays(120), withoutTheWorker: false);

                var came = story.History.Where(entry => entry.What is NudgeSent).Select(entry => (((NudgeSent)entry.What).Nudge.Id, Day(entry.OccurredAt)));
                Assert.Equal(planned.OrderBy(one => one.Id), came.OrderBy(one => one.Id));
                DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
            }));

    [Fact]
    public void Nothing_is_lost_and_nothing_comes_twice() => ForAny(told =>
    {
        var (story, nudges) = (told.Story, told.Story.Progress.Of<NudgesProgress>());

        // Whatever is planned has a moment at which somebody looks.
        Assert.All(nudges.Planned, nudge => Assert.Contains(story.Due, due => due.Subject == nudge.Nudge.Id));

        // As often as a nudge came, so often it was planned, or put off.
        var what = story.History.Select(entry => entry.What).ToList();
        Assert.All(nudges.All, nudge => Assert.InRange(
            what.OfType<NudgeSent>().Count(sent => sent.Nudge.Id == nudge.Nudge.Id),
            0,
            1 + what.OfType<NudgeSnoozed>().Count(put => put.Nudge.Id == nudge.Nudge.Id)));

        story.Wait(TimeSpan.FromDays(900), withoutTheWorker: false);
        Assert.Empty(story.Progress.Of<NudgesProgress>().Planned);
    });

    [Fact]
    public void Arranged_again_nothing_changes() => ForAny(told =>
    {
        var story = told.Story;
        Assert.DoesNotContain(
            NudgePlanner.Arrange(story.Design, story.Progress, told.Zone, story.Now),
            what => what is NudgeScheduled or NudgeCalledOff);
    });

    [Fact]
    public void What_was_done_or_known_does_not_come_back_in_the_same_plan() => ForAny(told =>
    {
        var (done, from) = (new HashSet<string>(), DateTimeOffset.MinValue);
        foreach (var entry in told.Story.History)
        {
            switch (entry.What)
            {
                case NudgePlanBegun begun:
                    done.Clear();
                    from = begun.From;
                    break;
                case NudgeActedOn { Action: NudgeAnswer.DidIt or NudgeAnswer.GotIt } acted when entry.OccurredAt >= from:
                    done.Add(acted.Nudge.ExerciseId);
                    break;
                case NudgeActedOn acted:
                    done.Remove(acted.Nudge.ExerciseId);
                    break;
                case NudgeSent sent:
                    Assert.DoesNotContain(sent.Nudge.ExerciseId, done);
                    break;
                default:
                    break;
            }
        }
    });

    [Fact]
    public void A_share_is_left_out_by_chance_and_always_the_same_people()
    {
        var people = Enumerable.Range(0, 20_000).Select(number => Story.Id($"person {number}")).ToList();
        bool IsOut(Guid person, int percent) => HoldOut.Holds(Story.Id("journey"), person, percent);

        Assert.InRange(people.Count(person => IsOut(person, 10)), 1_870, 2_130);
        Assert.All(people.Where(person => IsOut(person, 10)), person => Assert.True(IsOut(person, 25)));
        Assert.DoesNotContain(people, person => IsOut(person, 0));
        Assert.InRange(people.Count(person => IsOut(person, 10) && HoldOut.Holds(Story.Id("other"), person, 10)), 140, 260);
    }

    [Fact]
    public void Whoever_is_left_out_gets_none_and_their_plan_is_known()
    {
        var story = Story.Of("1 hold=100", Confirmed + "; wait 60d");

        Assert.True(story.Progress.Of<NudgesProgress>().Plan is { IsHeldOut: true });
        Assert.Empty(story.Progress.Of<NudgesProgress>().All);
    }

    [Fact]
    public void Wordings_take_turns()
    {
        var design = A.Design("1 days=1,2,3,4,5") is var one
            && one.Find<NudgesSection>() is { } section
                ? one with { Sections = one.Sections.With(section with { Exercises = [new("e", "First", "one") { OtherWordings = ["Second"] }] }) }
                : throw new InvalidOperationException();

        var story = Story.Of(design, Confirmed + "; wait 12d");

        var wordings = story.History.Select(entry => entry.What).OfType<NudgeSent>()
            .Select(sent => design.Find<NudgesSection>()!.Find("e")!.Wording(sent.Nudge.Wording));
        Assert.Equal(["First", "Second", "First", "Second", "First"], wordings);
    }

    [Fact]
    public void What_is_wanted_again_comes_again_after_another()
    {
        var story = Story.Of("exercises=5 days=1,2,3", Confirmed + "; wait 1d; again 1; wait 5d");

        Assert.Equal(["e1", "e3", "e1"], Sent(story).Select(sent => sent.Nudge.ExerciseId));
    }

    /// <summary>The page says "It comes once more": so it does, also after the plan's last day, and not right after itself.</summary>
    [Theory]
    [InlineData("again")]
    [InlineData("notyet")]
    public void What_is_wanted_once_more_comes_once_more(string answer) => ForAny(told =>
    {
        var story = told.Story;
        if (story.Design.Find<NudgesSection>() is null || told.Open is not [_, ..] open)
        {
            return;
        }

        var asked = story.Nudge(open[^1]).ExerciseId;
        StorySentences.Tell(story, $"{answer} {open[^1]}");
        var before = story.History.Count;
        story.Wait(TimeSpan.FromDays(900), withoutTheWorker: false);

        var came = story.History.Skip(before).Select(entry => entry.What).OfType<NudgeSent>().Select(sent => sent.Nudge.ExerciseId).ToList();
        Assert.Contains(asked, came);
    });

    [Fact]
    public void The_same_exercise_never_comes_twice_running_but_where_it_was_put_off() => ForAny(told =>
    {
        var putOff = new HashSet<Guid>();
        var last = "";
        foreach (var what in told.Story.History.Select(entry => entry.What))
        {
            if (what is NudgeSnoozed snoozed)
            {
                putOff.Add(snoozed.Nudge.Id);
            }
            else if (what is NudgeSent { Nudge: var nudge })
            {
                Assert.False(nudge.ExerciseId == last && !putOff.Contains(nudge.Id));
                last = nudge.ExerciseId;
            }
        }
    });

    [Fact]
    public void What_came_and_was_called_off_when_it_was_put_off_came_all_the_same()
    {
        var story = Story.Of("exercises=9 days=1,3,6", Confirmed + "; wait 1d; snooze 1");
        story.Redesign(A.Design("-nudges"));
        StorySentences.Tell(story, "pace AllInOne");
        story.Redesign(A.Design("exercises=9 days=1,3,6"));

        story.Wait(TimeSpan.FromDays(9), withoutTheWorker: false);

        Assert.Equal("e1 e3 e5 e7", string.Join(' ', Sent(story).Select(sent => sent.Nudge.ExerciseId)));
    }

    [Fact]
    public void What_comes_of_a_plan_that_was_given_up_does_not_bring_it_back()
    {
        var story = Story.Of("exercises=9 days=7,14", Confirmed + "; wait 12d");
        story.Redesign(A.Design("exercises=9 days=45,90 from=CourseEnd ends=-60"));
        var moved = story.Progress.Of<NudgesProgress>().Planned.First().Nudge.Id;
        StorySentences.Tell(story, $"move {story.Progress.Of<NudgesProgress>().All.ToList().FindIndex(one => one.Nudge.Id == moved) + 1} 2d");
        story.Redesign(A.Design("exercises=9 days=7,14"));
        var holds = story.Progress.Of<NudgesProgress>().Holding(story.Design.Find<NudgesSection>()!);

        story.Wait(TimeSpan.FromDays(15), withoutTheWorker: false);

        Assert.Contains(Sent(story), sent => sent.Nudge.Id == moved);
        Assert.Equal(holds, story.Progress.Of<NudgesProgress>().Holding(story.Design.Find<NudgesSection>()!));
    }

    [Fact]
    public void What_was_done_in_a_plan_does_not_come_in_it_though_it_came_in_the_one_before()
    {
        var story = Story.Of("exercises=5 days=1,3", Confirmed + "; wait 30d; submit b one; confirm b; gotit 1; wait 30d");

        Assert.Equal("e1 e3 e5 e3", string.Join(' ', Sent(story).Select(sent => sent.Nudge.ExerciseId)));
    }

    [Theory]
    [InlineData("1,3", "again 2", "e1 e3 e5 e3")]
    [InlineData("1,3", "notyet 2", "e1 e3 e5 e3")]
    [InlineData("1,3", "again 1", "e1 e3 e1")]
    [InlineData("1,3", "again 1; again 2", "e1 e3 e1 e3")]
    [InlineData("1,3,45", "again 2", "e1 e3 e5 e3 e7")]
    [InlineData("1,3", "gotit 2", "e1 e3")]
    [InlineData("1,3", "act 2", "e1 e3")]
    public void A_plan_that_is_over_grows_by_the_days_it_takes(string days, string answers, string expected)
    {
        var story = Story.Of($"exercises=9 days={days}", Confirmed + "; wait 4d; " + answers);
        var planned = story.Progress.Of<NudgesProgress>().Planned.Count();

        story.Wait(TimeSpan.FromDays(90), withoutTheWorker: false);

        Assert.Equal(expected, string.Join(' ', Sent(story).Select(sent => sent.Nudge.ExerciseId)));
        Assert.Equal(2 + planned, Sent(story).Count());
    }

    private static IEnumerable<NudgeSent> Sent(Story story) => story.History.Select(entry => entry.What).OfType<NudgeSent>();

    private static void ForAny(Action<Told> law) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(
            Gen.Elements(Zones).Zip(Gen.Elements(Plans)).Zip(Gen.Choose(0, 365)).ToArbitrary(),
            Gen.Choose(0, 9999).ArrayOf().ToArbitrary(),
            (start, choices) => law(Told.Of(start.Item1.Item1, start.Item1.Item2, start.Item2, choices))));

    /// <summary>A plan that chance told.</summary>
    private sealed record Told(Story Story, TimeZoneInfo Zone, List<(DateTimeOffset At, MessagePace Pace)> Sent, bool EverAtOnce)
    {
        public static Told Of(string zoneName, string days, int startsAfter, int[] choices)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(zoneName);
            var story = Story.Of(
                A.Design($"exercises=40 days={days}"), $"unattended {startsAfter}d; {Confirmed}", zone);
            var told = new Told(story, zone, [], EverAtOnce: false);
            foreach (var choice in choices)
            {
                told = told.Turn(Turns[choice % Turns.Length], choice / Turns.Length);
            }

            return told;
        }

        private Told Turn(string turn, int choice)
        {
            var before = Story.History.Count;
            switch (turn.Split(' '))
            {
                case ["answer", _] or ["move"] when Story.Design.Find<NudgesSection>() is null:
                    // There is no page to answer on.
                    break;
                case ["answer", var verb]:
                    if (Numbers(NudgeState.Sent) is [_, ..] open)
                    {
                        StorySentences.Tell(Story, $"{verb} {open[choice % open.Count]}");
                    }

                    break;
                case ["move"]:
                    if (Numbers(NudgeState.Planned) is [_, ..] planned)
                    {
                        StorySentences.Tell(Story, $"move {planned[choice % planned.Count]} {1 + (choice % 9)}d");
                    }

                    break;
                case ["design"]:
                    Story.Redesign(A.Design($"exercises=40 days={Plans[choice % Plans.Length]} {Starts[choice % Starts.Length]}"));
                    break;
                case ["off"]:
                    Story.Redesign(A.Design("-nudges"));
                    break;
                case ["confirm"]:
                    var piece = $"piece{Story.History.Count}";
                    StorySentences.Tell(Story, $"submit {piece} one");
                    StorySentences.Tell(Story, $"confirm {piece}");
                    break;
                default:
                    StorySentences.Tell(Story, turn);
                    break;
            }

            Sent.AddRange(Story.History.Skip(before).Where(entry => entry.What is NudgeSent).Select(entry => (entry.OccurredAt, Story.Pace)));
            return this with { EverAtOnce = EverAtOnce || turn == "pace AllInOne" };
        }

        /// <summary>What came and has no answer.</summary>
        public IReadOnlyList<int> Open => Numbers(NudgeState.Sent);

        private List<int> Numbers(NudgeState state) =>
            [.. Story.Progress.Of<NudgesProgress>().All.Index().Where(nudge => nudge.Item.State == state).Select(nudge => nudge.Index + 1)];
    }
}
