using System.Net;
using System.Text.RegularExpressions;

namespace LearningBuddy.Tests.Benchmarks.Launches;

/// <summary>A teacher takes the first template, so that learners land on their own page. Forms are sent as they are shown.</summary>
internal static partial class JourneySetUp
{
    /// <summary>Registers the platform and sets the link up.</summary>
    public static async Task RunAsync(BenchPlatform platform, int port, string template = "")
    {
        using var plain = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var registered = await plain.GetStringAsync($"/lti/register?openid_configuration={Uri.EscapeDataString(platform.Address + "/configuration")}&registration_token=t");
        if (!registered.Contains("data-done=\"true\"", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(registered);
        }

        using var http = await new RawHttp().ConnectAsync(port);
        var script = new LaunchScript(platform, port);
        var (location, cookie, _) = await script.WholeAsync(http, "1", "Instructor");
        var root = location[..location.IndexOf('/', 3)];
        var choice = (await http.SendAsync(script.Get(root + "/setup/add", cookie))).Text;
        var use = TemplateForm().Matches(choice).Select(form => WebUtility.HtmlDecode(form.Groups[1].Value))
            .First(form => form.Contains(template, StringComparison.Ordinal));
        var edit = RawHttp.Header((await http.SendAsync(SamePage(script.Post(use, cookie, "")))).Headers, "Location")!;
        var form = (await http.SendAsync(script.Get(edit, cookie))).Text;
        var saved = await http.SendAsync(SamePage(script.Post(edit, cookie, Fields(form))));
        if (saved.Status != 302 || !RawHttp.Header(saved.Headers, "Location")!.Contains("done=setup.done-setup", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The set-up was not taken: {saved.Status} {saved.Headers}");
        }
    }

    private static string Fields(string form)
    {
        var inputs = Input().Matches(form)
            .Where(input => !input.Value.Contains("type=\"checkbox\"", StringComparison.Ordinal) || input.Value.Contains("checked", StringComparison.Ordinal))
            .Select(input => (Name: Attribute(input.Value, "name"), Value: Attribute(input.Value, "value")));
        var areas = Area().Matches(form).Select(area => (Name: area.Groups[1].Value, Value: area.Groups[2].Value.TrimStart('\r', '\n')));
        var choices = Choice().Matches(form).Select(choice => (Name: choice.Groups[1].Value, Value: Attribute(Selected().Match(choice.Groups[2].Value).Value, "value")));
        return string.Join('&', inputs.Concat(areas).Concat(choices).Where(field => field.Name.Length > 0)
            .Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(WebUtility.HtmlDecode(field.Value))}"));
    }

    private static byte[] SamePage(byte[] request) =>
        System.Text.Encoding.ASCII.GetBytes(System.Text.Encoding.ASCII.GetString(request).Replace("Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-origin", StringComparison.Ordinal));

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*template=[^\"]*)\"")]
    private static partial Regex TemplateForm();

    [GeneratedRegex("<input [^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<textarea [^>]*name=\"([^\"]*)\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Area();

    [GeneratedRegex("<select [^>]*name=\"([^\"]*)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Choice();

    [GeneratedRegex("<option [^>]*selected[^>]*>")]
    private static partial Regex Selected();
}
