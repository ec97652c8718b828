using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Features.Certification;

/// <summary>The rule of certification in the set-up.</summary>
public sealed class CertificationSectionForm() : SectionForm<CertificationSection>("certification")
{
    /// <summary>Confirmed situations needed.</summary>
    public int Situations { get; set; }

    /// <summary>Different days needed.</summary>
    public int Dates { get; set; }

    /// <summary>Whether a buddy must have seen one.</summary>
    public bool OtherEyes { get; set; }

    /// <summary>Whether it is enough that they talked it through.</summary>
    public bool CountsTalkedThrough { get; set; }

    /// <inheritdoc />
    protected override CertificationSection Default(JourneyDesign design) => new();

    /// <inheritdoc />
    protected override void Fill(CertificationSection section) =>
        (Situations, Dates, OtherEyes, CountsTalkedThrough) =
            (section.Situations, section.Dates, section.OtherEyes, section.CountsTalkedThrough);

    /// <inheritdoc />
    protected override CertificationSection Over(CertificationSection before, JourneyDesign design) =>
        before with { Situations = Situations, Dates = Dates, OtherEyes = OtherEyes, CountsTalkedThrough = CountsTalkedThrough };
}
