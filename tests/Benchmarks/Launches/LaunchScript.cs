using System.Net;
using System.Text;

namespace LearningBuddy.Tests.Benchmarks.Launches;

/// <summary>One person's way in, request by request, with the headers of a real browser in a frame.</summary>
internal sealed class LaunchScript(BenchPlatform platform, int port)
{
    private const string Browser =
        "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36\r\n"
        + "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\nAccept-Language: en-GB\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n"
        + "Upgrade-Insecure-Requests: 1\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n";

    /// <summary>Where the person wants to go; the tool's own address.</summary>
    public string Target { get; } = $"http://127.0.0.1:{port}/lti/launch";

    /// <summary>The platform's first request.</summary>
    public byte[] Login(string subject) => Post(
        "/lti/login",
        null,
        $"iss={Uri.EscapeDataString(platform.Address)}&target_link_uri={Uri.EscapeDataString(Target)}&login_hint={subject}"
        + "&lti_message_hint=%7B%22cmid%22%3A2%2C%22launchid%22%3A%22l1%22%7D&client_id=bench-client&lti_deployment_id=1");

    /// <summary>What the browser holds after the login's answer.</summary>
    public static (string Cookie, string State, string Nonce) Read(RawAnswer answer)
    {
        var page = answer.Status == 200 ? answer.Text : throw new InvalidOperationException($"Login: {answer.Status} {answer.Text}");
        return (RawHttp.Header(answer.Headers, "Set-Cookie")!.Split(';')[0], Between(page, "&amp;state=", "&amp;"), Between(page, "&amp;nonce=", "&amp;"));
    }

    /// <summary>The platform's answer, brought by the browser.</summary>
    public byte[] Launch(string cookie, string state, string token) => Post("/lti/launch", cookie, $"id_token={token}&state={state}");

    /// <summary>Where the launch leads, and the session's cookie.</summary>
    public static (string Location, string Cookie) ReadLaunch(RawAnswer answer)
    {
        var location = answer.Status == 303 ? RawHttp.Header(answer.Headers, "Location")! : throw new InvalidOperationException($"Launch: {answer.Status} {answer.Text}");
        var cookies = answer.Headers.Split("\r\n").Where(line => line.StartsWith("Set-Cookie: ", StringComparison.OrdinalIgnoreCase)).Select(line => line[12..].Split(';')[0]);
        return (location, cookies.FirstOrDefault(cookie => !cookie.EndsWith('=')) ?? "");
    }

    /// <summary>The first page of the session.</summary>
    public byte[] Get(string path, string cookie) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{Browser}{(cookie.Length > 0 ? $"Cookie: {cookie}\r\n" : "")}\r\n");

    /// <summary>A form.</summary>
    public byte[] Post(string path, string? cookie, string body) => Encoding.ASCII.GetBytes(
        $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{Browser}Origin: {platform.Address}\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}"
        + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}");

    /// <summary>A whole launch on one connection: the first page.</summary>
    public async Task<(string Location, string Cookie, RawAnswer Page)> WholeAsync(RawHttp http, string subject, string role)
    {
        var (cookie, state, nonce) = Read(await http.SendAsync(Login(subject)));
        var (location, session) = ReadLaunch(await http.SendAsync(Launch(cookie, state, platform.Sign(subject, role, nonce, Target))));
        return (location, session, await http.SendAsync(Get(location, session)));
    }

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return WebUtility.HtmlDecode(text[from..text.IndexOf(end, from, StringComparison.Ordinal)]);
    }
}
