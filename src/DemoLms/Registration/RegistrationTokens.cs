using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Registration;

/// <summary>One-time tokens for dynamic registration, an hour long. A failed attempt doesn't use one up.</summary>
internal sealed class RegistrationTokens(DemoWorld world)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, Entry> entries = new();

    /// <summary>A token that registers the tool at a school under the client id it will get.</summary>
    public string Issue(School school, string clientId)
    {
        var now = world.Clock.GetUtcNow();
        var token = school.Platform.Keys.Sign(new JsonObject
        {
            ["sub"] = clientId,
            ["scope"] = school.Tool is null ? "reg" : "reg-update",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
        });
        entries[token] = new Entry(school, clientId, now + Lifetime, IsUsed: false);
        return token;
    }

    public RegistrationTokenCheck Check(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return new RegistrationTokenCheck.Missing();
        if (!entries.TryGetValue(token, out var entry) || entry.ExpiresAt <= world.Clock.GetUtcNow())
            return new RegistrationTokenCheck.Invalid();
        return entry.IsUsed ? new RegistrationTokenCheck.AlreadyUsed() : new RegistrationTokenCheck.Good(entry.School, entry.ClientId);
    }

    /// <summary>Uses a token up.</summary>
    /// <returns>False when another request did so first.</returns>
    public bool Use(string token) =>
        entries.TryGetValue(token, out var entry) && !entry.IsUsed && entries.TryUpdate(token, entry with { IsUsed = true }, entry);

    private sealed record Entry(School School, string ClientId, DateTimeOffset ExpiresAt, bool IsUsed);
}

/// <summary>What a registration token turned out to be.</summary>
internal abstract record RegistrationTokenCheck
{
    private RegistrationTokenCheck()
    {
    }

    public sealed record Good(School School, string ClientId) : RegistrationTokenCheck;

    public sealed record Missing : RegistrationTokenCheck;

    public sealed record Invalid : RegistrationTokenCheck;

    public sealed record AlreadyUsed : RegistrationTokenCheck;
}
