using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>What somebody outside the course was asked, and how it stands now.</summary>
/// <param name="Scope">What it opens.</param>
/// <param name="State">How it stands.</param>
/// <param name="Learner">Who asks.</param>
/// <param name="Design">The journey's design.</param>
internal sealed record GuestAsk(GuestScope Scope, GuestAskState State, AskingLearner Learner, JourneyDesign Design)
{
    /// <summary>What the guest reads about it.</summary>
    public required GuestTexts Texts { get; init; }

    /// <summary>Whether the guest reads evidence of the learner at all.</summary>
    public bool SharesEvidence { get; init; } = true;

    /// <summary>The one piece of evidence it is about; null where it is about everything that the learner sends.</summary>
    public Guid? EvidenceId { get; init; }

    /// <summary>What who asks wrote, or empty.</summary>
    public string Words { get; init; } = "";

    /// <summary>The address that was asked, in lower case; null once it is settled.</summary>
    public string? Address { get; init; }

    /// <summary>Whether mail to the address was refused for good.</summary>
    public bool IsAddressRefused { get; init; }

    /// <summary>Until when an answer helps, UTC.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>Whether it was brought up again.</summary>
    public bool IsReminded { get; init; }

    /// <summary>Stands for the guest until they say who they are.</summary>
    public Guid GuestId { get; init; }
}

/// <summary>The learner who asks.</summary>
/// <param name="ParticipationId">The learner's participation.</param>
/// <param name="PersonId">Who.</param>
/// <param name="Name">What others see.</param>
internal sealed record AskingLearner(Guid ParticipationId, Guid PersonId, string Name);

/// <summary>How it stands.</summary>
internal enum GuestAskState
{
    /// <summary>Waits for an answer.</summary>
    Open,

    /// <summary>The guest said yes, and it goes on.</summary>
    Accepted,

    /// <summary>The guest said no.</summary>
    Declined,

    /// <summary>Taken back, run out, or ended.</summary>
    Over,
}
