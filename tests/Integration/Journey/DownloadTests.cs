using System.Net;
using AngleSharp.Dom;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>
/// Downloads as Chromium asks for them from inside a frame: a link with <c>download</c> is followed without the frame's partitioned cookie.
/// </summary>
public sealed class DownloadTests() : JourneyScene(onPostgres: false)
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public override async ValueTask DisposeAsync()
    {
        client.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_download_of_a_page_comes_without_a_cookie(bool acceptsCookies)
    {
        using var learner = await WithFileAsync(acceptsCookies);
        Assert.Equal((HttpStatusCode.OK, "Word for word."), await GetAsync(Link(learner)));

        await learner.GoAsync("/statements");
        foreach (var link in learner.Page.QuerySelectorAll("a[download]"))
        {
            var (status, text) = await GetAsync(new Uri(learner.Address, link.GetAttribute("href")));
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.DoesNotContain("<html", text, StringComparison.Ordinal);
        }

        using var teacher = await Room.OpenAsync(Room.Teacher, acceptsCookies);
        await teacher.GoAsync("/statements");
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Link(teacher))).Status);
    }

    [Fact]
    public async Task The_address_of_a_download_opens_nothing_else()
    {
        using var learner = await WithFileAsync(acceptsCookies: true);
        var link = Link(learner);
        using var other = await Room.OpenAsync(Learner);

        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(Changed(link, "sha256=", "sha256=0"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(Changed(link, "/evidence/file", "/evidence/show"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(new Uri(link + "&handler=Other"))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(new Uri(other.InSession("/evidence/file").GetLeftPart(UriPartial.Path) + link.Query))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(link, site: "none")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(link, site: "cross-site")).Status);
        using var post = new HttpRequestMessage(HttpMethod.Post, link);
        using var answer = await client.SendAsync(post, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_address_of_a_download_is_good_for_a_while_and_not_longer_than_its_session()
    {
        using var learner = await WithFileAsync(acceptsCookies: true);
        var link = Link(learner);
        await Stage.MoveAsync(TimeSpan.FromMinutes(80));
        await learner.GoAsync("/evidence");
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(link)).Status);

        await Stage.MoveAsync(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(link)).Status);
        await learner.GoAsync("/evidence");
        Assert.Equal(HttpStatusCode.OK, learner.Status);

        await learner.FollowAsync("shared.go-on-writing");
        var newer = Link(learner);
        Stage.Look(db => db.Sessions.ExecuteDelete());
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(newer)).Status);
    }

    [Fact]
    public async Task Nothing_is_downloaded_from_a_session_of_a_blocked_platform()
    {
        using var learner = await WithFileAsync(acceptsCookies: true);
        var link = Link(learner);
        Stage.Look(db => db.Platforms.ExecuteUpdate(set => set.SetProperty(row => row.Status, PlatformStatus.Blocked)));

        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(link)).Status);
    }

    private async Task<Visitor> WithFileAsync(bool acceptsCookies)
    {
        var learner = await Room.OpenAsync(Learner, acceptsCookies);
        await learner.PressAsync("shared.start");
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        await learner.PressWithFileAsync("evidence.add-files", "notes.txt", "Word for word."u8.ToArray());
        return learner;
    }

    private static Uri Link(Visitor on) => new(on.Address, on.Page.QuerySelector("a[download]")!.GetAttribute("href"));

    private static Uri Changed(Uri link, string what, string into) => new(link.AbsoluteUri.Replace(what, into, StringComparison.OrdinalIgnoreCase));

    private async Task<(HttpStatusCode Status, string Text)> GetAsync(Uri address, string site = "same-origin")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Sec-Fetch-Dest", "document");
        request.Headers.Add("Sec-Fetch-Mode", "navigate");
        request.Headers.Add("Sec-Fetch-Site", site);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
