using LearningBuddy.Shared.Practice;
using Xunit;
using static LearningBuddy.Tests.Unit.Shared.A;

namespace LearningBuddy.Tests.Unit.Shared;

public sealed class EvidenceTests
{
    private static readonly EvidenceText Whole = new() { Situation = "Weekly call.", Action = "Asked.", Outcome = "Answered.", BehaviourIds = ["one"] };

    [Fact]
    public void A_draft_without_an_outcome_is_not_taken_and_is_kept()
    {
        var evidence = Draft(Whole with { Outcome = " " });

        Assert.Null(evidence.Submit(Guid.NewGuid(), Monday));
        Assert.Equal([EvidencePart.Outcome], evidence.Draft.Missing());
        Assert.Equal(EvidenceState.Drafted, evidence.State);
    }

    [Fact]
    public void A_submission_freezes_a_version()
    {
        var evidence = Draft(Whole);

        var version = evidence.Submit(Guid.NewGuid(), Monday);

        Assert.Equal((1, EvidenceState.Submitted, Whole), (version!.Revision, evidence.State, version.Text));
        Assert.False(evidence.SaveDraft(Whole with { Action = "Changed." }, Monday));
    }

    [Fact]
    public void What_came_back_can_be_changed_and_sent_as_the_next_version()
    {
        var evidence = Draft(Whole);
        evidence.Submit(Guid.NewGuid(), Monday);
        evidence.Settle(confirmed: false);

        Assert.True(evidence.SaveDraft(Whole with { Action = "Asked two." }, Monday));
        Assert.Equal(2, evidence.Submit(Guid.NewGuid(), Monday)!.Revision);
        Assert.Equal("Asked.", evidence.Versions[0].Text.Action);
    }

    [Fact]
    public void Only_what_waits_can_be_settled()
    {
        var evidence = Draft(Whole);
        Assert.False(evidence.Settle(confirmed: true));
        evidence.Submit(Guid.NewGuid(), Monday);
        Assert.True(evidence.Settle(confirmed: true));
        Assert.False(evidence.Settle(confirmed: false));
    }

    [Theory]
    [InlineData("Short.", "Short.")]
    [InlineData("Weekly team call, seven people, two new ones who never say a word.", "Weekly team call, seven people, two new ones who never say a…")]
    public void The_title_is_the_first_words(string situation, string title) => Assert.Equal(title, (Whole with { Situation = situation }).Title);

    private static Evidence Draft(EvidenceText text)
    {
        var evidence = new Evidence(Guid.NewGuid(), Guid.NewGuid(), Monday);
        evidence.SaveDraft(text, Monday);
        return evidence;
    }
}
