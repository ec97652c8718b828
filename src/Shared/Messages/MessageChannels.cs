namespace LearningBuddy.Shared.Messages;

/// <summary>The ways a message reaches a person. Part of the stored format.</summary>
[Flags]
public enum MessageChannels
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The inbox inside the tool: it interrupts nobody, so it is never held back and can't be switched off.</summary>
    InApp = 1,

    /// <summary>E-mail.</summary>
    Mail = 2,

    /// <summary>Web push to a device of the person's own.</summary>
    Push = 4,
}
