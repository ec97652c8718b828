namespace LearningBuddy.XApi.Profile;

/// <summary>Ids of the activities that readers ask for by name. One id means one thing for ever.</summary>
public static class ActivityIris
{
    /// <summary>Everything that the tool names itself begins with this.</summary>
    /// <param name="toolBase">The tool's public address.</param>
    public static string Root(Uri toolBase)
    {
        ArgumentNullException.ThrowIfNull(toolBase);
        return toolBase.AbsoluteUri.TrimEnd('/') + "/xapi/activities/";
    }

    /// <summary>A journey.</summary>
    public static string Journey(Uri toolBase, Guid journeyId) => Root(toolBase) + $"journeys/{journeyId:D}";

    /// <summary>A behaviour of a journey.</summary>
    public static string Behaviour(Uri toolBase, Guid journeyId, string key) =>
        Root(toolBase) + $"statements/{journeyId:D}/{Uri.EscapeDataString(key)}";

    /// <summary>A sprint of a journey.</summary>
    public static string Sprint(Uri toolBase, Guid journeyId, string key) =>
        Root(toolBase) + $"sprints/{journeyId:D}/{Uri.EscapeDataString(key)}";
}
