using System.Net;
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

        if (options.Guests.KeepDays is < 1 or > 3650)
        {
            faults.Add("LearningBuddy:Guests:KeepDays lies between 1 and 3650.");
        }

        if (options.Push.Subject is { Length: > 0 } subject
            && !(Uri.TryCreate(subject, UriKind.Absolute, out var address) && address.Scheme is "mailto" or "https"))
        {
            faults.Add("LearningBuddy:Push:Subject is where whoever runs the tool can be reached, e.g. mailto:admin@buddy.example.");
        }

        faults.AddRange(options.TrustedProxies
            .Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _))
            .Select(proxy => $"LearningBuddy:TrustedProxies holds addresses or networks such as 10.1.0.0/16; {proxy} is none."));
        faults.AddRange(LrsSettingsCheck.Faults(options.Lrs));
        faults.AddRange(MailSettingsCheck.Faults(options.Mail, permitsPlain: options.AllowInsecureHttp));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
