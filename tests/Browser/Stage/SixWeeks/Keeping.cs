using System.Globalization;
using LearningBuddy.DemoLms.World;
using Microsoft.Playwright;
using MimeKit;
using Xunit;

namespace LearningBuddy.Tests.Browser.Stage.SixWeeks;

/// <summary>After the course: what the calendar shows, and what comes by mail, day by day.</summary>
internal sealed class Keeping(Company company)
{
    private const int DaysInAll = 22;
    private readonly Dictionary<string, IReadOnlyList<DateOnly>> shown = [];

    /// <summary>Everybody lets mail go to the address that the school knows, and reads when something will come.</summary>
    public async Task EverybodyLooksAheadAsync()
    {
        await Task.WhenAll(
            LookAheadAsync(company.Main, company.Cohort.Main), company.Crowd.EachAsync(company.Cohort.Others, LookAheadAsync));
        await company.Main.LookAsync("calendar");
    }

    /// <summary>Three weeks and a day, a day at a time. The first exercise Main does, and says so from the mail.</summary>
    public async Task ThreeWeeksGoByAsync()
    {
        var isAnswered = false;
        for (var day = 0; day < DaysInAll; day++)
        {
            await company.Weeks.MoveToAsync(company.Weeks.Now.AddDays(1));
            if (!isAnswered && MailsOf(company.Cohort.Main).Exists(IsExercise))
            {
                await DidItAsync();
                isAnswered = true;
            }
        }

        Assert.True(isAnswered);
    }

    /// <summary>Each exercise came on a day that was shown, in order, and none is missing.</summary>
    public void MailsCameAsShown()
    {
        foreach (var person in company.Cohort.Twelve)
        {
            Assert.NotEmpty(shown[person.Sub]);
            Assert.Equal(shown[person.Sub], MailsOf(person).Where(IsExercise).Select(mail => DayOf(person, mail.Date)));
        }
    }

    private async Task LookAheadAsync(Desk desk, Person person)
    {
        await desk.OpenAsync(person);
        await desk.PreferAsync();
        await desk.PressAsync("a[data-text='preferences.change-mail']");
        await desk.PressAsync("button[data-text='preferences.lms-address']");
        await desk.PressAsync("a[data-text='preferences.title']");
        var places = await desk.Lms.ToolFrame.EvaluateAsync<int[]>(
            """
            () => {
              const days = [...document.querySelectorAll('table.month td')];
              const today = days.findIndex(day => day.getAttribute('aria-current') === 'date');
              return days.flatMap((day, place) => day.querySelector('.ev.n') ? [place - today] : []);
            }
            """);
        var day = DayOf(person, company.Weeks.Now);
        lock (shown)
        {
            shown[person.Sub] = [.. places.Select(day.AddDays)];
        }
    }

    private async Task DidItAsync()
    {
        await company.FollowMailAsync(company.Cohort.Main.Email!, "/n/e-");
        var phone = company.Outside.Page;
        await company.Outside.AtAsync("nudges/answer", "open");
        await phone.Locator("button[data-text='nudges.did-it']").ClickAsync();
        await phone.Locator("h1[data-text='nudges.what-happened']").WaitForAsync();
        await phone.Locator("#Action").FillAsync("I asked Chiara where she would write if it burns.");
        await phone.Locator("#Outcome").FillAsync("She named the channel I had never opened.");
        await phone.Locator("button[data-text='nudges.send']").ClickAsync();
        await phone.Locator("h1[data-text='nudges.sent-title']").WaitForAsync();
    }

    private List<MimeMessage> MailsOf(Person person) => PickedUpMail.All(company.Stage.Tool, person.Email!);

    private static bool IsExercise(MimeMessage mail) => mail.TextBody!.Contains("/n/e-", StringComparison.Ordinal);

    private static DateOnly DayOf(Person person, DateTimeOffset at)
    {
        var zone = person.TimeZone.Contains('/', StringComparison.Ordinal) ? person.TimeZone : "Etc/UTC";
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
    }
}
