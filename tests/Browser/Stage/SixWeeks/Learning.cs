using System.Globalization;
using LearningBuddy.DemoLms.World;
using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage.SixWeeks;

/// <summary>The weeks of learning: buddies, what a sprint has to read and to do, and the group session.</summary>
internal static class Learning
{
    /// <value>What Main plans in the talk with the buddy: for nobody else.</value>
    public const string TalkPlan = "tell Chiara what I decided and why";

    /// <value>What Main takes away from the group session, and keeps to themselves.</value>
    public const string OwnTakeaway = "let those on screen speak first";

    /// <value>What the partner takes away and shows to the group.</value>
    public const string SharedTakeaway = "read the chat aloud";

    /// <value>What people write when they ask for a buddy: for the one who is asked.</value>
    public const string AskedWords = "You tell people the truth.";

    private const string TalkOfSupported = "[aria-labelledby=supports] a.button[href*='/buddies/talk']";

    /// <summary>Everybody asks one, and is asked by the same: six pairs.</summary>
    public static Task FindBuddiesAsync(Company company) => Task.WhenAll(
        PairUpAsync(company.Main, company.Partner, company.Cohort.Main, company.Cohort.Partner),
        company.Crowd.EachAsync(company.Cohort.Pairs.Skip(1), (desk, pair) => PairUpAsync(desk, desk, pair.One, pair.Two)));

    /// <summary>Main offers times, the buddy takes one.</summary>
    public static async Task PlanTalkAsync(Company company)
    {
        var (main, partner) = (company.Main, company.Partner);
        await main.OpenAsync(company.Cohort.Main, "buddies");
        await main.PressAsync("a.button[href*='/buddies/talk']");
        var at = company.Weeks.Now.AddDays(2).ToString("yyyy-MM-dd'T'12:30", CultureInfo.InvariantCulture);
        await main.Find("#time-0").FillAsync(at);
        await main.PressAsync("button[data-text='buddies.offer']");
        await partner.OpenAsync(company.Cohort.Partner, "buddies");
        await partner.PressAsync(TalkOfSupported);
        await partner.LookAsync("talk");
        await partner.PressAsync("button[data-text='buddies.take']");
    }

    /// <summary>Both say that they talked, and Main writes down what comes of it.</summary>
    public static async Task TalkAsync(Company company)
    {
        var (main, partner) = (company.Main, company.Partner);
        await partner.OpenAsync(company.Cohort.Partner, "buddies");
        await partner.PressAsync(TalkOfSupported);
        await partner.PressAsync("button[data-text='buddies.we-talked']");
        await main.OpenAsync(company.Cohort.Main, "buddies");
        await main.PressAsync("a.button[href*='/buddies/talk']");
        await main.PressAsync("button[data-text='buddies.we-talked']");
        await main.Find("#when").FillAsync("the project moves again");
        await main.Find("#will").FillAsync(TalkPlan);
        await main.PressAsync("button[data-text='buddies.plan-keep']");
        await main.LookAsync("talk-held");
    }

    /// <summary>Main does all of the first sprint and says how sure they feel; the others begin theirs.</summary>
    public static Task BeginSprintsAsync(Company company) => Task.WhenAll(
        DoSprintAsync(company.Main, company.Cohort.Main), company.Crowd.EachAsync(company.Cohort.Others, ReadOnceAsync));

    /// <summary>Everybody comes, groups are made by sprint, and two take something away.</summary>
    public static async Task MeetAsync(Company company)
    {
        var (teacher, main, cohort) = (company.Teacher, company.Main, company.Cohort);
        await teacher.OpenAsync(cohort.Teacher, "sessions/lead");
        await teacher.PressAsync("button[data-text='sessions.start']");
        await Task.WhenAll(ComeAsync(main, cohort.Main), company.Crowd.EachAsync(cohort.Others, ComeAsync));
        await Assertions.Expect(teacher.Find("[data-board] [data-count]")).ToContainTextAsync("12");
        await teacher.PressAsync("button[data-text='sessions.propose']");
        await teacher.LookAsync("groups");
        await teacher.PressAsync("button[data-text='sessions.publish']");
        await main.Find("#prompt").WaitForAsync();
        await main.LookAsync("group");
        await TakeAwayAsync(main, OwnTakeaway, isShared: false);
        await company.Partner.OpenAsync(cohort.Partner, "sessions");
        await TakeAwayAsync(company.Partner, SharedTakeaway, isShared: true);
        await company.Weeks.MoveToAsync(company.Weeks.Now.AddMinutes(40));
        await teacher.OpenAsync(cohort.Teacher, "sessions/lead");
        await Assertions.Expect(teacher.Find("main")).Not.ToContainTextAsync(OwnTakeaway);
        await teacher.PressAsync("button[data-text='sessions.end']");
    }

    /// <summary>The day after, Main says that it was done.</summary>
    public static async Task KeepItAsync(Company company)
    {
        await company.Main.OpenAsync(company.Cohort.Main);
        await company.Main.LookAsync("takeaway");
        await company.Main.PressAsync("button[data-text='sessions.did-it']");
    }

    private static async Task PairUpAsync(Desk first, Desk second, Person one, Person two)
    {
        await first.OpenAsync(one, "buddies");
        await InviteAsync(first, two);
        await second.OpenAsync(two, "buddies");
        await second.PressAsync("button[data-text='buddies.accept']");
        await InviteAsync(second, one);
        await first.OpenAsync(one, "buddies");
        await first.PressAsync("button[data-text='buddies.accept']");
    }

    private static async Task InviteAsync(Desk desk, Person person)
    {
        await desk.PressAsync($"li:has-text(\"{person.Name}\") a[data-text='buddies.invite']");
        await desk.Find("#message").FillAsync(AskedWords);
        await desk.PressAsync("button[data-text='buddies.invite']");
    }

    private static async Task DoSprintAsync(Desk desk, Person person)
    {
        await desk.OpenAsync(person, "sprints");
        await desk.PressAsync(".rows a[href*='/sprints/show']");
        await desk.LookAsync("sprint");
        while (await desk.Find("button[data-text='sprints.tick']").CountAsync() > 0)
        {
            if (await desk.Find("button[data-text='sprints.sure-keep']").CountAsync() > 0)
            {
                await desk.Find("#sure label:has(input[value='4'])").ClickAsync();
                await desk.PressAsync("button[data-text='sprints.sure-keep']");
            }

            await desk.PressAsync("details[open] button[data-text='sprints.tick']");
        }

        await desk.LookAsync("sprint-done");
    }

    private static async Task ReadOnceAsync(Desk desk, Person person)
    {
        await desk.OpenAsync(person, "sprints");
        await desk.PressAsync(".rows a[href*='/sprints/show']");
        await desk.PressAsync("details[open] button[data-text='sprints.tick']");
    }

    private static async Task ComeAsync(Desk desk, Person person)
    {
        await desk.OpenAsync(person, "sessions");
        await desk.PressAsync("button[data-text='sessions.i-am-here']");
    }

    private static async Task TakeAwayAsync(Desk desk, string words, bool isShared)
    {
        while (await desk.Find("a[data-text='sessions.next-prompt']").CountAsync() > 0)
        {
            await desk.PressAsync("a[data-text='sessions.next-prompt']");
        }

        await desk.Find("#when").FillAsync("our weekly call begins");
        await desk.Find("#will").FillAsync(words);
        await desk.Find("input[name=share]").SetCheckedAsync(isShared);
        await desk.PressAsync("button[data-text='sessions.take-keep']");
    }
}
