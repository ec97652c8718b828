using System.Globalization;
using System.Text.Json;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class CohortOnSqliteTests() : CohortTests(onPostgres: false);

public sealed class CohortOnPostgresTests() : CohortTests(onPostgres: true);

/// <summary>
/// Three weeks after the course: twelve learners on three continents, at three paces, walked two hours at a time. Each mail and each
/// notification arrives on a day on which the calendar under the preferences showed an exercise, and none is missing.
/// </summary>
public abstract class CohortTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private const int People = 12;
    private const int Days = 24;
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Asia/Kolkata"];
    private static readonly NudgePace[] Paces = [NudgePace.Normal, NudgePace.Small, NudgePace.AllInOne];

    [Fact]
    public async Task Mails_and_notifications_arrive_on_the_days_that_the_calendar_showed()
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage, "moodle");
        using var teacher = await school.OpenAsync(school.Claims("90", ScriptedSchool.Membership + "Instructor"));
        await teacher.PressAsync("setup.use-template");
        await teacher.PressAsync("setup.save");
        var (learners, phones) = (new List<Visitor>(), new List<CohortPhone>());
        for (var number = 0; number < People; number++)
        {
            var learner = await school.OpenAsync(school.Claims($"{number}", ScriptedSchool.Membership + "Learner"));
            await learner.PressAsync("shared.start");
            await WriteAndSendAsync(learner);
            await PreferAsync(learner, number);
            learners.Add(learner);
            phones.Add(await CohortPhone.OpenAsync(learner, ZoneOf(number)));
        }

        await ConfirmAllAsync(teacher);
        var shown = new List<IReadOnlyList<DateOnly>>();
        foreach (var (number, learner) in learners.Index())
        {
            if (Paces[number % Paces.Length] is not NudgePace.Normal and var pace)
            {
                await learner.GoAsync("/inbox/plan");
                await learner.PressAsync("nudges.keep-pace", ("pace", pace.ToString()));
            }

            await learner.GoAsync("/preferences");
            shown.Add(DaysIn(learner, number));
            learner.Dispose();
        }

        for (var step = 0; step < Days * 12; step++)
        {
            await Stage.MoveAsync(TimeSpan.FromHours(2));
            await Stage.SendAsync();
            phones.ForEach(phone => phone.Look(Stage.Now));
        }

        for (var number = 0; number < People; number++)
        {
            await using var phone = phones[number];
            Assert.Equal(shown[number].Distinct(), phone.Days);
            Assert.Equal(Paces[number % Paces.Length] == NudgePace.AllInOne, phone.Addresses.Any(to => to.EndsWith("/inbox", StringComparison.Ordinal)));
            Assert.All(phone.Addresses, to => Assert.Matches("^/n/e-|^/me/j/[0-9a-f]{32}/inbox$", to));
            var zone = ZoneOf(number);
            var came = MailOf(number).Mails.Where(mail => mail.TextBody!.Contains("/n/e-", StringComparison.Ordinal)).ToList();
            Assert.Equal(
                shown[number].Distinct(),
                came.Select(mail => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(mail.Date, zone).DateTime)));
            Assert.Equal(Paces[number % Paces.Length] == NudgePace.Small ? 3 : 6, came.Sum(mail => mail.TextBody!.Split("/n/e-").Length - 1));
            Assert.All(came, mail => Assert.False(QuietHours.Default.IsQuiet(TimeZoneInfo.ConvertTime(mail.Date, zone).DateTime)));
        }

        await CountAsync(school);
    }

    /// <summary>Whoever facilitates reads how many came and that nobody answered, and takes a log away that names nobody.</summary>
    private static async Task CountAsync(ScriptedSchool school)
    {
        using var teacher = await school.OpenAsync(school.Claims("90", ScriptedSchool.Membership + "Instructor"));
        await teacher.GoAsync("/exercises");
        Assert.Contains("12 people have answered none", teacher.Text, StringComparison.Ordinal);
        var rows = teacher.Page.QuerySelectorAll("section[aria-labelledby=answers] tbody tr").ToList();
        Assert.Equal(60, rows.Sum(row => int.Parse(row.QuerySelectorAll("td")[0].TextContent, CultureInfo.InvariantCulture)));
        Assert.Equal(60, rows.Sum(row => int.Parse(row.QuerySelectorAll("td")[^1].TextContent, CultureInfo.InvariantCulture)));

        using var learner = await school.OpenAsync(school.Claims("0", ScriptedSchool.Membership + "Learner"));
        await learner.GoAsync("/inbox");
        await learner.PressAsync("nudges.did-it");
        using var program = new HttpClient();
        program.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var link = teacher.Page.QuerySelector("a[data-text='nudges.take-log']")!.GetAttribute("href")!;
        var log = await program.GetStringAsync(new Uri(teacher.Address, link), TestContext.Current.CancellationToken);
        Assert.Equal(2, log.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(NudgeAnswer.DidIt, log, StringComparison.Ordinal);
        Assert.DoesNotContain("Person", log, StringComparison.Ordinal);
    }

    /// <summary>The days on which the picture of the next weeks shows an exercise.</summary>
    private List<DateOnly> DaysIn(Visitor learner, int number)
    {
        var cells = learner.Page.QuerySelectorAll("table.month td").ToList();
        var today = cells.FindIndex(cell => cell.GetAttribute("aria-current") == "date");
        var first = Today(number).AddDays(-today);
        return
        [
            .. cells.Index().SelectMany(cell => Enumerable.Repeat(
                first.AddDays(cell.Index),
                cell.Item.QuerySelectorAll(".ev").Count(one => one.TextContent.Contains("xercise", StringComparison.Ordinal)))),
        ];

        DateOnly Today(int person) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Stage.Now, ZoneOf(person)).DateTime);
    }

    private async Task PreferAsync(Visitor learner, int number)
    {
        await learner.GoAsync("/preferences/mail");
        await learner.PressAsync("preferences.address-send", ("address", MailOf(number).Address));
        await Stage.SendAsync();
        await Mailbox.ProveAsync(MailOf(number).Mails[^1], Stage);
        await learner.GoAsync("/preferences/mail");
        await learner.PressAsync("preferences.keep", ("zone", ZoneOf(number).Id), ("kinds", MessageName.ExerciseCame));
    }

    private static async Task ConfirmAllAsync(Visitor teacher)
    {
        for (var number = 0; number < People; number++)
        {
            await teacher.GoAsync("/reviews");
            await teacher.FollowAsync("shared.review");
            await teacher.PressAsync(
                "reviews.confirm", ("Levels[quiet-voices]", "2"), ("Worked", "You waited."), ("Challenge", "Next time, ask two people."));
        }
    }

    private static TimeZoneInfo ZoneOf(int number) => TimeZoneInfo.FindSystemTimeZoneById(Zones[number % Zones.Length]);

    private Mailbox MailOf(int number) => new(Stage, string.Create(CultureInfo.InvariantCulture, $"person{number}@home.example"));
}

/// <summary>A learner's phone, and the days on which something was shown on it.</summary>
internal sealed class CohortPhone(PushService service, TimeZoneInfo zone) : IAsyncDisposable
{
    private int before;

    /// <summary>The days of notifications where the learner is, one for each.</summary>
    public List<DateOnly> Days { get; } = [];

    /// <summary>Where they lead.</summary>
    public IEnumerable<string> Addresses =>
        service.Arrived.Select(one => JsonSerializer.Deserialize<JsonElement>(service.Read(one)).GetProperty("address").GetString()!);

    public static async Task<CohortPhone> OpenAsync(Visitor learner, TimeZoneInfo zone)
    {
        var service = await PushService.StartAsync();
        using var phone = await DeviceScene.SubscribedAsync(learner, service);
        return new CohortPhone(service, zone);
    }

    /// <summary>Notes what arrived since the last look, which is to be at no quiet hour.</summary>
    public void Look(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        for (; before < service.Arrived.Count; before++)
        {
            Assert.False(QuietHours.Default.IsQuiet(local));
            Days.Add(DateOnly.FromDateTime(local));
        }
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();
}
