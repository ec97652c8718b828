using LearningBuddy.DemoLms.World;
using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage.SixWeeks;

/// <summary>Evidence: written, vouched for by the buddy, returned once, and confirmed.</summary>
internal static class Proving
{
    /// <summary>Behaviours of one sprint.</summary>
    private const int OfSprint = 6;

    /// <summary>How many behaviours the first piece of each of the twelve shows.</summary>
    private static readonly int[] Shown = [6, 6, 3, 1, 2, 6, 4, 5, 6, 3, 2, 6];

    /// <value>Who writes first, and gets it back.</value>
    public static Person EagerOne(Cohort cohort) => cohort.Twelve[4];

    /// <summary>How many behaviours of somebody are confirmed in the end: Main shows those of the other sprint too.</summary>
    public static int ConfirmedOf(Cohort cohort, Person person) =>
        Shown[cohort.NumberOf(person)] + (person == cohort.Main ? OfSprint : 0);

    /// <summary>One writes first.</summary>
    public static Task FirstOneWritesAsync(Company company) => company.Crowd.EachAsync(
        [EagerOne(company.Cohort)], (desk, person) => WriteAsync(desk, company.Cohort, person));

    /// <summary>So do the others.</summary>
    public static Task OthersWriteAsync(Company company) => Task.WhenAll(
        WriteAsync(company.Main, company.Cohort, company.Cohort.Main),
        company.Crowd.EachAsync(
            company.Cohort.Others.Except([EagerOne(company.Cohort)]), (desk, person) => WriteAsync(desk, company.Cohort, person)));

    /// <summary>Main shows the second sprint.</summary>
    public static async Task MainWritesAgainAsync(Company company)
    {
        await company.Main.OpenAsync(company.Cohort.Main, "evidence");
        await company.Main.PressAsync("button[data-text='evidence.write-another']");
        await FillAsync(company.Main, "A call about a date that nobody could keep.", OfSprint..(2 * OfSprint));
        await company.Main.LookAsync("evidence");
        await company.Main.PressAsync("button[data-text='evidence.send']");
    }

    /// <summary>The facilitator sends the first one back, with what is missing.</summary>
    public static async Task FirstComesBackAsync(Company company)
    {
        var teacher = company.Teacher;
        await teacher.OpenAsync(company.Cohort.Teacher);
        await teacher.LookAsync("to-review");
        await teacher.PressAsync("a[data-text='shared.review']");
        await Assertions.Expect(teacher.Find("main")).ToContainTextAsync(EagerOne(company.Cohort).Name);
        await AnswerAsync(teacher, level: 1, "You asked before you explained.", "Say what happened afterwards. Did they answer?", "reviews.return");
    }

    /// <summary>Who got it back adds what was missing.</summary>
    public static Task FirstSendsAgainAsync(Company company) => company.Crowd.EachAsync([EagerOne(company.Cohort)], async (desk, person) =>
    {
        await desk.OpenAsync(person);
        await desk.PressAsync("a[data-text='reviews.read-comment']");
        await desk.LookAsync("came-back");
        await desk.PressAsync("a[data-text='shared.go-on-writing']");
        await desk.Find("#Outcome").FillAsync("Two of them answered within the hour, and the third called me.");
        await desk.PressAsync("button[data-text='evidence.send']");
    });

    /// <summary>Everybody's buddy was there and says so, of each piece.</summary>
    public static Task BuddiesVouchAsync(Company company) => company.Crowd.EachAsync(company.Cohort.Twelve, async (desk, person) =>
    {
        await desk.OpenAsync(person, "buddies");
        for (var piece = await desk.Find("a[data-text='buddies.read']").CountAsync() - 1; piece >= 0; piece--)
        {
            await desk.PressAsync($"a[data-text='buddies.read'] >> nth={piece}");
            await desk.Find("input[name='basis'][value='Present']").CheckAsync();
            await desk.PressAsync("button[data-text='evidence.attest']");
            await desk.PressAsync(".places a[href$='/buddies']");
        }
    });

    /// <summary>The facilitator reads whatever waits and confirms it.</summary>
    public static async Task AllIsConfirmedAsync(Company company)
    {
        var teacher = company.Teacher;
        await teacher.OpenAsync(company.Cohort.Teacher);
        while (await teacher.Find("a[data-text='shared.review']").CountAsync() > 0)
        {
            await teacher.PressAsync("a[data-text='shared.review']");
            await AnswerAsync(
                teacher, level: 2, "You waited, and they found the gap themselves.", "Next time say out loud who will do what until when.",
                "reviews.confirm");
            await teacher.OpenAsync(company.Cohort.Teacher);
        }

        await teacher.LookAsync("all-read");
    }

    private static async Task WriteAsync(Desk desk, Cohort cohort, Person person)
    {
        await desk.OpenAsync(person, "evidence");
        await desk.PressAsync("button[data-text='evidence.write-first']");
        await FillAsync(desk, "Our weekly call, with three people in the room and four on screen.", ..Shown[cohort.NumberOf(person)]);
        await desk.PressAsync("button[data-text='evidence.send']");
    }

    /// <summary>The same level for each behaviour, and both halves of an answer.</summary>
    private static async Task AnswerAsync(Desk teacher, int level, string worked, string challenge, string press)
    {
        await teacher.Lms.ToolFrame.EvaluateAsync(
            "value => document.querySelectorAll(`input[type=radio][value='${value}']`).forEach(level => level.click())", level);
        await teacher.Find("#Worked").FillAsync(worked);
        await teacher.Find("#Challenge").FillAsync(challenge);
        await teacher.PressAsync($"button[data-text='{press}']");
        await Assertions.Expect(teacher.Find("#Worked")).ToHaveCountAsync(0);
    }

    private static async Task FillAsync(Desk desk, string situation, Range behaviours)
    {
        await desk.Find("#Situation").FillAsync(situation);
        await desk.Find("#Action").FillAsync("I asked each of them what they needed, and waited.");
        await desk.Find("#Outcome").FillAsync("One of them named a handover that nobody owned, and took it.");
        foreach (var box in (await desk.Find("input[name=Behaviours]").AllAsync()).Take(behaviours))
        {
            await box.CheckAsync();
        }
    }
}
