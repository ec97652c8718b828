using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class PushOnSqliteTests() : PushTests(onPostgres: false);

public sealed class PushOnPostgresTests() : PushTests(onPostgres: true);

/// <summary>Notifications on a learner's own phone, by a push service that speaks RFC 8030.</summary>
public abstract class PushTests(bool onPostgres) : DeviceScene(onPostgres)
{
    /// <summary>It remembers when it may write to push services again.</summary>
    private protected override bool NeedsNewTool => true;

    [Fact]
    public async Task A_test_arrives_encrypted_for_the_device_and_signed_by_the_tool()
    {
        await using var service = await PushService.StartAsync();
        using var learner = await StartAsync(Learner);
        using var phone = await SubscribedAsync(learner, service);
        Assert.Contains(Wording.Of("devices.done-push-on"), phone.Text, StringComparison.Ordinal);
        var offered = phone.Page.QuerySelector("[data-push]")!.GetAttribute("data-push")!;

        await phone.PressAsync("devices.push-test");
        await Stage.SendAsync();

        var arrived = Assert.Single(service.Arrived);
        var told = JsonSerializer.Deserialize<JsonElement>(service.Read(arrived));
        Assert.Equal(("Learning Buddy", Wording.Of("messages.push-test"), "/me/"), (Text(told, "title"), Text(told, "body"), Text(told, "address")));
        Assert.Equal(("aes128gcm", "43200"), (arrived.Headers["Content-Encoding"], arrived.Headers["TTL"]));
        await AssertSignedAsync(arrived.Headers["Authorization"], offered, service.Endpoint);
    }

    [Fact]
    public async Task What_is_new_is_told_once_without_a_name_or_a_title_and_leads_to_the_news()
    {
        await using var service = await PushService.StartAsync();
        using var learner = await StartAsync(Learner);
        using var phone = await SubscribedAsync(learner, service);
        AllowAnyHour();
        await ReturnOneAsync(learner);
        await Stage.SendAsync();
        await Stage.SendAsync();

        var told = JsonSerializer.Deserialize<JsonElement>(service.Read(Assert.Single(service.Arrived)));
        Assert.Equal(Wording.Of("messages.body-evidence-returned"), Text(told, "body"));
        Assert.DoesNotContain("Weekly", told.ToString(), StringComparison.Ordinal);
        await phone.GoToAsync(new Uri(phone.Address, Text(told, "address")));
        Assert.Equal((HttpStatusCode.OK, Wording.Of("messages.news")), (phone.Status, phone.Heading));
    }

    /// <summary>The words of the exercise pass through nobody's hands; the page that its address opens has them, and takes the answer.</summary>
    [Fact]
    public async Task A_notification_about_an_exercise_leads_to_the_page_that_answers_it()
    {
        await using var service = await PushService.StartAsync();
        using var teacher = await ConfirmOneAsync();
        using var learner = await Room.OpenAsync(Learner);
        using var phone = await SubscribedAsync(learner, service);
        AllowAnyHour();
        await Stage.SendAsync();
        var before = service.Arrived.Count;
        await Stage.MoveToNudgeAsync();

        var told = JsonSerializer.Deserialize<JsonElement>(service.Read(Assert.Single(service.Arrived.Skip(before))));
        Assert.Equal(Wording.Of("messages.body-exercise-came"), Text(told, "body"));
        Assert.StartsWith("/n/e-", Text(told, "address"), StringComparison.Ordinal);
        using var stranger = new Visitor { Dest = "document" };
        await stranger.GoToAsync(new Uri(phone.Address, Text(told, "address")));
        Assert.DoesNotContain(stranger.Heading, told.ToString(), StringComparison.Ordinal);
        await stranger.PressAsync("nudges.did-it");

        Assert.Equal(Wording.Of("nudges.what-happened"), stranger.Heading);
        Assert.Equal(1, Stage.Look(db => db.Events.Count(row => row.Name == "nudge.acted-on")));
    }

