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

    /// <summary>Days without a word after which the learner is offered other ways.</summary>
    public int SilentAfterDays { get; set; }

    /// <summary>Whether a journey can be finished without a buddy.</summary>
    public bool CanFinishWithout { get; set; }

    /// <summary>Questions for the first talk, one a line.</summary>
    public string FirstPrompts { get; set; } = "";

    /// <summary>Questions for the second talk, one a line.</summary>
    public string SecondPrompts { get; set; } = "";

    /// <summary>Questions for the third talk, one a line.</summary>
    public string ThirdPrompts { get; set; } = "";

    /// <inheritdoc />
    protected override BuddiesSection Default(JourneyDesign design) => new();

    /// <inheritdoc />
    protected override void Fill(BuddiesSection section)
    {
        (Capacity, RemindAfterDays, ExpireAfterDays, OffersStaff) =
            (section.Capacity, section.RemindAfterDays, section.ExpireAfterDays, section.OffersStaff);
        (SilentAfterDays, CanFinishWithout) = (section.SilentAfterDays, section.CanFinishWithout);
        (FirstPrompts, SecondPrompts, ThirdPrompts) = section.Prompts;
    }

    /// <inheritdoc />
    protected override BuddiesSection Over(BuddiesSection before, JourneyDesign design) =>
        new(Capacity, RemindAfterDays, ExpireAfterDays, OffersStaff)
        {
            SilentAfterDays = SilentAfterDays,
            CanFinishWithout = CanFinishWithout,
            Prompts = new(Lines(FirstPrompts), Lines(SecondPrompts), Lines(ThirdPrompts)),
        };

    private static string Lines(string? typed) => CleanText.Of(typed).Trim();
}
