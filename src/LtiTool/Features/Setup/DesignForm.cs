using System.Globalization;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>The fields of the set-up that belong to no theme, as they were typed.</summary>
public sealed class DesignForm
{
    /// <summary>The section whose fields these are; null for all.</summary>
    public string? Part { get; set; }

    /// <summary>Title.</summary>
    public string? Title { get; set; }

    /// <summary>What it is for.</summary>
    public string? Summary { get; set; }

    /// <summary>Behaviours, in order; a row without a statement is left out.</summary>
    public IList<BehaviourRow> Behaviours { get; init; } = [];

    /// <summary>Competencies that people need for what comes next, by name; the others are for what they do now.</summary>
    public IList<string> NextRole { get; init; } = [];

    /// <summary>First day, as a date input writes it.</summary>
    public string? StartsOn { get; set; }

    /// <summary>Last day.</summary>
    public string? EndsOn { get; set; }

    /// <summary>IANA time zone.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Language tag of the texts; null leaves it as it is.</summary>
    public string? Language { get; set; }

    /// <summary>Whether people see those of their own group only.</summary>
    public bool KeepsGroups { get; set; }

    /// <summary>Whether people may have mail sent to the address that the LMS told.</summary>
    public bool AllowsLmsAddress { get; set; }

    /// <summary>Whether learners may ask people from outside the course.</summary>
    public bool AllowsGuests { get; set; }

    /// <summary>Whether learners are addressed as friends are.</summary>
    public bool IsInformal { get; set; }

    /// <summary>What was typed, over what is not in the form.</summary>
    /// <param name="before">The design.</param>
    /// <param name="part">Which fields were in it.</param>
    public JourneyDesign Over(JourneyDesign before, DesignPart part)
    {
        var basics = part.Shows(DesignPart.Basics.Name) ? BasicsOver(before) : before;
        return part.Shows(DesignPart.Behaviours.Name) ? BehavioursOver(basics) : basics;
    }

    private JourneyDesign BasicsOver(JourneyDesign before) => before with
    {
        Title = CleanText.Line(Title),
        Summary = CleanText.Of(Summary).Trim(),
        Language = LanguageTags.Find(Language) is { } known ? known.Name : before.Language,
        KeepsGroups = KeepsGroups,
        IsInformal = IsInformal,
        AllowsLmsAddress = AllowsLmsAddress,
        AllowsGuests = AllowsGuests,
        StartsOn = Day(StartsOn),
        EndsOn = Day(EndsOn),
        TimeZone = string.IsNullOrWhiteSpace(TimeZone) ? before.TimeZone : TimeZone.Trim(),
    };

    /// <summary>A competency is known by its name: one that is named again keeps its key, and one that nothing names is gone.</summary>
    private JourneyDesign BehavioursOver(JourneyDesign before)
    {
        var stated = Behaviours.Where(row => CleanText.IsVisible(row.Statement)).ToList();
        var competencies = stated.Select(row => row.CompetencyName).Where(CleanText.IsVisible)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => before.Competencies.FirstOrDefault(one => IsSame(one.Name, name))
                ?? new Competency(TypedKey.New("c-"), name))
            .Select(one => one with
            {
                Role = NextRole.Any(name => IsSame(one.Name, name)) ? CompetencyRole.Next : CompetencyRole.Current,
            })
            .ToList();
        return before with
        {
            Competencies = competencies,
            Behaviours = stated.ConvertAll(row => row.ToBehaviour(competencies.Find(one => IsSame(one.Name, row.CompetencyName))?.Id)),
        };
    }

    private static bool IsSame(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A behaviour as typed.</summary>
public sealed class BehaviourRow
{
    /// <summary>Its key; empty for a new one.</summary>
    public string? Id { get; set; }

    /// <summary>What a competent person does.</summary>
    public string? Statement { get; set; }

    /// <summary>How it shows.</summary>
    public string? ShownBy { get; set; }

    /// <summary>What it belongs to, by name; empty for nothing.</summary>
    public string? Competency { get; set; }

    /// <summary>The same as it is kept.</summary>
    public string CompetencyName => Cut(Competency, LearningBuddy.Shared.Core.Competency.LongestName);

    /// <summary>Keys stay once given: evidence refers to them.</summary>
    /// <param name="competencyId">Key of what it belongs to, or null.</param>
    public Behaviour ToBehaviour(string? competencyId) => new(
        string.IsNullOrWhiteSpace(Id) ? TypedKey.New("b-") : Id,
        Cut(Statement, Behaviour.LongestStatement),
        Cut(ShownBy, Behaviour.LongestShownBy),
        CompetencyId: competencyId);

    private static string Cut(string? typed, int longest) => CleanText.Cut(CleanText.Line(typed), longest);
}
