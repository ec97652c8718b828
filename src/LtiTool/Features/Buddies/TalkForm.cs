namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>A form of a talk after a try that could not be kept.</summary>
public sealed class TalkForm
{
    /// <summary>Stands for a field without a time.</summary>
    public const string Empty = "-";

    /// <summary>Why, or null.</summary>
    public TalkFault? Fault { get; set; }

    /// <summary>The times that were typed; <see cref="Empty"/> for a field without one: an address leaves out what is empty.</summary>
    public string?[]? Time { get; set; }

    /// <summary>Typed times as an address holds them.</summary>
    public static string[] AllOf(IEnumerable<string?> typed) => [.. typed.Select(time => string.IsNullOrEmpty(time) ? Empty : time)];

    /// <summary>What was typed into a field, or null.</summary>
    public string? TimeAt(int place) => Time?.ElementAtOrDefault(place) is { } typed && typed != Empty ? typed : null;
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
