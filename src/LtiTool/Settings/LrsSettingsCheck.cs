namespace LearningBuddy.LtiTool.Settings;

/// <summary>What attributes can't say about the settings of record stores.</summary>
internal static class LrsSettingsCheck
{
    /// <summary>What is wrong, one sentence each.</summary>
    public static IEnumerable<string> Faults(LrsOptions options) =>
    [
        .. options.Credentials
            .Where(credential => credential.Key.Length == 0 || credential.Secret.Length == 0)
            .Select(_ => "LearningBuddy:Lrs:Credentials: each needs a Key and a Secret."),
        .. options.Destinations.SelectMany(destination => Connection(destination, "Destinations").Concat(Destination(destination))),
        .. options.Sources.SelectMany(source => Connection(source, "Sources")),
        .. Twice(options.Destinations, "Destinations"),
        .. Twice(options.Sources, "Sources"),
    ];

    private static IEnumerable<string> Connection(LrsConnectionOptions store, string list)
    {
        if (store.Name.Length == 0 || !store.Name.All(char.IsLetterOrDigit))
        {
            yield return $"LearningBuddy:Lrs:{list}: each needs a Name of letters and digits.";
        }

        if (store.Endpoint is not { IsAbsoluteUri: true })
        {
            yield return $"LearningBuddy:Lrs:{list}:{store.Name}: the Endpoint is an address such as https://lrs.example/xapi/.";
        }

        if (store.Version is not ("1.0.3" or "2.0.0"))
        {
            yield return $"LearningBuddy:Lrs:{list}:{store.Name}: the Version is 1.0.3 or 2.0.0.";
        }
    }

    private static IEnumerable<string> Destination(LrsDestinationOptions destination)
    {
        if (destination.Actor is not ("account" or "pseudonym" or "mbox"))
        {
            yield return $"LearningBuddy:Lrs:Destinations:{destination.Name}: the Actor is account, pseudonym or mbox.";
        }

        if (destination.Forward && (destination.Actor != "account" || !destination.IncludeText))
        {
            yield return $"LearningBuddy:Lrs:Destinations:{destination.Name}: Forward needs Actor=account and IncludeText=true, "
                + "since others' statements leave as they came.";
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<LrsConnectionOptions> stores, string list) => stores
        .CountBy(store => store.Name, StringComparer.OrdinalIgnoreCase)
        .Where(name => name.Value > 1)
        .Select(name => $"LearningBuddy:Lrs:{list}: two of them have the Name {name.Key}.");
}
