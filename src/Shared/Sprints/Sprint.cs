using System.Text.Json.Serialization;

namespace LearningBuddy.Shared.Sprints;

/// <summary>A professional situation to learn and apply.</summary>
/// <param name="Id">Stable key within the design.</param>
/// <param name="Title">Its name.</param>
/// <param name="Minutes">How long it takes beside what its parts say; 0 when they say it all, or it is unknown.</param>
/// <param name="BehaviourIds">What it trains.</param>
public sealed record Sprint(string Id, string Title, int Minutes, IReadOnlyList<string> BehaviourIds)
{
    /// <summary>The longest title, in characters.</summary>
    public const int LongestTitle = 120;

    /// <summary>The longest situation, and the longest text of an activity, in characters.</summary>
    public const int LongestText = 1000;

    /// <summary>Most resources, and most activities, of one sprint.</summary>
    public const int MostParts = 12;

    /// <summary>Most questions of one sprint.</summary>
    public const int MostQuestions = 6;

    /// <summary>Where one meets it at work, in two or three sentences. Empty for none.</summary>
    public string Situation { get; init; } = "";

    /// <summary>What to read, watch or look through, in short pieces.</summary>
    public IReadOnlyList<SprintResource> Resources { get; init; } = [];

    /// <summary>What to do alone, with a partner and at work.</summary>
    public IReadOnlyList<SprintActivity> Activities { get; init; } = [];

    /// <summary>Questions to think about, or to bring to the learning buddy.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Keys of everything that can be ticked off, in order.</summary>
    [JsonIgnore]
    public IEnumerable<string> PartIds =>
        Resources.Select(resource => resource.Id).Concat(Activities.Select(activity => activity.Id));

    /// <summary>How long all of it takes.</summary>
    [JsonIgnore]
    public int AllMinutes => MinutesAlone + MinutesWithPeople + MinutesAtWork;

    /// <summary>How long it takes alone: what is read, and what is prepared.</summary>
    [JsonIgnore]
    public int MinutesAlone => Minutes + Resources.Sum(resource => resource.Minutes) + MinutesOf(ActivityKind.Alone);

    /// <summary>How long it takes with somebody else.</summary>
    [JsonIgnore]
    public int MinutesWithPeople => MinutesOf(ActivityKind.Partner);

    /// <summary>How long it takes at work.</summary>
    [JsonIgnore]
    public int MinutesAtWork => MinutesOf(ActivityKind.Work);

    private int MinutesOf(ActivityKind kind) => Activities.Where(activity => activity.Kind == kind).Sum(activity => activity.Minutes);
}

/// <summary>Something to read, watch or look through.</summary>
/// <param name="Id">Stable key within the design.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Minutes">How long it takes, 1 to 240.</param>
public sealed record SprintResource(string Id, string Title, int Minutes)
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 4000;

    /// <summary>The longest address.</summary>
    public const int LongestLink = 2000;

    /// <summary>What it is.</summary>
    public ResourceKind Kind { get; init; }

    /// <summary>The words themselves, where it stands in the journey: paragraphs apart by an empty line. Empty for none.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where it is: an address of the web, in the LMS or elsewhere. Empty for none.</summary>
    public string Link { get; init; } = "";
}

/// <summary>What a resource is. Part of the stored format.</summary>
public enum ResourceKind
{
    /// <summary>To read.</summary>
    Read,

    /// <summary>To watch.</summary>
    Watch,

    /// <summary>To go through point by point: each line of its text is one.</summary>
    Checklist,

    /// <summary>A file to open.</summary>
    File,
}

/// <summary>Something to do.</summary>
/// <param name="Id">Stable key within the design.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Minutes">How long it takes, 1 to 240.</param>
public sealed record SprintActivity(string Id, string Title, int Minutes)
{
    /// <summary>With whom, or where.</summary>
    public ActivityKind Kind { get; init; }

    /// <summary>What to do.</summary>
    public string Text { get; init; } = "";
}

/// <summary>With whom, or where, an activity is done. Part of the stored format.</summary>
public enum ActivityKind
{
    /// <summary>Alone.</summary>
    Alone,

    /// <summary>With a practice partner: a scenario with two roles.</summary>
    Partner,

    /// <summary>At work, in a real situation.</summary>
    Work,
}
