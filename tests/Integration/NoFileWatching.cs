using System.Runtime.CompilerServices;

namespace LearningBuddy.Tests.Integration;

/// <summary>Hundreds of hosts in one process must not use up what the machine grants for watching files: nobody changes one here.</summary>
internal static class NoFileWatching
{
    [ModuleInitializer]
    internal static void Begin()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
    }
}
