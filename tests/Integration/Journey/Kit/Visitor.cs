using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>Somebody with a browser inside the LMS's frame: launches, reads pages, fills in forms, presses buttons. Headers and cookies are those of a real frame.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;
    private readonly HtmlParser parser = new();

    public Visitor(string language = "en", bool acceptsCookies = true)
    {
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        AcceptsCookies = acceptsCookies;
    }

    public bool AcceptsCookies { get; }

    /// <summary>The page in the frame.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    public Uri Address { get; private set; } = new("about:blank");

    public HttpStatusCode Status { get; private set; }

    public string Dest { get; set; } = "iframe";

    public string Text => Page.Body?.TextContent ?? "";

    /// <summary>The language of the page.</summary>
    public string Language => Page.DocumentElement.GetAttribute("lang") ?? "en";

    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>Follows a launch from the LMS's page to the first page of the tool.</summary>
    public async Task<Visitor> LaunchAsync(string loginAddress, IEnumerable<KeyValuePair<string, string>> loginForm)
    {
        await SendAsync(HttpMethod.Post, new Uri(loginAddress), new FormUrlEncodedContent(loginForm), "cross-site");
        var kept = Page.Body!.Dataset["proof"];
        await SendAsync(HttpMethod.Get, new Uri(Page.QuerySelector("#continue")!.GetAttribute("href")!), null, "cross-site");
        await PressOnlyFormAsync();
        if (Page.QuerySelector("#launch input[name=proof]") is IHtmlInputElement proof)
        {
            // What launch.js does: the frame kept the proof in its session storage.
            proof.Value = kept ?? "";
            await PressOnlyFormAsync();
        }

        return this;
    }

    /// <summary>Goes to a place of the session, e.g. <c>/evidence</c>.</summary>
    public Task GoAsync(string path) => SendAsync(HttpMethod.Get, InSession(path), null, "same-origin");

    /// <summary>The cookies that this browser sends to an address, as a header; null for none.</summary>
    public string? Cookie(Uri address) =>
        AcceptsCookies && cookies.GetCookieHeader(Jar(address)) is { Length: > 0 } header ? header : null;

    /// <summary>Goes to any address as a copied one: without the frame.</summary>
    public Task GoToAsync(Uri address, string fetchSite = "none") => SendAsync(HttpMethod.Get, address, null, fetchSite);

    /// <summary>Follows a link by the id of its text.</summary>
    public Task FollowAsync(string textId) => FollowAsync(Page.QuerySelector($"a[data-text='{textId}']"), textId);

    /// <summary>Follows a link that is called by a name or title, or a link of the LMS.</summary>
    public Task FollowNamedAsync(string words) =>
        FollowAsync(Page.QuerySelectorAll("a").FirstOrDefault(link => link.TextContent.Trim().StartsWith(words, StringComparison.Ordinal)), words);

    /// <summary>Presses a button by the id of its text, with these fields filled in.</summary>
    public Task PressAsync(string textId, params (string Name, string Value)[] fields) => PressAsync(Page.QuerySelector($"button[data-text='{textId}']"), textId, fields);

    /// <summary>Presses a button of the LMS by its words.</summary>
    public Task PressInLmsAsync(string words) =>
        PressAsync(Page.QuerySelectorAll("button").FirstOrDefault(button => button.TextContent.Trim().StartsWith(words, StringComparison.Ordinal)), words);

    /// <summary>Presses a button of a form with files, with this file chosen.</summary>
    public Task PressWithFileAsync(string textId, string name, byte[] content)
    {
        var body = new MultipartFormDataContent();
        foreach (var (field, value) in Values(Form(textId)))
        {
            body.Add(new StringContent(value), field);
        }

        body.Add(new ByteArrayContent(content), "File", name);
        var button = Page.QuerySelector($"button[data-text='{textId}']")!;
        return SendAsync(HttpMethod.Post, new Uri(Address, button.GetAttribute("formaction") ?? Form(textId).GetAttribute("action")!), body, "same-origin");
    }

    /// <summary>Posts fields to an address of the session.</summary>
    public Task PostAsync(string path, params (string Name, string Value)[] fields) =>
        PostAsync(InSession(path), [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);

    /// <summary>Posts fields to an address of the session without going on to what comes next: several may be under way.</summary>
    /// <returns>The status.</returns>
    public async Task<int> TryAsync(string path, IEnumerable<(string Name, string Value)> fields) => (await TryPostAsync(path, fields)).Status;

    /// <summary>The same, telling also where the answer leads: that says whether it was taken.</summary>
    public async Task<(int Status, string Location)> TryPostAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = Request(HttpMethod.Post, InSession(path), form, "same-origin");
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, response.Headers.Location?.OriginalString ?? "");
    }

    /// <summary>The same, with the body of the answer.</summary>
    public async Task<(int Status, string Body)> TryForAnswerAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = Request(HttpMethod.Post, InSession(path), form, "same-origin");
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Posts fields as a device does that may send them again: under a name by which they count once.</summary>
    /// <returns>The status.</returns>
    public async Task<int> TryOnceAsync(string path, string key, IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = Request(HttpMethod.Post, InSession(path), form, "same-origin");
        request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }

    /// <summary>Asks for an address of the session without going on to what comes next.</summary>
    /// <returns>The status, and where it leads.</returns>
    public async Task<(int Status, string? Location)> TryGetAsync(string path)
    {
        using var request = Request(HttpMethod.Get, InSession(path), null, "same-origin");
        using var response = await client.SendAsync(request);
        return ((int)response.StatusCode, response.Headers.Location?.OriginalString);
    }

    /// <summary>Opens an address of the session whose answer does not end.</summary>
    public async Task<Stream> OpenStreamAsync(string path)
    {
        using var request = Request(HttpMethod.Get, InSession(path), null, "same-origin");
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
    }

    /// <summary>What a form would send now, with these fields filled in.</summary>
    public static List<KeyValuePair<string, string>> Values(IHtmlFormElement form, params (string Name, string Value)[] fields)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var element in form.QuerySelectorAll("input, textarea, select"))
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || fields.Any(field => field.Name == name))
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" }:
                    break;
                case IHtmlInputElement input:
                    values.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement text:
                    values.Add(new(name, text.Value));
                    break;
                case IHtmlSelectElement select:
                    values.Add(new(name, select.Value ?? ""));
                    break;
                default:
                    break;
            }
        }

        values.AddRange(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return values;
    }

    /// <summary>The form of a button, by the id of the button's text.</summary>
    public IHtmlFormElement Form(string textId) => (IHtmlFormElement)Page.QuerySelector($"button[data-text='{textId}']")!.Closest("form")!;

    /// <summary>The address of a place in this session.</summary>
    public Uri InSession(string path)
    {
        var parts = Address.AbsolutePath.Split('/');
        return new Uri(Address, (parts[1] == "me" ? $"/me/j/{parts[3]}" : $"/s/{parts[2]}") + path);
    }

    public void Dispose() => client.Dispose();

    /// <summary>Posts fields to any address, from wherever this says.</summary>
    public Task SubmitAsync(Uri address, IEnumerable<KeyValuePair<string, string>> values, string fetchSite = "same-origin") =>
        SendAsync(HttpMethod.Post, address, new FormUrlEncodedContent(values), fetchSite);

    /// <summary>Sends the page's only form, as its script would.</summary>
    public Task PressFormAsync() => PressOnlyFormAsync();

    private Task FollowAsync(IElement? link, string what)
    {
        Assert.True(link is not null, $"No link '{what}' on: {Text}");
        return SendAsync(HttpMethod.Get, new Uri(Address, link!.GetAttribute("href")!), null, "same-origin");
    }

    private Task PressAsync(IElement? button, string what, params (string Name, string Value)[] fields)
    {
        Assert.True(button is not null, $"No button '{what}' on: {Text}");
        var form = (IHtmlFormElement)button!.Closest("form")!;
        var action = button.GetAttribute("formaction") ?? form.GetAttribute("action") ?? "";
        var address = new Uri(Address, action);
        return IsGet(form) ? SendAsync(HttpMethod.Get, Asking(address, Values(form, fields)), null, "same-origin") : PostAsync(address, Values(form, fields));
    }

    private static bool IsGet(IHtmlFormElement form) => string.Equals(form.GetAttribute("method"), "get", StringComparison.OrdinalIgnoreCase);

    private static Uri Asking(Uri address, IEnumerable<KeyValuePair<string, string>> values) =>
        new UriBuilder(address) { Query = string.Join('&', values.Select(one => $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(one.Value)}")) }.Uri;

    private Task PressOnlyFormAsync()
    {
        var form = Page.QuerySelector("form") as IHtmlFormElement;
        Assert.True(form is not null, $"No form at {Address.GetLeftPart(UriPartial.Path)} ({Status}): {Text}");
        return SendFormAsync(form!);
    }

    private Task SendFormAsync(IHtmlFormElement form)
    {
        var address = new Uri(Address, form.GetAttribute("action") ?? "");
        var values = Values(form);
        return IsGet(form)
            ? SendAsync(HttpMethod.Get, Asking(address, values), null, "cross-site")
            : SendAsync(HttpMethod.Post, address, new FormUrlEncodedContent(values), "cross-site");
    }

    private Task PostAsync(Uri address, List<KeyValuePair<string, string>> values) =>
        SendAsync(HttpMethod.Post, address, new FormUrlEncodedContent(values), "same-origin");

    private async Task SendAsync(HttpMethod method, Uri address, HttpContent? content, string fetchSite)
    {
        for (var hop = 0; hop < 6; hop++)
        {
            using var request = Request(method, address, content, fetchSite);
            using var response = await client.SendAsync(request);
            Keep(response, Jar(address));
            Status = response.StatusCode;
            Address = address;
            if (response.Headers.Location is not { } location)
            {
                Page = parser.ParseDocument(await response.Content.ReadAsStringAsync());
                return;
            }

            (method, address, content) = (HttpMethod.Get, new Uri(address, location), null);
        }

        Assert.Fail("Too many redirects.");
    }

    private HttpRequestMessage Request(HttpMethod method, Uri address, HttpContent? content, string fetchSite)
    {
        var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Add("Sec-Fetch-Dest", Dest);
        request.Headers.Add("Sec-Fetch-Site", fetchSite);
        request.Headers.Add("Sec-Fetch-Mode", "navigate");
        if (AcceptsCookies && cookies.GetCookieHeader(Jar(address)) is { Length: > 0 } header)
        {
            request.Headers.Add("Cookie", header);
        }

        return request;
    }

    /// <summary>A frame on loopback keeps Secure cookies; the container only gives them back on https.</summary>
    private static Uri Jar(Uri address) => new UriBuilder(address) { Scheme = "https" }.Uri;

    private void Keep(HttpResponseMessage response, Uri jar)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var values))
        {
            return;
        }

        foreach (var value in values)
        {
            // The container knows no Partitioned attribute.
            cookies.SetCookies(jar, value.Replace("; Partitioned", "", StringComparison.OrdinalIgnoreCase).Replace("; partitioned", "", StringComparison.Ordinal));
        }
    }
}
