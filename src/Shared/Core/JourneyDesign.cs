using System.Text.Json.Serialization;

namespace LearningBuddy.Shared.Core;

/// <summary>
/// What a journey is made of: the learning design as an instructor set it up. Portable; holds nothing about people. Immutable: a change
/// is a new numbered version.
/// </summary>
public sealed record JourneyDesign
{
    /// <summary>The version of the JSON form that this tool writes; older ones are lifted when they are read.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Version of the JSON form.</summary>
    public int FormatVersion { get; init; } = CurrentFormat;

    /// <summary>RFC 5646 tag of the language its texts are in.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The template it was made from.</summary>
    public required string TemplateId { get; init; }

    /// <summary>What learners read first; 1 to 120 characters.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences on what this is for.</summary>
    public string Summary { get; init; } = "";

    /// <summary>First day, in the journey's time zone, or null for "open now".</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day for evidence, in the journey's time zone, or null for none. Later evidence is taken all the same.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>IANA name of the time zone dates are meant in.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>Whether people see those of their own group in the course only, where the LMS tells the groups.</summary>
    public bool KeepsGroups { get; init; }

    /// <summary>Whether people may have their mail sent to the address that the LMS told, without proving one of their own.</summary>
    public bool AllowsLmsAddress { get; init; }

    /// <summary>Whether learners are spoken to as friends are, in the languages that tell the two apart: <em>du</em> in German.</summary>
    public bool IsInformal { get; init; }

    /// <summary>Behavioural statements: 1 to 12 that are practised, and those that were retired.</summary>
    public required IReadOnlyList<Behaviour> Behaviours { get; init; }

    /// <summary>One section for each theme that is switched on.</summary>
    public DesignSections Sections { get; init; } = DesignSections.None;

    /// <summary>The behaviours that are practised.</summary>
    [JsonIgnore]
    public IEnumerable<Behaviour> ActiveBehaviours => Behaviours.Where(behaviour => !behaviour.Retired);

    /// <summary>A theme's section, or null when the theme is switched off.</summary>
    public T? Find<T>()
        where T : class, IDesignSection => Sections.Find<T>();

    /// <summary>The behaviour with this key, retired or not, or null.</summary>
    public Behaviour? FindBehaviour(string id) => Behaviours.FirstOrDefault(behaviour => behaviour.Id == id);
}

/// <summary>A behavioural statement: what a competent person does, and how it shows.</summary>
/// <param name="Id">Stable key within the design: lower-case letters, digits, hyphens.</param>
/// <param name="Statement">What the person does, in words that follow "I …", e.g. "draw out quiet voices".</param>
/// <param name="ShownBy">How somebody else can see it.</param>
/// <param name="Retired">True once it was taken out of the journey: it stays for those who have shown it.</param>
public sealed record Behaviour(string Id, string Statement, string ShownBy = "", bool Retired = false);
