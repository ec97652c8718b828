using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>How long something takes, in hours and minutes.</summary>
internal static class DurationText
{
    private const int Hour = 60;

    /// <summary>Such as <c>2 h 30 min</c>.</summary>
    public static LocalizedText Of(Localizer texts, int minutes) =>
        minutes < Hour ? texts["setup.minutes", minutes]
        : minutes % Hour == 0 ? texts["setup.hours", minutes / Hour]
        : texts["setup.hours-minutes", minutes / Hour, minutes % Hour];
}
