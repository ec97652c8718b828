using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>What lies ahead of a person, and what is needed to say it.</summary>
/// <param name="Person">Who.</param>
/// <param name="TimeZone">IANA name of the zone they chose, else that of the launch, or null.</param>
/// <param name="Journeys">The designs of their journeys.</param>
internal sealed record PersonDates(Person Person, string? TimeZone, IReadOnlyDictionary<Guid, JourneyDesign> Journeys)
{
    /// <summary>What lies ahead, the earliest first.</summary>
    public IReadOnlyList<Upcoming> All { get; init; } = [];

    /// <summary>The names of those who have part in it.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    /// <summary>The language they read.</summary>
    public string? Language => Doors.SessionLanguage.Chosen(Person.ChosenLanguage, Person.Locale);

    /// <summary>The zone of something: the person's, else the journey's, else UTC.</summary>
    public TimeZoneInfo ZoneOf(Upcoming one) => LearnerReader.ZoneOf(TimeZone, Journeys.GetValueOrDefault(one.JourneyId));

    /// <summary>The day on which something is for the person.</summary>
    public DateOnly DayOf(Upcoming one) => one.DayIn(ZoneOf(one));
}
