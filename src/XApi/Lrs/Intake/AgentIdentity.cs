using System.Text.Json;

namespace LearningBuddy.XApi.Lrs.Intake;

/// <summary>The inverse functional identifier of an agent or group as one text: two agents are one person when it is equal.</summary>
internal static class AgentIdentity
{
    /// <summary>Null for a group without identifier.</summary>
    /// <param name="actor">A valid agent or group.</param>
    public static string? Of(JsonElement actor)
    {
        foreach (var property in actor.EnumerateObject())
        {
            switch (property.Name)
            {
                case "mbox":
                    return "mbox " + WithLowerCaseDomain(property.Value.GetString()!);
                case "mbox_sha1sum":
                    return "sha1 " + property.Value.GetString()!.ToLowerInvariant();
                case "openid":
                    return "openid " + property.Value.GetString();
                case "account":
                    // A line break cannot stand in an IRL, so the two parts cannot run into each other.
                    return $"account {property.Value.GetProperty("homePage").GetString()}\n"
                        + property.Value.GetProperty("name").GetString();
            }
        }

        return null;
    }

    /// <summary>The identities of the members of a group; none for an agent.</summary>
    public static IEnumerable<string> OfMembers(JsonElement actor)
    {
        if (!actor.TryGetProperty("member", out var members))
        {
            yield break;
        }

        foreach (var member in members.EnumerateArray())
        {
            if (Of(member) is { } identity)
            {
                yield return identity;
            }
        }
    }

    private static string WithLowerCaseDomain(string mailbox)
    {
        var at = mailbox.LastIndexOf('@');
        return string.Concat(mailbox.AsSpan(0, at), mailbox[at..].ToLowerInvariant());
    }
}
