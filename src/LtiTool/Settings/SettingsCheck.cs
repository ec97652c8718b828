using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Settings;

/// <summary>What attributes can't say about the settings.</summary>
internal sealed class SettingsCheck : IValidateOptions<LearningBuddyOptions>
{
    public ValidateOptionsResult Validate(string? name, LearningBuddyOptions options)
    {
        var faults = new List<string>();
        if (!options.PublicUrl.IsAbsoluteUri || options.PublicUrl.Scheme is not ("http" or "https"))
        {
            faults.Add("LearningBuddy:PublicUrl is the tool's own address, e.g. https://buddy.example.");
        }
        else if (options.PublicUrl.AbsolutePath != "/")
        {
            faults.Add("LearningBuddy:PublicUrl has no path: browsers keep the session's cookie for the whole host.");
        }

        if (options.Admin.Token is { Length: < 16 })
        {
            faults.Add("LearningBuddy:Admin:Token has at least 16 characters.");
        }

        if (options.Delivery.KeepSentDays is < 1 or > 3650)
        {
            faults.Add("LearningBuddy:Delivery:KeepSentDays lies between 1 and 3650.");
        }

        faults.AddRange(options.Lrs.Credentials
            .Where(credential => credential.Key.Length == 0 || credential.Secret.Length == 0)
            .Select(_ => "LearningBuddy:Lrs:Credentials: each needs a Key and a Secret."));
        faults.AddRange(options.Lrs.Destinations.Concat(options.Lrs.Sources).SelectMany(Check));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Check(LrsDestinationOptions destination)
    {
        if (destination.Name.Length == 0 || !destination.Name.All(char.IsLetterOrDigit))
        {
            yield return "LearningBuddy:Lrs:Destinations: each needs a Name of letters and digits.";
        }

        if (destination.Endpoint is not { IsAbsoluteUri: true })
        {
            yield return $"LearningBuddy:Lrs:Destinations:{destination.Name}: the Endpoint is an address such as https://lrs.example/xapi/.";
        }

        if (destination.Version is not ("1.0.3" or "2.0.0"))
        {
            yield return $"LearningBuddy:Lrs:Destinations:{destination.Name}: the Version is 1.0.3 or 2.0.0.";
        }

        if (destination.Actor is not ("account" or "pseudonym" or "mbox"))
        {
            yield return $"LearningBuddy:Lrs:Destinations:{destination.Name}: the Actor is account, pseudonym or mbox.";
        }
    }
}
