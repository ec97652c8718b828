using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// The small page that answers a framed login. Its script keeps the browser's proof where this browser keeps things and goes on to the
/// platform;
/// without a script there is a link, which the cookie alone may carry.
/// </summary>
internal static class LoginPage
{
    private static readonly ConcurrentDictionary<string, Template> Templates = new(StringComparer.Ordinal);

    /// <summary>Sends the page.</summary>
    public static async Task WriteAsync(
        HttpContext context,
        Platform platform,
        LoginRequest request,
        LoginState pending,
        string proof,
        string address,
        CancellationToken ct)
    {
        LtiPage.Prepare(context.Response, StatusCodes.Status200OK, FrameAncestors.BeforeLaunch(platform));
        var texts = LtiTexts.Of(context);
        var template = Templates.GetOrAdd(texts.Language, _ => new Template(texts));
        var page = template.Fill(platform, request, pending, proof, address);
        context.Response.ContentLength = page.Length;
        await context.Response.Body.WriteAsync(page, ct);
    }

    /// <summary>The page cut at the places where something is filled in, encoded once: this page is on the path of every launch.</summary>
    private sealed class Template
    {
        private readonly byte[][] parts;

        public Template(Localizer texts)
        {
            var html = LtiPage.Document(
                texts,
                "lti.opening",
                "login.js",
                " data-key=\"\u0001\" data-proof=\"\u0001\" data-storage-target=\"\u0001\" data-storage-origin=\"\u0001\"",
                $"""
                <h1 id="opening">{LtiPage.Html(texts, "lti.opening")}</h1>
                <p class="late"><a id="continue" class="button" data-text="lti.continue"
                  href="{'\u0001'}">{LtiPage.Html(texts, "lti.continue")}</a></p>
                <div id="new-tab" hidden>
                <h1>{LtiPage.Html(texts, "lti.one-more-step")}</h1>
                <p>{LtiPage.Html(texts, "lti.why-new-tab")}</p>
                <p><a class="button" data-text="lti.open-in-new-tab" target="_blank"
                  href="/lti/login{'\u0001'}">{LtiPage.Html(texts, "lti.open-in-new-tab")}</a></p>
                </div>
                """);
            parts = [.. html.Split('\u0001').Select(Encoding.UTF8.GetBytes)];
        }

        public ReadOnlyMemory<byte> Fill(Platform platform, LoginRequest request, LoginState pending, string proof, string address)
        {
            var page = new ArrayBufferWriter<byte>(4096);
            page.Write(parts[0]);
            Fill(page, pending.CookieName, 1);
            Fill(page, proof, 2);
            Fill(page, pending.StorageTarget ?? "", 3);
            Fill(page, pending.StorageTarget is null ? "" : platform.AuthorizationEndpoint.GetLeftPart(UriPartial.Authority), 4);
            Fill(page, address, 5);
            Fill(page, request.ToQuery(), 6);
            return page.WrittenMemory;
        }

        private void Fill(ArrayBufferWriter<byte> page, string value, int next)
        {
            Encoding.UTF8.GetBytes(LtiPage.Encoder.Encode(value), page);
            page.Write(parts[next]);
        }
    }
}
