using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using LearningBuddy.Tests.Integration.Captured;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>One recorded exchange with a real Moodle.</summary>
internal sealed class Recorded
{
    private readonly JsonObject request;
    private readonly JsonObject response;
    private readonly string site;
    private readonly string platform;

    private Recorded(JsonObject exchange, string site, string platform)
    {
        this.site = site;
        request = exchange["request"]!.AsObject();
        response = exchange["response"]!.AsObject();
        this.platform = platform;
    }

    /// <summary>The recorded request's body, as it was sent there.</summary>
    public string RequestBody => request["body"]?.GetValue<string>() ?? "";

    /// <summary>When the platform answered, to the second.</summary>
    public DateTimeOffset At => DateTimeOffset.Parse(Header(response, "date")!);

    public int Status => response["status"]!.GetValue<int>();

    public string Reason => response["reason"]!.GetValue<string>();

    public string? MediaType => Header(response, "content-type");

    public string? Link => Here(Header(response, "link"));

    /// <summary>The body as it would read on the platform under test; PHP may have escaped its slashes.</summary>
    public string Body => Here(response["body"]?.GetValue<string>() ?? "")!;

    /// <summary>Reads an exchange; addresses of the recorded platform become addresses of this one.</summary>
    public static Recorded Load(CapturedMoodle recordings, string name, string platform) =>
        new(recordings.Json(name + ".json"), recordings.Site, platform);

    /// <summary>The recorded request, sent to this platform with another token.</summary>
    public HttpRequestMessage ToRequest(string? token)
    {
        var message = new HttpRequestMessage(new HttpMethod(request["method"]!.GetValue<string>()), Here(request["url"]!.GetValue<string>()));
        if (token is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (Header(request, "accept") is { } accept)
            message.Headers.TryAddWithoutValidation("Accept", accept);
        if (request["body"]?.GetValue<string>() is { Length: > 0 } body)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Here(body)!));
            message.Content.Headers.TryAddWithoutValidation("Content-Type", Header(request, "content-type"));
        }

        return message;
    }

    private string? Here(string? text) => text?
        .Replace(site, platform, StringComparison.Ordinal)
        .Replace(site.Replace("/", "\\/", StringComparison.Ordinal), platform.Replace("/", "\\/", StringComparison.Ordinal), StringComparison.Ordinal)
        // Error bodies repeat the path; this platform lives below /moodle.
        .Replace("\"url\": \"/mod/lti/", "\"url\": \"/moodle/mod/lti/", StringComparison.Ordinal);

    private static string? Header(JsonObject message, string name) =>
        message["headers"]!.AsObject().FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.ToString();
}
