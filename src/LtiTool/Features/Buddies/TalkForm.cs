namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>A form of a talk after a try that could not be kept.</summary>
public sealed class TalkForm
{
    /// <summary>Why, or null.</summary>
    public TalkFault? Fault { get; set; }

    /// <summary>What was typed.</summary>
    public string? Place { get; set; }

    /// <summary>What was typed.</summary>
    public string? When { get; set; }

    /// <summary>What was typed.</summary>
    public string? Will { get; set; }

    /// <summary>What was typed.</summary>
    public string?[]? Time { get; set; }
}

/// <summary>Why something about a talk was not kept.</summary>
public enum TalkFault
{
    /// <summary>None of the times lies ahead.</summary>
    Times,

    /// <summary>Somebody was faster, or the time is over.</summary>
    Late,

    /// <summary>Nothing was written.</summary>
    Nothing,

    /// <summary>A half of the plan is missing.</summary>
    Plan,
}
