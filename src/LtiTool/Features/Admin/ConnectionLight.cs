namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>One thing that has to work between an LMS and this tool, and what is known of it.</summary>
/// <param name="Name">The id of what it is called.</param>
/// <param name="State">How it is.</param>
/// <param name="Text">The id of a sentence about it.</param>
/// <param name="Arguments">What the sentence shows.</param>
public sealed record ConnectionLight(string Name, LightState State, string Text, params object?[] Arguments)
{
    /// <summary>When that was seen, UTC, or null.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>What the platform said where it refused, in its own words, or null.</summary>
    public string? Words { get; init; }
}

/// <summary>How something is.</summary>
public enum LightState
{
    /// <summary>It was seen to work.</summary>
    Works,

    /// <summary>Nothing was seen of it yet.</summary>
    NotSeen,

    /// <summary>It was seen to fail.</summary>
    Fails,
}
