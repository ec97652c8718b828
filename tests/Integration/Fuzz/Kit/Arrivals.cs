using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Fuzz.Kit;

/// <summary>How people of the hostile platform come into a tool, wherever it runs.</summary>
internal static class Arrivals
{
    /// <summary>The platform registers itself.</summary>
    public static async Task RegisterAsync(this HostilePlatform lms, string toolUrl)
    {
        using var client = new HttpClient();
        var page = await client.GetStringAsync($"{toolUrl}/lti/register?openid_configuration={Uri.EscapeDataString(lms.Issuer + "/configuration")}");
        Assert.Contains("data-done=\"true\"", page, StringComparison.Ordinal);
    }

    /// <summary>Somebody comes with this payload.</summary>
    public static async Task<Visitor> LaunchAsync(this HostilePlatform lms, string toolUrl, string payload)
    {
        var hint = Guid.NewGuid().ToString("N");
        lms.Payloads[hint] = payload;
        return await new Visitor().LaunchAsync(toolUrl + "/lti/login", LaunchPayloads.Login(lms, toolUrl, hint));
    }

    /// <summary>A teacher sets the link up from a template.</summary>
    public static async Task SetUpAsync(this HostilePlatform lms, string toolUrl)
    {
        using var teacher = await lms.LaunchAsync(toolUrl, LaunchPayloads.Of(lms, toolUrl, "teacher", "Instructor"));
        await teacher.GoAsync("/setup/add");
        await teacher.PressAsync("setup.use-template");
        await teacher.PressAsync("setup.save");
        Assert.Contains("done=", teacher.Address.Query, StringComparison.Ordinal);
    }
}
