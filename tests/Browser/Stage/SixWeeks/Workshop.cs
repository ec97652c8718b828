using LearningBuddy.DemoLms.World;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser.Stage.SixWeeks;

/// <summary>The choosing workshop: one board, on which everybody's choice appears, and which somebody closes.</summary>
internal static class Workshop
{
    private static readonly string[] Sprints = ["setting-up", "meeting", "communicating", "underperformance"];

    /// <value>Who comes too late.</value>
    public static Person LateOne(Cohort cohort) => cohort.Twelve[^1];

    /// <value>Who changes their mind when it is closed.</value>
    public static Person UndecidedOne(Cohort cohort) => cohort.Twelve[3];

    /// <summary>Whoever facilitates looks on, and does nothing, while ten people choose two each.</summary>
    public static async Task EverybodyChoosesAsync(Company company)
    {
        var (teacher, cohort) = (company.Teacher, company.Cohort);
        await teacher.OpenAsync(cohort.Teacher, "sprints/board");
        await teacher.Lms.ToolFrame.EvaluateAsync("() => { window.isSameBoard = true }");
        await company.Crowd.EachAsync(cohort.Others.Except([LateOne(cohort)]), async (desk, person) =>
        {
            await OpenBoardAsync(desk, person);
            await desk.PressAsync(Take(SprintOf(cohort, person, 0)));
            await desk.PressAsync(Take(SprintOf(cohort, person, 1)));
        });
        await teacher.Lms.Page.BringToFrontAsync();
        foreach (var person in cohort.Others.Except([LateOne(cohort)]))
        {
            await Assertions.Expect(teacher.Find(".board li", new() { HasText = person.Name })).ToHaveCountAsync(2);
        }

        Assert.True(await teacher.Lms.ToolFrame.EvaluateAsync<bool>("() => window.isSameBoard === true"));
        await teacher.LookAsync("board");
    }

    /// <summary>One person on two devices takes the second and the third sprint at the same moment: one of them counts.</summary>
    public static async Task OnePersonRacesAsync(Company company)
    {
        var (main, elsewhere, person) = (company.Main, company.MainElsewhere, company.Cohort.Main);
        await OpenBoardAsync(main, person);
        await main.PressAsync(Take(Sprints[0]));
        await OpenBoardAsync(elsewhere, person);
        var presses = new[] { await main.AimAsync(Take(Sprints[1])), await elsewhere.AimAsync(Take(Sprints[2])) };
        await Task.WhenAll(presses.Select(press => press()));

        Assert.Single(new[] { main, elsewhere }, desk => desk.Lms.ToolFrame.Url.Contains("refused=TooMany", StringComparison.Ordinal));
        await main.OpenAsync(person, "sprints");
        await main.PressAsync("a[data-text='sprints.see-board']");
        await Assertions.Expect(main.Find(".board > .mine")).ToHaveCountAsync(2);
        await main.LookAsync("board");
    }

    /// <summary>The choice is closed while a page lies open on which it isn't: what is pressed there comes too late.</summary>
    public static async Task ItIsClosedAsync(Company company)
    {
        await company.MainElsewhere.OpenAsync(company.Cohort.Main, "sprints");
        await company.MainElsewhere.PressAsync("a[data-text='sprints.see-board']");
        var tooLate = await company.MainElsewhere.AimAsync("button[data-text='sprints.take-back']");
        await company.Teacher.PressAsync("button[data-text='sprints.close-choice']");
        await tooLate();

        Assert.Contains("refused=Locked", company.MainElsewhere.Lms.ToolFrame.Url, StringComparison.Ordinal);
        await Assertions.Expect(company.MainElsewhere.Find(".board > .mine")).ToHaveCountAsync(2);
        await company.MainElsewhere.LookAsync("closed");
        await company.Teacher.LookAsync("closed");
    }

    /// <summary>Who was away chooses the day after; who wants another sprint asks whoever facilitates.</summary>
    public static async Task TwoComeAfterwardsAsync(Company company)
    {
        var cohort = company.Cohort;
        await company.Crowd.EachAsync([LateOne(cohort)], async (desk, person) =>
        {
            await desk.OpenAsync(person);
            await desk.PressAsync("a[data-text='sprints.choose']");
            foreach (var box in await desk.Find("input[name=sprint]").AllAsync())
            {
                await box.SetCheckedAsync(await IsForAsync(box, cohort, person));
            }

            await desk.PressAsync("button[data-text='sprints.keep']");
        });

        var undecided = UndecidedOne(cohort);
        await company.Teacher.OpenAsync(cohort.Teacher, "sprints/board");
        await company.Teacher.PressAsync($".board a[href*='/sprints/change']:has-text(\"{undecided.Name}\")");
        await company.Teacher.Find($"input[name=sprint][value={SprintOf(cohort, undecided, 1)}]").UncheckAsync();
        await company.Teacher.Find($"input[name=sprint][value={SprintOf(cohort, undecided, 2)}]").CheckAsync();
        await company.Teacher.PressAsync("button[data-text='sprints.change-save']");
    }

    private static async Task<bool> IsForAsync(ILocator box, Cohort cohort, Person person)
    {
        var sprint = await box.InputValueAsync();
        return sprint == SprintOf(cohort, person, 0) || sprint == SprintOf(cohort, person, 1);
    }

    private static async Task OpenBoardAsync(Desk desk, Person person)
    {
        await desk.OpenAsync(person);
        await desk.PressAsync("a[data-text='sprints.see-board']");
    }

    private static string SprintOf(Cohort cohort, Person person, int which) => Sprints[(cohort.NumberOf(person) + which) % Sprints.Length];

    private static string Take(string sprint) => $"form:has(input[value='{sprint}']) button[data-text='sprints.take']";
}
