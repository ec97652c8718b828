using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using LearningBuddy.Tests.Browser.Stage.SixWeeks;
using Xunit;

namespace LearningBuddy.Tests.Browser;

public sealed class SixWeeksInMoodleTests() : SixWeeksTests("moodle");

/// <remarks>Among the long ones: one such story has room in the ordinary part, and what differs on Canvas other tests look at there too.</remarks>
[Trait("Part", "Long")]
public sealed class SixWeeksInCanvasTests() : SixWeeksTests("canvas-north");

/// <summary>Six weeks of a course of twelve and the three weeks after it, day by day, from the set-up to grades and statements.</summary>
public abstract class SixWeeksTests(string slug)
{
    [Fact]
    public async Task Twelve_people_go_from_the_set_up_to_the_last_exercise()
    {
        await using var stage = new NewStage();
        await stage.InitializeAsync();
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var company = await Company.GatherAsync(stage, chromium, slug);
        var weeks = company.Weeks;

        await weeks.GoToAsync(week: 1, DayOfWeek.Monday);
        await Beginning.SetUpAsync(company);
        await Beginning.SayWhereTheyStandAsync(company);
        await Beginning.AskManagerAsync(company, company.Main, "ruth@work.example");
        await Beginning.SeePictureAsync(company);
        await Beginning.AnotherAsksAsync(company);

        await weeks.GoToAsync(week: 1, DayOfWeek.Wednesday);
        await Workshop.EverybodyChoosesAsync(company);
        await Workshop.OnePersonRacesAsync(company);
        await Workshop.ItIsClosedAsync(company);
        await weeks.GoToAsync(week: 1, DayOfWeek.Thursday);
        await Workshop.TwoComeAfterwardsAsync(company);

        await weeks.GoToAsync(week: 2, DayOfWeek.Monday);
        await Learning.FindBuddiesAsync(company);
        await Learning.BeginSprintsAsync(company);
        await Learning.PlanTalkAsync(company);
        await weeks.GoToAsync(week: 2, DayOfWeek.Thursday);
        await Learning.TalkAsync(company);
        await weeks.GoToAsync(week: 3, DayOfWeek.Wednesday);
        await Learning.MeetAsync(company);
        await weeks.GoToAsync(week: 3, DayOfWeek.Thursday);
        await Learning.KeepItAsync(company);

        await weeks.GoToAsync(week: 4, DayOfWeek.Tuesday);
        await Proving.FirstOneWritesAsync(company);
        await weeks.GoToAsync(week: 4, DayOfWeek.Wednesday);
        await Proving.OthersWriteAsync(company);
        await weeks.GoToAsync(week: 4, DayOfWeek.Thursday);
        await Proving.FirstComesBackAsync(company);
        await weeks.GoToAsync(week: 5, DayOfWeek.Monday);
        await Proving.FirstSendsAgainAsync(company);
        await Proving.MainWritesAgainAsync(company);
        await weeks.GoToAsync(week: 5, DayOfWeek.Wednesday);
        await Proving.BuddiesVouchAsync(company);
        await weeks.GoToAsync(week: 6, DayOfWeek.Monday);
        await Proving.AllIsConfirmedAsync(company);

        var keeping = new Keeping(company);
        await keeping.EverybodyLooksAheadAsync();
        await keeping.ThreeWeeksGoByAsync();
        keeping.MailsCameAsShown();
        await Outcome.MarksAreRightAsync(company);
        await Outcome.StatementsAreRightAsync(company);

        Findings.None(company.Findings);
    }
}