    [Fact]
    public async Task At_a_quiet_hour_nothing_comes_and_what_was_read_meanwhile_is_never_told()
    {
        await using var service = await PushService.StartAsync();
        using var learner = await StartAsync(Learner);
        using var phone = await SubscribedAsync(learner, service);
        Prefer(said => said.PauseUntil(Stage.Clock.GetUtcNow().AddDays(2)));
        await ReturnOneAsync(learner);
        await Stage.SendAsync();
        Assert.Empty(service.Arrived);

        await phone.GoAsync("/news");
        await phone.PressAsync("messages.mark-read");
        await Stage.MoveAsync(TimeSpan.FromDays(4));
        await Stage.SendAsync();

        Assert.Empty(service.Arrived);
    }

    [Fact]
    public async Task What_may_not_leave_at_its_hour_is_held_and_uses_up_no_try()
    {
        await using var service = await PushService.StartAsync();
        using var learner = await StartAsync(Learner);
        using var phone = await SubscribedAsync(learner, service);
        AllowAnyHour();
        service.Answer = HttpStatusCode.TooManyRequests;
        await ReturnOneAsync(learner);
        await Stage.SendAsync();
        Assert.Equal((DeliveryState.Waiting, 1), (Pushed().State, Pushed().Attempts));

        Prefer(said => said.PauseUntil(Stage.Clock.GetUtcNow().AddDays(2)));
        service.Answer = HttpStatusCode.Created;
        await SendLaterAsync();
        Assert.Equal((DeliveryState.Waiting, 1, "Not at this hour."), (Pushed().State, Pushed().Attempts, Pushed().LastAnswer));

        await Stage.MoveAsync(TimeSpan.FromDays(3));
        await Stage.SendAsync();
        Assert.Equal((DeliveryState.Sent, 2), (Pushed().State, service.Arrived.Count));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Gone)]
    public async Task A_device_its_service_no_longer_knows_is_not_written_to_again(HttpStatusCode answer)
    {
        await using var service = await PushService.StartAsync();
        service.Answer = answer;
        using var learner = await StartAsync(Learner);
        using var phone = await SubscribedAsync(learner, service);
        await phone.PressAsync("devices.push-test");
        await Stage.SendAsync();

        Assert.Null(Stage.Look(db => db.Devices.Single().Push));
        await phone.GoAsync("/devices");
        Assert.Null(phone.Page.QuerySelector("button[data-text='devices.push-test']"));
    }

    [Fact]
    public async Task A_service_that_is_busy_is_asked_again_and_one_that_refuses_waits_for_the_administrator()
    {
        await using var service = await PushService.StartAsync();
        service.Answer = HttpStatusCode.TooManyRequests;
        using var learner = await StartAsync(Learner);
        using var phone = await SubscribedAsync(learner, service);
        await phone.PressAsync("devices.push-test");
        await Stage.SendAsync();
        Assert.Equal((DeliveryState.Waiting, 1, "Push service: 429"), (Pushed().State, service.Arrived.Count, Pushed().LastAnswer));

        service.Answer = HttpStatusCode.Forbidden;
        await Stage.MoveAsync(TimeSpan.FromHours(1));
        await Stage.SendAsync();

        Assert.Equal(DeliveryState.Parked, Pushed().State);
        Assert.NotNull(Stage.Look(db => db.Devices.Single().Push));
    }

    [Fact]
    public async Task Whoever_turned_it_off_or_signed_out_hears_nothing()
    {
        await using var service = await PushService.StartAsync();
        using var learner = await StartAsync(Learner);
        using var phone = await SubscribedAsync(learner, service);
        service.Answer = HttpStatusCode.TooManyRequests;
        await phone.PressAsync("devices.push-test");
        await Stage.SendAsync();
        await phone.PressAsync("devices.push-off");
        Assert.Contains(Wording.Of("devices.done-push-off"), phone.Text, StringComparison.Ordinal);
        await SendLaterAsync();
        Assert.Single(service.Arrived);

        await SubscribeAsync(phone, service);
        await phone.PressAsync("devices.push-test");
        await Stage.SendAsync();
        await learner.GoAsync("/devices");
        await learner.PressAsync("devices.sign-out");
        await SendLaterAsync();

        Assert.Equal(2, service.Arrived.Count);
    }

    [Fact]
    public async Task A_subscription_that_the_browser_renewed_takes_the_place_of_the_old_one_without_a_press()
    {
        await using var service = await PushService.StartAsync();
        using var learner = await StartAsync(Learner);
        using var phone = await SubscribedAsync(learner, service);
        var offered = phone.Page.QuerySelector("[data-push]")!.GetAttribute("data-push")!;
        await phone.GoToAsync(Renewal(phone), "same-origin");
        Assert.Equal(offered, phone.Text);

        await RenewAsync(phone, service, "two");
        await GoBackAsync(phone);
        await phone.GoAsync("/devices");
        await phone.PressAsync("devices.push-test");
        await Stage.SendAsync();

        Assert.Equal("two", Assert.Single(service.Arrived).Browser);
    }

    [Fact]
    public async Task A_renewal_turns_nothing_on_and_comes_from_the_device_alone()
    {
        await using var service = await PushService.StartAsync();
        using var learner = await StartAsync(Learner);
        using var phone = await SubscribedAsync(learner, service);
        await RenewAsync(phone, service, "two", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, phone.Status);
        await phone.SubmitAsync(Renewal(phone), [new("endpoint", "ftp://push.example/one"), new("key", service.Key), new("secret", service.Secret)]);
        Assert.Equal(HttpStatusCode.BadRequest, phone.Status);
        using var stranger = new Visitor { Dest = "document" };
        await stranger.SubmitAsync(Renewal(phone), Said(service, "two"));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        Assert.Equal(service.Endpoint, Stage.Look(db => db.Devices.Single().Push!.Endpoint));

        await GoBackAsync(phone);
        await phone.GoAsync("/devices");
        await phone.PressAsync("devices.push-off");
        await RenewAsync(phone, service, "two");
        Assert.Equal(HttpStatusCode.NotFound, phone.Status);
        Assert.Null(Stage.Look(db => db.Devices.Single().Push));
    }

    /// <summary>A push service may end the old one before the tool has heard of the new one.</summary>
    [Fact]
    public async Task What_was_on_its_way_to_the_old_one_comes_by_the_new_one()
    {
        await using var service = await PushService.StartAsync();
        using var learner = await StartAsync(Learner);
        using var phone = await SubscribedAsync(learner, service);
        service.Next.Enqueue(HttpStatusCode.ServiceUnavailable);
        await phone.PressAsync("devices.push-test");
        await Stage.SendAsync();
        await RenewAsync(phone, service, "two");
        await SendLaterAsync();

        Assert.Equal(["one", "two"], service.Arrived.Select(one => one.Browser));
    }

    [Theory]
    [InlineData("ftp://push.example/one", null, null)]
    [InlineData("no address", null, null)]
    [InlineData("", null, null)]
    [InlineData("https://user:word@push.example/one", null, null)]
    [InlineData(null, "AAAA", null)]
    [InlineData(null, "not base64url!", null)]
    [InlineData(null, null, "AAAA")]
    public async Task What_makes_no_sense_is_said_and_not_kept(string? endpoint, string? key, string? secret)
    {
        await using var service = await PushService.StartAsync();
        using var learner = await StartAsync(Learner);
        using var phone = await PhoneInJourneyAsync(learner);

        await phone.PostAsync(
            "/devices?handler=Notify", ("endpoint", endpoint ?? service.Endpoint), ("key", key ?? service.Key), ("secret", secret ?? service.Secret));

        Assert.Contains(Wording.Of("devices.push-failed"), phone.Text, StringComparison.Ordinal);
        Assert.Null(Stage.Look(db => db.Devices.Single().Push));
        await learner.PostAsync("/devices?handler=Notify", ("endpoint", service.Endpoint), ("key", service.Key), ("secret", service.Secret));
        Assert.Equal(HttpStatusCode.NotFound, learner.Status);
    }

    [Fact]
    public async Task Five_tests_an_hour_are_enough()
    {
        await using var service = await PushService.StartAsync();
        using var learner = await StartAsync(Learner);
        using var phone = await SubscribedAsync(learner, service);
        for (var number = 0; number < 6; number++)
        {
            await phone.PressAsync("devices.push-test");
        }

        await Stage.SendAsync();

        Assert.Contains(Wording.Of("devices.push-too-often"), phone.Text, StringComparison.Ordinal);
        Assert.Equal(5, service.Arrived.Count);
    }

    private static Uri Renewal(Visitor phone) => new(phone.Address, "/me/push");

    private static IReadOnlyList<KeyValuePair<string, string>> Said(PushService service, string browser) =>
        [new("endpoint", service.EndpointOf(browser)), new("key", service.Key), new("secret", service.Secret)];

    /// <summary>What the web app does when its browser has another subscription.</summary>
    private static Task RenewAsync(Visitor phone, PushService service, string browser, string fetchSite = "same-origin") =>
        phone.SubmitAsync(Renewal(phone), Said(service, browser), fetchSite);

    /// <summary>From wherever the phone is, back to the journey.</summary>
    private Task GoBackAsync(Visitor phone) =>
        phone.GoToAsync(new(phone.Address, $"/me/j/{Stage.Look(db => db.Journeys.Single().Id):N}/today"));

    private async Task SendLaterAsync()
    {
        await Stage.MoveAsync(TimeSpan.FromHours(1));
        await Stage.SendAsync();
    }

    private async Task ReturnOneAsync(Visitor learner)
    {
        await WriteAndSendAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.return", level: "1");
    }

    private DeliveryRow Pushed() => Stage.Look(db => db.Deliveries.Single(row => row.Kind == DeliveryKind.Push));

    private void AllowAnyHour() => Prefer(said => said.Keep(new QuietHours(new TimeOnly(8, 0), new TimeOnly(8, 0), Weekdays.None), timeZone: null));

    private void Prefer(Action<MessagePreferences> change) => Stage.Look(db =>
    {
        var who = Guid.Parse(PersonId(Learner));
        var said = db.MessagePreferences.SingleOrDefault(one => one.PersonId == who) ?? db.MessagePreferences.Add(new MessagePreferences(who)).Entity;
        change(said);
        return db.SaveChanges();
    });

    private static string Text(JsonElement told, string name) => told.GetProperty(name).GetString()!;

    /// <summary>The identification of the tool (RFC 8292): its key is the one the browser subscribed to, and the token is for this service.</summary>
    private static async Task AssertSignedAsync(string authorization, string offered, string endpoint)
    {
        Assert.StartsWith("vapid ", authorization, StringComparison.Ordinal);
        var parts = authorization["vapid ".Length..].Split(',', StringSplitOptions.TrimEntries).ToDictionary(part => part[0], part => part[2..]);
        Assert.Equal(offered, parts['k']);
        var point = Base64Url.DecodeFromChars(offered);
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..33], Y = point[33..65] } });
        var read = await new JsonWebTokenHandler().ValidateTokenAsync(parts['t'], new TokenValidationParameters
        {
            IssuerSigningKey = new ECDsaSecurityKey(key), ValidateIssuer = false,
            // The library names no port; services of browsers' makers have none.
            ValidAudience = new Uri(endpoint).GetComponents(UriComponents.Scheme | UriComponents.Host, UriFormat.UriEscaped),
            LifetimeValidator = (_, expires, _, _) => expires is { } until && until < DateTime.UtcNow.AddHours(24),
        });
        Assert.True(read.IsValid, read.Exception?.Message);
        Assert.StartsWith("mailto:", ((JsonWebToken)read.SecurityToken).Subject, StringComparison.Ordinal);
    }
}
