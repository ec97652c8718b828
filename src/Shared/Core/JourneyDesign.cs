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

    /// <summary>
    /// Whether learners may ask people from outside the course. Taken back, nobody is asked any more and an open question is over; who said
    /// yes stays.
    /// </summary>
    public bool AllowsGuests { get; init; } = true;

    /// <summary>Whether learners are spoken to as friends are, in the languages that tell the two apart: <em>du</em> in German.</summary>
    public bool IsInformal { get; init; }

    /// <summary>What the behaviours are grouped into; empty where they are not.</summary>
    public IReadOnlyList<Competency> Competencies { get; init; } = [];

    /// <summary>Behavioural statements: 1 to 40 that are practised, and those that were retired.</summary>
    public required IReadOnlyList<Behaviour> Behaviours { get; init; }

    /// <summary>One section for each theme that is switched on.</summary>
    public DesignSections Sections { get; init; } = DesignSections.None;

    /// <summary>
    /// What themes that are switched off had: nobody sees it, no rule asks about it, no template takes it along. Switched on again a theme
    /// is as it was. Null where none was switched off.
    /// </summary>
    public DesignSections? SwitchedOff { get; init; }

    /// <summary>The behaviours that are practised.</summary>
    [JsonIgnore]
    public IEnumerable<Behaviour> ActiveBehaviours => Behaviours.Where(behaviour => !behaviour.Retired);

    /// <summary>A theme's section, or null when the theme is switched off.</summary>
    public T? Find<T>()
        where T : class, IDesignSection => Sections.Find<T>();

    /// <summary>The same with a theme switched on, with this section.</summary>
    public JourneyDesign With(IDesignSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return this with { Sections = Sections.With(section), SwitchedOff = Resting(off => off.Without(section.GetType())) };
    }

    /// <summary>The same with a theme switched off; this section is kept for when it is switched on again.</summary>
    public JourneyDesign Without(IDesignSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return this with { Sections = Sections.Without(section.GetType()), SwitchedOff = Resting(off => off.With(section)) };
    }

    /// <summary>The section of a theme that was switched off, or null.</summary>
    public T? FindSwitchedOff<T>()
        where T : class, IDesignSection => SwitchedOff?.Find<T>();

    private DesignSections? Resting(Func<DesignSections, DesignSections> change) =>
        change(SwitchedOff ?? DesignSections.None) is { All.Count: > 0 } off ? off : null;

    /// <summary>The behaviour with this key, retired or not, or null.</summary>
    public Behaviour? FindBehaviour(string id) => Behaviours.FirstOrDefault(behaviour => behaviour.Id == id);

    /// <summary>The competency with this key, or null.</summary>
    public Competency? FindCompetency(string? id) => Competencies.FirstOrDefault(competency => competency.Id == id);
}

/// <summary>A behavioural statement: what a competent person does, and how it shows.</summary>
/// <param name="Id">Stable key within the design: lower-case letters, digits, hyphens.</param>
/// <param name="Statement">What the person does, in words that follow "I …", e.g. "draw out quiet voices".</param>
/// <param name="ShownBy">How somebody else can see it.</param>
/// <param name="Retired">True once it was taken out of the journey: it stays for those who have shown it.</param>
/// <param name="CompetencyId">Key of the competency it belongs to, or null.</param>
public sealed record Behaviour(string Id, string Statement, string ShownBy = "", bool Retired = false, string? CompetencyId = null)
{
    /// <summary>The longest statement, in characters.</summary>
    public const int LongestStatement = 200;

    /// <summary>The longest description of how it shows, in characters.</summary>
    public const int LongestShownBy = 400;
}

/// <summary>What several behaviours add up to.</summary>
/// <param name="Id">Stable key within the design: lower-case letters, digits, hyphens.</param>
/// <param name="Name">What it is called, e.g. "Virtual meetings".</param>
/// <param name="Role">Whether people need it for what they do now, or for what comes next.</param>
public sealed record Competency(string Id, string Name, CompetencyRole Role = CompetencyRole.Current)
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 80;
}

/// <summary>Which role a competency is needed for. Part of the stored format.</summary>
public enum CompetencyRole
{
    /// <summary>The one people have.</summary>
    Current,

    /// <summary>The one they prepare for.</summary>
    Next,
}
