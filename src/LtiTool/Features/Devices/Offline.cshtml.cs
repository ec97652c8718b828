namespace LearningBuddy.LtiTool.Features.Devices;

/// <summary>What a device shows in place of a page it never had, while there is no connection.</summary>
internal sealed class OfflineModel : DevicePage;
