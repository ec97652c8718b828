namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>What one of the two does next for a talk: the main thing of its page.</summary>
public enum TalkStage
{
    /// <summary>Nothing: it waits for the other, or for its hour.</summary>
    None,

    /// <summary>Its moment has not come.</summary>
    Ahead,

    /// <summary>Offer times.</summary>
    Offer,

    /// <summary>Take one of the other's times.</summary>
    Take,

    /// <summary>Write from memory.</summary>
    Remember,

    /// <summary>Say what was understood.</summary>
    Listen,

    /// <summary>Say whether it took place.</summary>
    Claim,

    /// <summary>Decide.</summary>
    Plan,
}
