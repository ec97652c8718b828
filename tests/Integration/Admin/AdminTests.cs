extern alias demolms;

using System.Net;
using AngleSharp.Dom;
using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.Tests.Integration.XApi;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Admin;

public sealed class AdminOnSqliteTests() : AdminTests(onPostgres: false);

public sealed class AdminOnPostgresTests() : AdminTests(onPostgres: true);

/// <summary>The administrator's pages, at top level and behind the token.</summary>
public abstract class AdminTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private const string Token = "integration-tests-only";

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/deliveries")]
    [InlineData("/admin/records")]
    [InlineData("/admin/keys")]
    [InlineData("/admin/connect")]
    [InlineData("/admin/check")]
    public async Task Without_the_token_every_page_leads_to_the_door(string path)
    {
        using var stranger = Somebody();

        await stranger.GoToAsync(new Uri(Stage.ToolUrl + path));

        Assert.Equal("/admin/enter", stranger.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_wrong_token_opens_nothing_and_tries_are_limited()
    {
        using var stranger = Somebody();
        await stranger.GoToAsync(new Uri(Stage.ToolUrl + "/admin/enter"));
        await stranger.PressAsync("admin.enter", ("token", "wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.Status);

        for (var i = 0; i < 20; i++)
        {
            await stranger.SubmitAsync(new Uri(Stage.ToolUrl + "/admin/enter"), [new("token", "wrong")]);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, stranger.Status);
        Assert.Equal(Wording.Of("doors.too-many-tries"), stranger.Heading);

        // The same address, as behind one proxy: the right token is not locked out.
        using var admin = await EnterAsync();
        Assert.Equal("/admin", admin.Address.AbsolutePath);
    }

    [Fact]
    public async Task Tries_to_register_are_limited_too()
    {
        using var stranger = Somebody();
        for (var i = 0; i < 31; i++)
        {
            await stranger.GoToAsync(new Uri(Stage.ToolUrl + "/lti/register"));
        }

        Assert.Equal((HttpStatusCode.TooManyRequests, Wording.Of("doors.too-many-tries")), (stranger.Status, stranger.Heading));
    }

    [Fact]
    public async Task Platforms_are_listed_blocked_and_let_in()
    {
        using var admin = await EnterAsync();
        Assert.Contains(Wording.Of("admin.platform-active"), admin.Text, StringComparison.Ordinal);

        await admin.PressAsync("admin.block");

        Assert.Contains("blocked", admin.Text, StringComparison.Ordinal);
        Assert.Equal(PlatformStatus.Blocked, Stage.Look(db => db.Platforms.Single().Status));
        await admin.PressAsync("admin.let-in");
        Assert.Equal(PlatformStatus.Active, Stage.Look(db => db.Platforms.Single().Status));
    }

    [Theory]
    [InlineData("same-site")]
    [InlineData("cross-site")]
    public async Task A_neighbours_page_presses_no_button_here(string fetchSite)
    {
        using var admin = await EnterAsync();
        var platform = Stage.Look(db => db.Platforms.Single().Id);

        await admin.SubmitAsync(new Uri(Stage.ToolUrl + $"/admin?id={platform}&status=Blocked"), [], fetchSite);

        Assert.Equal((HttpStatusCode.Forbidden, PlatformStatus.Active), (admin.Status, Stage.Look(db => db.Platforms.Single().Status)));
    }

    [Fact]
    public async Task What_was_parked_is_shown_with_its_reason_and_sent_again()
    {
        var row = new DeliveryRow
        {
            Id = Guid.NewGuid(),
            Destination = "nowhere",
            DedupeKey = "statement:x:nowhere",
            State = DeliveryState.Parked,
            Attempts = 9,
            LastAnswer = "401 wrong key",
            CreatedAt = Stage.Clock.GetUtcNow(),
            NextAttemptAt = Stage.Clock.GetUtcNow(),
        };
        Stage.Look(db =>
        {
            db.Deliveries.Add(row);
            return db.SaveChanges();
        });
        using var admin = await EnterAsync();
        await admin.FollowAsync("admin.deliveries");
        Assert.Contains("401 wrong key", admin.Text, StringComparison.Ordinal);

        await admin.PressAsync("shared.send-again");

        Assert.True(Stage.Look(db => db.Deliveries.AsNoTracking().Single(delivery => delivery.Id == row.Id)).Attempts < 9);
    }

    [Fact]
    public async Task What_failed_for_one_reason_is_sent_again_together_and_nothing_else_is()
    {
        Stage.Look(db =>
        {
            db.Deliveries.AddRange(
                Parked("a", "401 wrong key"), Parked("b", "403 no right to write"), Parked("c", "400 a statement without a verb"));
            return db.SaveChanges();
        });
        using var admin = await EnterAsync();
        await admin.GoToAsync(new Uri(Stage.ToolUrl + "/admin/deliveries"));
        Assert.Contains(Wording.Of("admin.reason-not-allowed"), admin.Text, StringComparison.Ordinal);
        Assert.Contains(Wording.OfCount("admin.statements-for", 2, "nowhere"), admin.Text, StringComparison.Ordinal);

        var form = admin.Page.QuerySelectorAll("form[action*='reason=NotAllowed']").Single();
        await admin.SubmitAsync(new Uri(admin.Address, form.GetAttribute("action")!), []);

        Assert.Equal(9, Stage.Look(db => db.Deliveries.AsNoTracking().Single(row => row.DedupeKey == "statement:c:nowhere").Attempts));
        Assert.All(
            Stage.Look(db => db.Deliveries.AsNoTracking().Where(row => row.DedupeKey != "statement:c:nowhere" && row.Destination == "nowhere").ToList()),
            row => Assert.True(row.Attempts < 9));
    }

    [Fact]
    public async Task Each_destination_is_called_as_people_know_it()
    {
        using (await ConfirmOneAsync())
        {
            await Stage.SendAsync();
        }

        using var admin = await EnterAsync();
        await admin.GoToAsync(new Uri(Stage.ToolUrl + "/admin/deliveries"));

        var called = admin.Page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Contains(Wording.Of("admin.built-in-store#start"), called);
        Assert.DoesNotContain("embedded", called);
    }

    [Fact]
    public async Task The_connection_is_checked_with_the_lms_and_says_what_it_refuses()
    {
        using (await ConfirmOneAsync())
        {
            await Stage.SendAsync();
        }

        using var admin = await EnterAsync();
        await admin.FollowAsync("admin.check");
        Assert.Equal(9, admin.Page.QuerySelectorAll("main > ul.rows > li").Length);

        await admin.PressAsync("admin.check-now");
        Assert.Equal(Wording.Of("admin.light-works"), StateOf(admin, "admin.light-keys"));
        Assert.Equal(Wording.Of("admin.light-works"), StateOf(admin, "admin.light-names"));
        Assert.Equal(Wording.Of("admin.light-works"), StateOf(admin, "admin.light-grades"));

        Stage.World.Failures.Set(Service.Roster, Failure.NotFound);
        await admin.PressAsync("admin.check-now");
        Assert.Equal(Wording.Of("admin.light-fails"), StateOf(admin, "admin.light-names"));
        Assert.Contains("404", RowOf(admin, "admin.light-names").QuerySelector(".data")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Wording.Of("admin.light-works"), StateOf(admin, "admin.light-keys"));

        // What the LMS answered is there the next time too.
        await admin.FollowAsync("admin.platforms");
        await admin.FollowAsync("admin.check");
        Assert.Contains(Wording.Of("admin.check-asked"), admin.Text, StringComparison.Ordinal);
        Assert.Contains("404", RowOf(admin, "admin.light-names").QuerySelector(".data")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_is_connected_by_hand_and_a_slip_keeps_what_was_typed()
    {
        using var admin = await EnterAsync();
        await admin.FollowAsync("admin.connect");
        Assert.DoesNotContain(ManualRegistration.Fields, field => admin.Page.QuerySelector($"input[name={field}]") is null);
        await admin.PressAsync("admin.connect", ("name", "Second school"), ("issuer", "https://second.example"));
        Assert.Equal(HttpStatusCode.BadRequest, admin.Status);
        Assert.Equal("Second school", admin.Page.QuerySelector("#name")!.GetAttribute("value"));

        await admin.PressAsync(
            "admin.connect",
            ("client_id", "abc"),
            ("authorization_endpoint", "https://second.example/auth"),
            ("token_endpoint", "https://second.example/token"),
            ("jwks_uri", "https://second.example/jwks"));

        Assert.Contains("Second school", admin.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_the_record_store_is_made_used_and_revoked()
    {
        using var admin = await EnterAsync();
        await admin.FollowAsync("admin.record-stores");
        await admin.PressAsync("admin.make-key", ("name", "Simulator"), ("scopes", "statements/write"));
        var secret = admin.Page.QuerySelectorAll(".note code").Select(code => code.TextContent).ToList();
        using var simulator = LrsHost.ClientOf(new Uri(Stage.ToolUrl), secret[0], secret[1]);

        await simulator.PostAsync(LrsCalls.Statement()).ShouldBeAsync(HttpStatusCode.OK);
        await simulator.GetAsync("/xapi/statements", TestContext.Current.CancellationToken).ShouldBeAsync(HttpStatusCode.Forbidden);
        await admin.PressAsync("admin.revoke");

        await simulator.PostAsync(LrsCalls.Statement()).ShouldBeAsync(HttpStatusCode.Unauthorized);
        Assert.Contains("revoked", admin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret[1], admin.Page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_is_published_beside_the_old_one()
    {
        using var admin = await EnterAsync();
        await admin.FollowAsync("admin.keys");

        await admin.PressAsync("admin.rotate-key");

        Assert.Equal(2, admin.Page.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task The_pages_speak_the_browsers_language()
    {
        using var german = new Visitor("de-AT,de;q=0.9,en;q=0.5") { Dest = "document" };

        await german.GoToAsync(new Uri(Stage.ToolUrl + "/admin/enter"));

        Assert.Contains(Wording.In("de", "admin.enter"), german.Text, StringComparison.Ordinal);
        Assert.Equal("de", german.Page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task What_is_wrong_with_pasted_settings_is_told_in_german_too()
    {
        using var german = new Visitor("de") { Dest = "document" };
        await german.GoToAsync(new Uri(Stage.ToolUrl + "/admin/enter"));
        await german.PressAsync("admin.enter", ("token", Token));

        await german.SubmitAsync(new Uri(Stage.ToolUrl + "/admin/connect?handler=Json"), [KeyValuePair.Create("json", "{\n  \"issuer\": }")]);

        Assert.Contains(Wording.In("de", "lti.field-broken-json", 2, 13), german.Text, StringComparison.Ordinal);
        Assert.Contains("\"issuer\"", german.Text, StringComparison.Ordinal);
    }

    private static IElement RowOf(Visitor admin, string light) =>
        admin.Page.QuerySelectorAll("main > ul.rows > li").Single(row => row.QuerySelector("strong")!.TextContent == Wording.Of(light));

    private static string StateOf(Visitor admin, string light) => RowOf(admin, light).QuerySelector(".state")!.TextContent.Trim();

    private DeliveryRow Parked(string name, string answer) => new()
    {
        Id = Guid.NewGuid(),
        Destination = "nowhere",
        DedupeKey = $"statement:{name}:nowhere",
        State = DeliveryState.Parked,
        Attempts = 9,
        LastAnswer = answer,
        CreatedAt = Stage.Clock.GetUtcNow(),
        NextAttemptAt = Stage.Clock.GetUtcNow(),
    };

    private static Visitor Somebody() => new() { Dest = "document" };

    private async Task<Visitor> EnterAsync()
    {
        var admin = Somebody();
        await admin.GoToAsync(new Uri(Stage.ToolUrl + "/admin/enter"));
        await admin.PressAsync("admin.enter", ("token", Token));
        Assert.Equal("Platforms", admin.Heading);
        return admin;
    }
}
