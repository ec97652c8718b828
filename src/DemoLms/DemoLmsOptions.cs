namespace LearningBuddy.DemoLms;

/// <summary>Settings of the demo LMS. Section <c>DemoLms</c>.</summary>
public sealed class DemoLmsOptions
{
    public const string Section = "DemoLms";

    /// <value>The tool's address.</value>
    public string ToolUrl { get; init; } = "http://localhost:5080";

    /// <value>The address of this host as browsers see it; null takes the one it listens on.</value>
    public string? PublicUrl { get; init; }

    /// <value>Whether the tool is asked to register at every school when the host starts.</value>
    public bool RegisterAtStart { get; init; } = true;

    /// <value>The release of Moodle that is played: <c>4.5</c> or <c>4.2</c>.</value>
    public string MoodleRelease { get; init; } = "4.5";

    /// <value>
    /// The folder the tool puts its mails into instead of sending them (its <c>LearningBuddy:Mail:PickupDirectory</c>); null for none.
    /// </value>
    public string? MailFolder { get; init; }

    /// <value>
    /// The number before the first activity; null picks a fresh range at each start, since this host forgets everything
    /// and a tool that remembers would take a reused number for the old activity.
    /// </value>
    public int? FirstNumber { get; init; }
}
