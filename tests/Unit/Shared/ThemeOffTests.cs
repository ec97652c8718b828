using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Grades;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>A theme that is off leaves no trace: nothing to do, nothing that waits, nothing that follows.</summary>
public sealed class ThemeOffTests
{
    /// <summary>A story in which every theme has its part, and what each sentence needs.</summary>
    private static readonly (string Needs, string Sentence)[] Sentences =
    [
        ("", "start"),
        ("buddies", "invite bea"),
        ("evidence", "draft a"),
        ("evidence", "submit b one d1"),
        ("evidence", "submit c one d2"),
        ("evidence reviews", "confirm c"),
        ("evidence", "submit d two d2"),
        ("evidence reviews", "return d"),
        ("questions", "ask q"),
        ("questions", "ask r everybody"),
        ("questions", "answer q"),
        ("", "wait 2d"),
    ];

    public static TheoryData<string> Names => [.. Themes.All.Where(theme => theme.Section is not null).Select(theme => theme.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Off_from_the_start_it_leaves_no_trace(string theme)
    {
        var sentences = Sentences.Where(one => !one.Needs.Split(' ').Contains(theme)).Select(one => one.Sentence);

        ShouldHaveNoTrace(Story.Of(Off(theme), string.Join("; ", sentences)), theme);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Switched_off_on_the_way_it_leaves_no_trace_from_then_on(string theme)
    {
        var story = Story.Of("", string.Join("; ", Sentences.Select(one => one.Sentence)));

        story.Redesign(A.Design(Off(theme)));

        ShouldHaveNoTrace(story, theme);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_happens_after_it_was_switched_off_has_no_consequence_of_it(string theme)
    {
        var story = Story.Of("", string.Join("; ", Sentences.Select(one => one.Sentence)));
        story.Redesign(A.Design(Off(theme)));

        StorySentences.Tell(story, "attest b bea");
        StorySentences.Tell(story, "confirm b");

        Assert.DoesNotContain(story.Followed, what => Of(theme).Events.Any(type => type.Type == what.GetType()));
    }

    [Fact]
    public void Each_theme_has_a_trace_in_the_whole_story_or_none_to_leave()
    {
        var story = Story.Of("", string.Join("; ", Sentences.Select(one => one.Sentence)));

        var seen = story.Steps.Select(step => step.Theme.ToLowerInvariant()).ToHashSet();

        Assert.Superset(new HashSet<string> { "buddies", "evidence", "reviews", "certification", "questions", "nudges" }, seen);
    }

    private static void ShouldHaveNoTrace(Story story, string theme)
    {
        Assert.DoesNotContain(story.Steps, step => string.Equals(step.Theme, theme, StringComparison.OrdinalIgnoreCase) && IsOfTheme(step));
        if (Of(theme).Attention is { } rule)
        {
            Assert.Empty(story.Attention.Intersect(rule(story.Design, story.Progress)));
        }

        if (theme == "grades")
        {
            Assert.Null(Grade.Of(story.Design, story.Progress));
        }
    }

    /// <summary>Without certification, going for one situation of each behaviour is still what there is to do.</summary>
    private static bool IsOfTheme(NextStep step) => step is not PractiseBehaviour { OnAnotherDay: false };

    private static Theme Of(string name) => Themes.All.Single(theme => theme.Name == name);

    private static string Off(string theme) => theme == "found" ? "" : "-" + theme;
}
