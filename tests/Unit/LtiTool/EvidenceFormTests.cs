using LearningBuddy.LtiTool.Features.Evidence;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class EvidenceFormTests
{
    private static readonly JourneyDesign Design = new() { TemplateId = "t", Title = "T", Behaviours = [new("one", "Do it")] };

    /// <summary>Cut, an address would lead elsewhere.</summary>
    [Fact]
    public void An_address_of_three_megabytes_is_left_out_and_said_and_the_others_stay()
    {
        var form = new EvidenceForm { Links = $"https://a.example/1\nhttps://b.example/{new string('x', 3_000_000)}\nhttps://c.example/3" };

        Assert.True(form.IsTooLong);
        Assert.Equal(["https://a.example/1", "https://c.example/3"], form.ToText(Design, new EvidenceText()).Links);
    }

    [Fact]
    public void An_address_of_two_thousand_characters_stays_whole()
    {
        var address = "https://a.example/" + new string('x', 2000 - 18);
        var form = new EvidenceForm { Links = address };

        Assert.False(form.IsTooLong);
        Assert.Equal([address], form.ToText(Design, new EvidenceText()).Links);
    }
}
