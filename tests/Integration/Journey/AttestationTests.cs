using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class AttestationOnSqliteTests() : AttestationTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class AttestationOnPostgresTests() : AttestationTests(onPostgres: true);

/// <summary>A buddy says what they can: I was there, we talked it through, I can't say.</summary>
public abstract class AttestationTests(bool onPostgres) : JourneyScene(onPostgres)
{
    [Theory]
    [InlineData(AttestationBasis.Present, "evidence.done-attested", "shared.attested-present", "evidence.attested")]
    [InlineData(AttestationBasis.TalkedThrough, "evidence.done-attested", "shared.attested-talked-through", "evidence.attested")]
    [InlineData(AttestationBasis.CannotSay, "evidence.done-cannot-say", "shared.attested-cannot-say", "evidence.attestation-declined")]
    public async Task What_a_buddy_says_is_told_in_words_and_only_who_vouches_is_told_on(
        AttestationBasis basis, string thanks, string told, string noted)
    {
        using var learner = await StartAsync(Learner);
        using var buddy = await PairAsync(learner);
        await WriteAndSendAsync(learner);
        await ReadAsync(buddy);
        await buddy.PressAsync("evidence.attest", ("basis", basis.ToString()), ("words", "It was a hard one."));

        AssertSays(buddy, Wording.Of(thanks));
        Assert.Null(buddy.Page.QuerySelector("button[data-text='evidence.attest']"));
        await learner.GoAsync(Piece());
        AssertSays(learner, Wording.Of(told));
        AssertSays(learner, "It was a hard one.");
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/reviews");
        await teacher.FollowAsync("shared.review");
        AssertSays(teacher, Wording.Of(told));

        var said = Stage.Look(db => db.Attestations.Single());
        Assert.Equal((basis, "It was a hard one."), (said.Basis, said.Words));
        var happened = Stage.Look(db => db.Events.Single(row => row.Name == "evidence.attested" || row.Name == "evidence.attestation-declined"));
        Assert.Equal(noted, happened.Name);
        Assert.Equal(
            basis != AttestationBasis.CannotSay,
            Stage.Look(db => db.Deliveries.Any(row => row.Kind == DeliveryKind.Statement && row.EventId == happened.Id)));
        Assert.Equal(basis != AttestationBasis.CannotSay, Stage.Look(db => db.Messages.Any(row => row.Kind == "evidence.attested")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("7")]
    [InlineData("Perhaps")]
    public async Task Without_a_choice_it_is_asked_again_and_nothing_typed_is_lost(string? choice)
    {
        using var learner = await StartAsync(Learner);
        using var buddy = await PairAsync(learner);
        await WriteAndSendAsync(learner);
        await ReadAsync(buddy);
        var words = "حضرت الاجتماع، & 100 % <so>. " + string.Concat(Enumerable.Range(0, 1900).Select(n => (char)(0x4E00 + (n * n * 31 % 20_000))));

        await buddy.PressAsync("evidence.attest", choice is null ? [("words", words)] : [("basis", choice), ("words", words)]);

        Assert.Equal(Wording.Of("evidence.attest-unchosen"), Squeeze(buddy.Page.QuerySelector("#basis-fault")!.TextContent));
        Assert.Equal("basis-fault", buddy.Page.QuerySelector("#basis")!.GetAttribute("aria-describedby"));
        Assert.Equal(words, buddy.Page.QuerySelector("#words")!.TextContent);
        Assert.DoesNotContain("الاجتماع", Uri.UnescapeDataString(buddy.Address.ToString()), StringComparison.Ordinal);
        Assert.Equal(0, Stage.Look(db => db.Attestations.Count()));

        await buddy.PressAsync("evidence.attest", ("basis", "Present"));
        Assert.Equal(words, Stage.Look(db => db.Attestations.Single()).Words);
    }

    [Fact]
    public async Task Who_cannot_say_is_asked_again_about_the_next_version_alone()
    {
        using var learner = await StartAsync(Learner);
        using var buddy = await PairAsync(learner);
        await WriteAndSendAsync(learner);
        var piece = Piece();
        await ReadAsync(buddy);
        await buddy.PressAsync("evidence.attest", ("basis", "CannotSay"));
        await buddy.PostAsync(piece + "&handler=Attest", ("basis", "Present"));
        Assert.Equal(AttestationBasis.CannotSay, Stage.Look(db => db.Attestations.Single()).Basis);

        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.return", level: "1");
        await learner.GoAsync(piece.Replace("show", "write", StringComparison.Ordinal));
        await learner.PressAsync("evidence.send", ("Outcome", "This time they all spoke."));

        await buddy.GoAsync(piece);
        await buddy.PressAsync("evidence.attest", ("basis", "Present"));
        Assert.Equal([1, 2], Stage.Look(db => db.Attestations.Select(said => said.Revision).Order().ToArray()));
    }

    [Fact]
    public async Task Talking_it_through_certifies_where_the_rule_says_so_and_nowhere_else()
    {
        using var learner = await StartAsync(Learner);
        using var buddy = await PairAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await WriteAndSendAsync(learner, ("AppliedOn", "2026-11-02"));
        await ReadAsync(buddy);
        await buddy.PressAsync("evidence.attest", ("basis", "TalkedThrough"));
        await ReviewAsync(teacher, "reviews.confirm", level: "2");
        await WriteAndSendAsync(learner, ("AppliedOn", "2026-11-09"));
        await ReviewAsync(teacher, "reviews.confirm", level: "2");

        Assert.Equal(0, Certified());
        await learner.GoAsync("/today");
        AssertSays(learner, Wording.Of("shared.other-eyes"));

        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.all");
        await teacher.PressAsync("setup.save", ("certification.CountsTalkedThrough", "true"));
        await Stage.SendAsync();

        Assert.Equal(1, Certified());
        await learner.GoAsync("/grades/mine");
        AssertSays(learner, Wording.Of("shared.other-eyes-or-talk"));
    }

    private async Task<Visitor> PairAsync(Visitor learner)
    {
        await ComeInAsync(Buddy);
        await learner.AskAsync(PersonId(Buddy));
        var buddy = await Room.OpenAsync(Buddy);
        await buddy.GoAsync("/buddies");
        await buddy.PressAsync("buddies.accept");
        return buddy;
    }

    private static async Task ReadAsync(Visitor buddy)
    {
        await buddy.GoAsync("/buddies");
        await buddy.FollowAsync("buddies.read");
    }

    private string Piece() =>
        $"/evidence/show?id={Stage.Look(db => db.Evidence.OrderBy(piece => piece.Id).Last().Id)}";

    private int Certified() => Stage.Look(db => db.Events.Count(row => row.Name == "certification.reached"));

    private static void AssertSays(Visitor page, string words) => Assert.Contains(words, Squeeze(page.Text), StringComparison.Ordinal);
}
