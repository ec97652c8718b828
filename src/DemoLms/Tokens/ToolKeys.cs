using LearningBuddy.DemoLms.Registration;
using Microsoft.IdentityModel.Tokens;

namespace LearningBuddy.DemoLms.Tokens;

/// <summary>Fetches the tool's public keys from where it registered them.</summary>
internal sealed class ToolKeys(IHttpClientFactory clients)
{
    /// <returns>No keys when the tool's key set can't be fetched or read.</returns>
    public async Task<IReadOnlyList<SecurityKey>> FetchAsync(ToolRegistration tool, CancellationToken ct)
    {
        try
        {
            using var client = clients.CreateClient(ToolRegistrar.ClientName);
            var keySet = new JsonWebKeySet(await client.GetStringAsync(new Uri(tool.JwksUri), ct));
            // Both LMSs ignore keys that don't say what they are for.
            return [.. keySet.Keys.Where(k => k is { Kty: "RSA", Alg: "RS256" })];
        }
        catch (Exception exception) when (exception is HttpRequestException or ArgumentException or System.Text.Json.JsonException)
        {
            return [];
        }
    }
}
