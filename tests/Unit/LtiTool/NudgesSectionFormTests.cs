using LearningBuddy.LtiTool.Features.Nudges;
using LearningBuddy.LtiTool.Features.Setup;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Tests.Unit.Shared;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>Exercises as they are typed in the set-up.</summary>
public sealed class NudgesSectionFormTests
{
    [Fact]
    public void What_is_shown_and_saved_again_stays_the_same()
    {
        var before = A.Design("exercises=5 days=1,3,45 hold=20");
        var form = new NudgesSectionForm();
        form.Fill(before);

        var after = before with { Sections = before.Sections.With(form.Over(before)) };

        Assert.Equal(DesignJson.Write(before), DesignJson.Write(after));
    }

    [Fact]
    public void A_new_row_gets_a_key_and_each_line_is_a_wording()
    {
        var section = Typed(new ExerciseRow
        {
            Text = " Ask  somebody. ", OtherWordings = "Ask once.\n\n Ask twice. ", BehaviourId = "two", Kind = ExerciseKind.Recall, Answer = "By name.",
        });

        var exercise = Assert.Single(section.Exercises);
        Assert.Equal(["Ask  somebody.", "Ask once.", " Ask twice. ".Trim()], exercise.Wordings);
        Assert.Equal(("two", ExerciseKind.Recall, "By name."), (exercise.BehaviourId, exercise.Kind, exercise.Answer));
        Assert.Matches("^e-[0-9a-f]{8}$", exercise.Id);
    }

    /// <summary>Where the part was switched off meanwhile, and typed again: an exercise that people have had is no other one.</summary>
    [Fact]
    public void A_key_stays_though_the_part_was_switched_off_meanwhile()
    {
        var off = A.Design("-nudges");
        var form = new NudgesSectionForm { Exercises = [new() { Id = "first-word", Text = "Ask.", BehaviourId = "one" }] };

        var section = (NudgesSection)form.Over(off);

        Assert.Equal("first-word", Assert.Single(section.Exercises).Id);
    }

    [Fact]
    public void An_exercise_about_a_sprint_stays_one_and_goes_with_the_sprint()
    {
        var design = A.Design("choose=1");
        var form = new NudgesSectionForm { Exercises = [new() { Text = "Ask.", BehaviourId = "sprint:s2" }, new() { Text = "Go.", BehaviourId = "sprint:gone" }] };

        var exercise = Assert.Single(((NudgesSection)form.Over(design)).Exercises);

        Assert.Equal(("s2", ""), (exercise.SprintId, exercise.BehaviourId));
        Assert.Equal("sprint:s2", ExerciseRow.Of(exercise).BehaviourId);
    }

    [Fact]
    public void A_row_without_words_and_one_for_a_behaviour_that_is_gone_are_left_out()
    {
        var design = A.Design("retired=two");
        var form = new NudgesSectionForm
        {
            Exercises = [new() { Text = " ", BehaviourId = "one" }, new() { Text = "Ask.", BehaviourId = "two" }, new() { Text = "Wait.", BehaviourId = "one" }],
        };

        Assert.Equal("Wait.", Assert.Single(((NudgesSection)form.Over(design)).Exercises).Text);
    }

    /// <summary>What is too much is said by the rules, in front of what was typed: nothing of it is gone.</summary>
    [Fact]
    public void A_seventh_wording_and_words_that_are_too_long_are_said_and_not_lost()
    {
        var wordings = string.Join('\n', Enumerable.Range(2, Exercise.MostWordings).Select(number => $"Wording {number}"));
        var design = A.Design();
        foreach (var row in new ExerciseRow[]
        {
            new() { Text = "Ask.", OtherWordings = wordings, BehaviourId = "one" },
            new() { Text = new string('a', Exercise.LongestText + 1), BehaviourId = "one" },
            new() { Text = "Ask.", Answer = new string('a', Exercise.LongestText + 1), BehaviourId = "one" },
            new() { OtherWordings = "Ask.", BehaviourId = "one" },
        })
        {
            var section = (NudgesSection)new NudgesSectionForm { Exercises = [row] }.Over(design);
            var form = new NudgesSectionForm();
            form.Fill(design.With(section));

            Assert.Equal("exercise-words", Assert.Single(DesignRules.Check(design.With(section))).Code);
            var shown = Assert.Single(form.Exercises);
            Assert.Equal((row.Text ?? "", row.OtherWordings ?? "", row.Answer ?? ""), (shown.Text, shown.OtherWordings, shown.Answer));
        }
    }

    [Fact]
    public void Exercises_of_a_part_that_is_switched_off_are_there_when_it_is_switched_on_again()
    {
        var before = A.Design("exercises=5 days=1,3,45 hold=20");
        var form = new NudgesSectionForm();
        form.Fill(before);
        form.IsOn = false;

        var off = DesignJson.Read(DesignJson.Write(form.Next(before)));
        var again = new NudgesSectionForm();
        again.Fill(off);

        Assert.Null(off.Find<NudgesSection>());
        Assert.Null(TemplateFile.Portable(off).SwitchedOff);
        Assert.False(again.IsOn);
        again.IsOn = true;
        Assert.Equal(DesignJson.Write(before), DesignJson.Write(again.Next(off)));
    }

    [Theory]
    [InlineData("1, 3;6 10", new[] { 1, 3, 6, 10 })]
    [InlineData("١، ٣، ٦", new[] { 1, 3, 6 })]
    [InlineData("one, 3", new[] { 0, 3 })]
    [InlineData("", new int[0])]
    public void Days_are_read_as_people_write_them(string typed, int[] days)
    {
        var form = new NudgesSectionForm { From = NudgeStart.Confirmation, Days = typed };

        Assert.Equal(days, ((NudgesSection)form.Over(A.Design())).Days);
    }

    [Fact]
    public void A_form_without_these_fields_changes_nothing()
    {
        var before = A.Design("exercises=3 days=2,4 from=Certification hold=5");

        var after = (NudgesSection)new NudgesSectionForm().Over(before);

        Assert.Equal(DesignJson.Write(before), DesignJson.Write(before with { Sections = before.Sections.With(after) }));
    }

    private static NudgesSection Typed(params ExerciseRow[] rows) =>
        (NudgesSection)new NudgesSectionForm { Exercises = [.. rows] }.Over(A.Design());
}
