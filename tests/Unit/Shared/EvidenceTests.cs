using LearningBuddy.Shared.Evidence;
using Xunit;
using static LearningBuddy.Tests.Unit.Shared.A;

namespace LearningBuddy.Tests.Unit.Shared;

public sealed class EvidenceTests
{
    private static readonly EvidenceText Whole = new()
    {
        AppliedOn = new(2026, 11, 2),
        Situation = "Weekly call.", Action = "Asked.", Outcome = "Answered.", BehaviourIds = ["one"],
    };

    [Fact]
    public void A_draft_without_an_outcome_is_not_taken_and_is_kept()
    {
        var evidence = Draft(Whole with { Outcome = " " });

        Assert.Null(evidence.Submit(Guid.NewGuid(), 1, Monday));
        Assert.Equal([EvidencePart.Outcome], evidence.Draft.Missing());
        Assert.Equal(EvidenceState.Drafted, evidence.State);
    }

    [Fact]
    public void A_submission_freezes_a_version()
    {
        var evidence = Draft(Whole);

        var version = evidence.Submit(Guid.NewGuid(), 1, Monday);

        Assert.Equal((1, EvidenceState.Submitted, Whole), (version!.Revision, evidence.State, version.Text));
        Assert.False(evidence.SaveDraft(Whole with { Action = "Changed." }, Monday));
    }

    /// <summary>Certification counts days. Where the learner is it may be tomorrow already.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(26_000, false)]
    public void A_day_that_has_not_come_is_asked_for_again(int daysAhead, bool isSent)
    {
        var day = DateOnly.FromDateTime(Monday.UtcDateTime).AddDays(daysAhead);
        var evidence = Draft(Whole with { AppliedOn = day });

        var version = evidence.Submit(Guid.NewGuid(), 1, Monday);

        Assert.Equal(isSent, version is not null);
        Assert.Equal(isSent ? day : null, evidence.Draft.AppliedOn);
        Assert.Equal(isSent, !evidence.Draft.Missing().Contains(EvidencePart.Day));
    }

    [Fact]
    public void What_came_back_can_be_changed_and_sent_as_the_next_version()
    {
        var evidence = Draft(Whole);
        evidence.Submit(Guid.NewGuid(), 1, Monday);
        evidence.Settle(confirmed: false);

        Assert.True(evidence.SaveDraft(Whole with { Action = "Asked two." }, Monday));
        Assert.Equal(2, evidence.Submit(Guid.NewGuid(), 1, Monday)!.Revision);
        Assert.Equal("Asked.", evidence.Versions[0].Text.Action);
    }

    [Fact]
    public void Only_what_waits_can_be_settled()
    {
        var evidence = Draft(Whole);
        Assert.False(evidence.Settle(confirmed: true));
        evidence.Submit(Guid.NewGuid(), 1, Monday);
        Assert.True(evidence.Settle(confirmed: true));
        Assert.False(evidence.Settle(confirmed: false));
    }

    [Fact]
    public void A_version_keeps_the_design_it_was_written_under_and_names_the_behaviours_that_one_knows()
    {
        var evidence = Draft(Whole with { BehaviourIds = ["one", "gone"] });

        var version = evidence.Submit(Guid.NewGuid(), designNumber: 3, Monday)!;

        Assert.Equal(3, version.DesignNumber);
        Assert.Equal(["one"], version.ToReference(Design("retired=one")).BehaviourIds);
    }

    [Theory]
    [InlineData("Short.", "Short.")]
    [InlineData(
        "Weekly team call, seven people, two new ones who never say a word.",
        "Weekly team call, seven people, two new ones who never say a…")]
    public void The_title_is_the_first_words(string situation, string title) =>
        Assert.Equal(title, (Whole with { Situation = situation }).Title);

    private static EvidencePiece Draft(EvidenceText text)
    {
        var evidence = new EvidencePiece(Guid.NewGuid(), Guid.NewGuid(), Monday);
        evidence.SaveDraft(text, Monday);
        return evidence;
    }
}
