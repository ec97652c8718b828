namespace LearningBuddy.Shared.Core;

/// <summary>What a design must hold to, whoever wrote it: a form, a template file or a deep link of last year.</summary>
public static class DesignRules
{
    /// <summary>The longest title.</summary>
    public const int LongestTitle = 120;

    /// <summary>Most behaviours that are practised in one journey.</summary>
    public const int MostBehaviours = 40;

    /// <summary>Most competencies of one journey.</summary>
    public const int MostCompetencies = 12;

    /// <summary>The first year that a journey may have a day in.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last one: far from where a day of some time zone is no date any more.</summary>
    public const int LastYear = 2199;

    /// <summary>
    /// Lists what is wrong; empty when all is well. Paths are those of the design's JSON, so that both form and file can point at the
    /// place.
    /// </summary>
    public static IReadOnlyList<DesignFault> Check(JourneyDesign design) =>
        [.. Title(design), .. Competencies(design), .. Behaviours(design), .. Dates(design), .. Sections(design)];

    private static IEnumerable<DesignFault> Sections(JourneyDesign design) =>
        design.Sections.All.SelectMany(section => section.Check(design));

    private static IEnumerable<DesignFault> Title(JourneyDesign design)
    {
        if (string.IsNullOrWhiteSpace(design.Title))
        {
            yield return new("title", "title-missing");
        }
        else if (design.Title.Length > LongestTitle)
        {
            yield return new("title", "title-too-long", LongestTitle);
        }
    }

    private static IEnumerable<DesignFault> Competencies(JourneyDesign design)
    {
        var known = design.Competencies;
        if (known.Count > MostCompetencies || known.DistinctBy(competency => competency.Id).Count() != known.Count)
        {
            yield return new("competencies", "competencies-count", MostCompetencies);
        }

        if (known.Any(competency => string.IsNullOrWhiteSpace(competency.Name) || competency.Name.Length > Competency.LongestName))
        {
            yield return new("competencies", "competency-name", Competency.LongestName);
        }

        if (design.Behaviours.FirstOrDefault(one => one.CompetencyId is { } id && design.FindCompetency(id) is null) is { } lost)
        {
            yield return new("behaviours", "behaviour-competency", lost.Id, lost.CompetencyId!);
        }
    }

    private static IEnumerable<DesignFault> Behaviours(JourneyDesign design)
    {
        if (design.ActiveBehaviours.Count() is 0 or > MostBehaviours)
        {
            yield return new("behaviours", "behaviours-count", MostBehaviours);
        }

        if (design.Behaviours.Any(behaviour => string.IsNullOrWhiteSpace(behaviour.Statement)))
        {
            yield return new("behaviours", "behaviour-without-words");
        }

        if (design.Behaviours.DistinctBy(behaviour => behaviour.Id).Count() != design.Behaviours.Count)
        {
            yield return new("behaviours", "behaviour-key-twice");
        }
    }

    /// <summary>A year is no amount: in no language do its digits form groups.</summary>
    private static string Year(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsOutside(DateOnly? day) => day?.Year is < FirstYear or > LastYear;

    private static IEnumerable<DesignFault> Dates(JourneyDesign design)
    {
        if (IsOutside(design.StartsOn))
        {
            yield return new("startsOn", "years", Year(FirstYear), Year(LastYear));
        }

        if (IsOutside(design.EndsOn))
        {
            yield return new("endsOn", "years", Year(FirstYear), Year(LastYear));
        }

        if (design.EndsOn < design.StartsOn)
        {
            yield return new("endsOn", "ends-before-start");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(design.TimeZone, out _))
        {
            yield return new("timeZone", "time-zone");
        }
    }
}

/// <summary>One thing that is wrong with a design.</summary>
/// <param name="Path">Where, as in the design's JSON.</param>
/// <param name="Code">What: names the sentence that tells people what to do about it.</param>
/// <param name="Args">What goes into the sentence.</param>
public sealed record DesignFault(string Path, string Code, params IReadOnlyList<object> Args);
