using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Registration;

/// <summary>Registers the tool at a school as an administrator would: opens its registration address and waits for the page.</summary>
internal sealed partial class ToolRegistrar(
    DemoWorld world, RegistrationTokens tokens, DemoLmsOptions options, IHttpClientFactory clients, ILogger<ToolRegistrar> logger)
{
    public const string ClientName = "tool";

    /// <summary>Lets the tool register itself, then activates it where it would be pending.</summary>
    /// <returns>Whether the school has an active tool now.</returns>
    /// <exception cref="HttpRequestException">The tool can't be reached.</exception>
    public async Task<bool> RegisterAsync(School school, CancellationToken ct)
    {
        var token = tokens.Issue(school, school.Tool?.ClientId ?? ClientIdOf(school));
        using var client = clients.CreateClient(ClientName);
        using var answer = await client.GetAsync(new Uri(RegistrationUrl(school, token)), ct);
        if (school.Tool is null)
        {
            Log.NotRegistered(logger, school.Slug, (int)answer.StatusCode);
            return false;
        }

        Activate(school);
        Log.Registered(logger, school.Slug, school.Tool.ClientId);
        return true;
    }

    /// <summary>The address the administrator's browser opens.</summary>
    public string RegistrationUrl(School school, string token)
    {
        var configuration = school.Platform.Personality.ConfigurationUrl(world.BaseUrl, school);
        return $"{options.ToolUrl.TrimEnd('/')}/lti/register?openid_configuration={Uri.EscapeDataString(configuration)}"
            + $"&registration_token={Uri.EscapeDataString(token)}";
    }

    public static void Activate(School school) => school.Tool = school.Tool is { } tool ? tool with { IsActive = true } : null;

    /// <summary>The same at every start: 15 letters and digits in Moodle, a long number in Canvas.</summary>
    public static string ClientIdOf(School school) => school.Platform.Personality.Family == "moodle"
        ? Ids.Hex($"client {school.Slug}", 15)
        : $"1{Convert.ToInt64(Ids.Hex($"client {school.Slug}", 10), 16):0000000000000}";

    private static partial class Log
    {
        [LoggerMessage(6001, LogLevel.Information, "The tool is registered at {School} as client {ClientId}")]
        public static partial void Registered(ILogger logger, string school, string clientId);

        [LoggerMessage(6002, LogLevel.Warning, "The tool answered {Status} and didn't register at {School}")]
        public static partial void NotRegistered(ILogger logger, string school, int status);
    }
}
