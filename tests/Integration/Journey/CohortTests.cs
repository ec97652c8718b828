using System.Globalization;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class CohortOnSqliteTests() : CohortTests(onPostgres: false);

public sealed class CohortOnPostgresTests() : CohortTests(onPostgres: true);

/// <summary>
/// Three weeks after the course: twelve learners on three continents, at three paces, walked two hours at a time. Each mail arrives on a day
/// on which the calendar under the preferences showed an exercise, and none is missing.
/// </summary>
public abstract class CohortTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private const int People = 12;
    private const int Days = 24;
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Asia/Kolkata"];
    private static readonly NudgePace[] Paces = [NudgePace.Normal, NudgePace.Small, NudgePace.AllInOne];

    [Fact]
    public async Task Mails_arrive_on_the_days_that_the_calendar_showed()
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage, "moodle");
        using var teacher = await school.OpenAsync(school.Claims("90", ScriptedSchool.Membership + "Instructor"));
        await teacher.PressAsync("setup.use-template");
        await teacher.PressAsync("setup.save");
        var learners = new List<Visitor>();
        for (var number = 0; number < People; number++)
        {
            var learner = await school.OpenAsync(school.Claims($"{number}", ScriptedSchool.Membership + "Learner"));
            await learner.PressAsync("shared.start");
            await WriteAndSendAsync(learner);
            await PreferAsync(learner, number);
            learners.Add(learner);
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
        }

        for (var number = 0; number < People; number++)
        {
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
