using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>The learning buddy in the set-up.</summary>
public sealed class BuddiesSectionForm() : SectionForm<BuddiesSection>("buddies")
{
    /// <summary>How many learners one person supports.</summary>
    public int Capacity { get; set; }

    /// <summary>Days after which an invitation is brought up again.</summary>
    public int RemindAfterDays { get; set; }

    /// <summary>Days after which it runs out.</summary>
    public int ExpireAfterDays { get; set; }

    /// <summary>Whether staff can be asked too.</summary>
    public bool OffersStaff { get; set; }

    /// <inheritdoc />
    protected override BuddiesSection Default(JourneyDesign design) => new();

    /// <inheritdoc />
    protected override void Fill(BuddiesSection section) =>
        (Capacity, RemindAfterDays, ExpireAfterDays, OffersStaff) =
            (section.Capacity, section.RemindAfterDays, section.ExpireAfterDays, section.OffersStaff);

    /// <inheritdoc />
    protected override BuddiesSection Over(BuddiesSection before, JourneyDesign design) =>
        new(Capacity, RemindAfterDays, ExpireAfterDays, OffersStaff);
}
