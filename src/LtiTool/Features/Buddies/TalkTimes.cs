using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>Says when the two meet, on both their clocks.</summary>
internal sealed class TalkTimes(DateText dates, Localizer texts, CurrentSession me)
{
    /// <summary>The day and the hour of a talk, as it stands within a sentence.</summary>
    public string Here(DateTimeOffset at) => texts.Plain("buddies.moment", dates.Day(at), dates.Time(at));

    /// <summary>The same moment where the other is; null where their clock shows the same, or isn't known.</summary>
    /// <param name="at">UTC.</param>
    /// <param name="zone">The other's time zone, or null.</param>
    /// <param name="name">The other's name.</param>
    public LocalizedText? There(DateTimeOffset at, TimeZoneInfo? zone, string name)
    {
        if (zone is null || zone.GetUtcOffset(at) == me.Zone.GetUtcOffset(at))
        {
            return null;
        }

        var there = TimeZoneInfo.ConvertTime(at, zone);
        var time = texts.InDigits(there.ToString("t", texts.Culture));
        return DateOnly.FromDateTime(there.DateTime) == me.DayOf(at)
            ? texts["buddies.moment-there", time, name]
            : texts["buddies.moment-there-on", dates.Day(DateOnly.FromDateTime(there.DateTime)), time, name];
    }
}
