namespace LearningBuddy.DemoLms.Personalities;

/// <summary>A release of Moodle that was recorded, and all in which one differs from the other.</summary>
/// <param name="Name">The release as people and the settings name it.</param>
/// <param name="Build">The release as the configuration document names it.</param>
/// <param name="Number">The same as <c>tool_platform.version</c> has it.</param>
public sealed record MoodleRelease(string Name, string Build, string Number)
{
    public static readonly MoodleRelease V45 = new("4.5", "4.5.6 (Build: 20250811)", "2024100706");

    public static readonly MoodleRelease V42 = new("4.2", "4.2.3 (Build: 20231009)", "2023042403")
    {
        StampsOnReceipt = true,
        HasLaunchContainers = true,
    };

    /// <summary>
    /// The column of a link keeps when a score arrived, not the score's own timestamp, so that a later score from before
    /// that moment is refused.
    /// </summary>
    public bool StampsOnReceipt { get; private init; }

    /// <summary>The activity form has a launch container, and an item's <c>iframe</c> or <c>window</c> chooses in it.</summary>
    public bool HasLaunchContainers { get; private init; }

    /// <summary>The release with this name in the settings.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static MoodleRelease Of(string name) => new[] { V45, V42 }.FirstOrDefault(release => release.Name == name)
        ?? throw new InvalidOperationException($"DemoLms:MoodleRelease is '{name}'; 4.5 and 4.2 are known.");
}
