using System.Text.RegularExpressions;
using LearningBuddy.Shared.Messages;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared.Messages;

public sealed partial class MessageKindsTests
{
    [Fact]
    public void Every_name_is_one_row_and_every_row_has_a_name_of_its_own()
    {
        var names = typeof(MessageName).GetFields().Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(names.Order(StringComparer.Ordinal), MessageKinds.All.Select(kind => kind.Name).Order(StringComparer.Ordinal));
        Assert.All(MessageKinds.All, kind => Assert.Matches(Name(), kind.Name));
        Assert.All(MessageKinds.All, kind => Assert.Same(kind, MessageKinds.Find(kind.Name)));
        Assert.Null(MessageKinds.Find("of.a-newer-version"));
    }

    [Fact]
    public void Only_a_certification_can_not_be_switched_off_and_it_uses_up_nothing()
    {
        var kind = Assert.Single(MessageKinds.All, kind => kind is { CanBeSwitchedOff: false, LeavesTheTool: true });

        Assert.Equal((MessageName.CertificationReached, false, false), (kind.Name, kind.Counts, kind.CanWait));
    }

    /// <summary>A date that somebody took must be in both calendars before it comes: no cap holds it.</summary>
    private static readonly string[] Dates = [MessageName.TalkPlanned, MessageName.TalkCancelled];

    [Fact]
    public void Whatever_leaves_the_tool_and_can_be_switched_off_counts_but_for_dates() => Assert.All(MessageKinds.All, kind =>
    {
        Assert.NotEqual(MessageChannels.None, kind.Channels);
        Assert.Equal(
            kind.LeavesTheTool && kind.CanBeSwitchedOff && !Dates.Contains(kind.Name), kind.Counts);
    });

    [GeneratedRegex("^[a-z]+\\.[a-z]+$")]
    private static partial Regex Name();
}
