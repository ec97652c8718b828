namespace LearningBuddy.Shared.Core;

/// <summary>Time that a part of a journey asks of somebody, for one learner from beginning to end.</summary>
/// <param name="By">Whose time.</param>
/// <param name="Kind">How it is spent.</param>
/// <param name="Minutes">At least 0.</param>
public sealed record Effort(EffortBy By, EffortKind Kind, int Minutes);

/// <summary>Whose time something takes.</summary>
public enum EffortBy
{
    /// <summary>The learner's.</summary>
    Learner,

    /// <summary>The learning buddy's.</summary>
    Buddy,

    /// <summary>Of whoever facilitates.</summary>
    Facilitator,
}

/// <summary>How time is spent.</summary>
public enum EffortKind
{
    /// <summary>Alone, reading or writing.</summary>
    Alone,

    /// <summary>At work, trying it.</summary>
    AtWork,

    /// <summary>With another person.</summary>
    WithPeople,
}

/// <summary>What a theme asks of people; nothing where it is off. Pure.</summary>
public delegate IEnumerable<Effort> EffortRule(JourneyDesign design);

/// <summary>The human time a design asks for, as a plan: from the counts of the design and usual minutes each.</summary>
public sealed class TimeBudget
{
    private readonly List<Effort> efforts;

    private TimeBudget(List<Effort> efforts) => this.efforts = efforts;

    /// <summary>Adds up what the themes that are switched on ask for.</summary>
    public static TimeBudget Of(JourneyDesign design) =>
        new([.. Themes.All.Where(theme => theme.Effort is not null && theme.IsOn(design)).SelectMany(theme => theme.Effort!(design))]);

    /// <summary>Minutes of one of them for one learner.</summary>
    public int Of(EffortBy by) => efforts.Where(effort => effort.By == by).Sum(effort => effort.Minutes);

    /// <summary>How a learner's minutes are spent; kinds without any are left out.</summary>
    public IReadOnlyList<(EffortKind Kind, int Minutes)> Mix =>
    [
        .. efforts.Where(effort => effort.By == EffortBy.Learner && effort.Minutes > 0)
            .GroupBy(effort => effort.Kind).OrderBy(kind => kind.Key)
            .Select(kind => (kind.Key, kind.Sum(effort => effort.Minutes))),
    ];
}
