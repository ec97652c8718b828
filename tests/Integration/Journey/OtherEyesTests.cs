using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Reviews;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>A journey without learning buddies in which somebody else must have seen a situation: somebody from outside is asked.</summary>
public sealed class OtherEyesTests() : GuestScene(onPostgres: false)
{
    [Fact]
    public async Task Today_leads_to_where_somebody_is_asked_and_their_word_certifies()
    {
        using var teacher = await ConfirmOneAsync();
        using var learner = await Room.OpenAsync(Learner);
        await learner.GoAsync("/today");
        await learner.FollowAsync("certification.go-and-ask");
        Assert.Equal("#witness", learner.Address.Fragment);
        await learner.PressAsync("evidence.witness-send", ("address", RuthsAddress), ("message", Words));
        await Stage.SendAsync();
        Assert.Equal(0, Certified());

        using var ruth = await SayYesAsync();
        await ruth.GoAsync($"/evidence/show?id={Stage.Look(db => db.Evidence.Single().Id)}");
        await ruth.PressAsync("evidence.attest", ("basis", "Present"), ("words", "I was in the room."));
        Assert.Equal(1, Certified());
    }

    private protected override Func<JourneyDesign, JourneyDesign> Change => design => design.FindBehaviour("quiet-voices") is not { } only ? design : design with
    {
        Competencies = [],
        Behaviours = [only with { CompetencyId = null }],
        Sections = DesignSections.Of(
            [design.Find<EvidenceSection>()!, design.Find<ReviewsSection>()!, new CertificationSection(Situations: 1, Dates: 1)]),
    };

    private int Certified() => Stage.Look(db => db.Events.Count(row => row.Name == "certification.reached"));
}
