using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LearningBuddy.Tests.Browser.Engines;

/// <summary>A school on 127.0.0.1 that frames a page of localhost: what a browser really allows there, measured before it is believed.</summary>
internal sealed class ProbeSites : IAsyncDisposable
{
    private readonly WebApplication app;

    private ProbeSites(WebApplication app) => this.app = app;

    public string School => $"http://127.0.0.1:{Port}/school";

    /// <value>The framed page, which sets an unpartitioned and a partitioned cookie and then asks what came back.</value>
    public string Tool => $"http://localhost:{Port}/tool";

    /// <value>The page that says which cookies came back, and sets none.</value>
    public string Back => $"http://localhost:{Port}/back";

    /// <value>A school's page that frames <see cref="Back"/>.</value>
    public string Framed => $"http://127.0.0.1:{Port}/framed";

    private int Port => new Uri(app.Urls.First()).Port;

    public static async Task<ProbeSites> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var web = builder.Build();
        var probe = new ProbeSites(web);
        web.MapGet("/school", () => Html($"<iframe name=\"tool\" src=\"{probe.Tool}\"></iframe>"));
        web.MapGet("/tool", (HttpResponse response) =>
        {
            response.Headers.Append("Set-Cookie", "plain=1; Path=/; Secure; SameSite=None");
            response.Headers.Append("Set-Cookie", "__Host-own=1; Path=/; Secure; HttpOnly; SameSite=None; Partitioned");
            return Html("<a href=\"/back\">on</a>");
        });
        web.MapGet("/back", (HttpRequest request) => Html($"<p id=\"cookies\">{string.Join(' ', request.Cookies.Keys.Order())}</p>"));
        web.MapGet("/framed", () => Html($"<iframe name=\"tool\" src=\"{probe.Back}\"></iframe>"));
        web.MapGet("/worker.js", () => Results.Content("", "text/javascript"));
        await web.StartAsync();
        return probe;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static IResult Html(string body) => Results.Content($"<!doctype html><title>probe</title>{body}", "text/html");
}
