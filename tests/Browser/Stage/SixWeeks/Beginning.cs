using LearningBuddy.DemoLms.World;
using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage.SixWeeks;

/// <summary>The first days: the activity is added and set up, twelve people say where they stand, and two ask their managers.</summary>
internal static class Beginning
{
    /// <summary>How many behaviours each manager says something about.</summary>
    public const int SeenByManagers = 3;

    /// <summary>The template comes in by deep linking. Twelve are too few to leave anybody without exercises, and all have an address.</summary>
    public static async Task SetUpAsync(Company company)
    {
        var (teacher, cohort) = (company.Teacher, company.Cohort);
        await new Journey(teacher.Lms, cohort.School, cohort.Course).AddToCourseAsync(cohort.Teacher.Sub, "six-week-journey");
        await teacher.OpenAsync(cohort.Teacher, "setup");
        await teacher.PressAsync("button[data-text='setup.change']");
        await teacher.Find("input[name=AllowsLmsAddress]").CheckAsync();
        await teacher.PressAsync("button[data-text='setup.next-part']");
        await teacher.PressAsync("a[href*='part=nudges']");
        await teacher.Find("#nudges-hold").FillAsync("0");
        await teacher.PressAsync("button[data-text='setup.next-part'], button[data-text='setup.save']");
    }

    /// <summary>They start and answer for themselves, four pages each.</summary>
    public static Task SayWhereTheyStandAsync(Company company) => Task.WhenAll(
        StandAsync(company.Main, company.Cohort.Main, 0),
        company.Crowd.EachAsync(company.Cohort.Others, (desk, person) => StandAsync(desk, person, company.Cohort.NumberOf(person))));

    /// <summary>Somebody asks their manager by mail, who looks at the same behaviours on a phone.</summary>
    public static async Task AskManagerAsync(Company company, Desk desk, string address)
    {
        await desk.Find("summary[data-text='path.view-ask']").ClickAsync();
        await desk.Find("input[name=by][value=Manager]").CheckAsync();
        await desk.Find("#mail-address").FillAsync(address);
        await desk.Find("#mail-words").FillAsync("You see me with the team every week.");
        await desk.PressAsync("button[data-text='path.view-send']");
        await company.FollowMailAsync(address, "/g/");
        var phone = company.Outside.Page;
        await phone.Locator("#name").FillAsync("Ruth Adler");
        await phone.Locator("button[data-text='guests.accept']").ClickAsync();
        await phone.Locator("a[href*='/path/view']").First.ClickAsync();
        await phone.Locator("button[data-text='path.view-give']").WaitForAsync();
        for (var row = 0; row < SeenByManagers; row++)
        {
            await phone.Locator("fieldset").Nth(row).Locator("label:has(input[value='1'])").ClickAsync();
        }

        await phone.Locator("button[data-text='path.view-give']").ClickAsync();
        await phone.Locator("[role=status]").First.WaitForAsync();
        await company.Outside.AtAsync("path/view", "given");
    }

    /// <summary>The partner has asked nobody yet, and does.</summary>
    public static async Task AnotherAsksAsync(Company company)
    {
        await company.Partner.OpenAsync(company.Cohort.Partner);
        await company.Partner.PressAsync("a[data-text='shared.where-i-stand']");
        await AskManagerAsync(company, company.Partner, "omar@work.example");
    }

    /// <summary>The own page with all answers, and what managers said on the same lines.</summary>
    public static async Task SeePictureAsync(Company company)
    {
        await company.Main.OpenAsync(company.Cohort.Main);
        await company.Main.PressAsync("a[data-text='shared.where-i-stand']");
        await Assertions.Expect(company.Main.Find(".pins b").First).ToBeVisibleAsync();
        await company.Main.LookAsync("picture");
    }

    private static async Task StandAsync(Desk desk, Person person, int number)
    {
        await desk.OpenAsync(person);
        await desk.PressAsync("button[data-text='shared.start']");
        await desk.PressAsync("a[data-text='path.begin']");
        while (await desk.Find("button[data-text='path.go-on'], button[data-text='path.see-picture']").CountAsync() > 0)
        {
            await desk.Lms.ToolFrame.EvaluateAsync(
                "number => document.querySelectorAll('.scale').forEach((line, row) => line.querySelectorAll('input')[(row + number) % 3].click())",
                number);
            await desk.PressAsync("button[data-text='path.go-on'], button[data-text='path.see-picture']");
        }
    }
}
