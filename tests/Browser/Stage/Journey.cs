using System.Text.RegularExpressions;
using LearningBuddy.DemoLms.World;
using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>The steps of the newcomer's five minutes, each done by a person with clicks and keys in the framed tool.</summary>
internal sealed class Journey(Lms lms, School school, Course course)
{
    public const string Teacher = "3";
    public const string Learner = "5";
    public const string Buddy = "6";
    public const string Another = "10";

    private IFrameLocator Tool => lms.Tool;

    public Activity Activity => course.Activities.Last();

    public Task OpenAsync(string sub) => lms.OpenAsync(school, sub, course, Activity);

    /// <summary>The teacher picks a template, the first where none is named, and saves the activity.</summary>
    public async Task AddToCourseAsync(string teacher = Teacher, string template = "")
    {
        await lms.AddActivityAsync(school, teacher, course);
        var form = template.Length == 0 ? "" : $"form[action*='{template}'] ";
        await Tool.Locator(form + "button[data-text='setup.use-template']").First.ClickAsync();
        await Tool.Locator("button[data-text='setup.preview']").ClickAsync();
        await Tool.Locator("button[data-text='setup.add-to-course']").ClickAsync();
        await lms.SaveActivityAsync();
        // Not WaitForURLAsync: it can miss that a page was loaded in the moment between looking and listening.
        await Assertions.Expect(lms.Page).ToHaveURLAsync(new Regex($"/courses/{course.Id}$"));
    }

    /// <summary>The learner starts and asks somebody to be the learning buddy.</summary>
    public async Task InviteAsync(string buddyName)
    {
        // Who came in once can be asked: Moodle's roster doesn't tell staff from learners.
        await OpenAsync(Buddy);
        await Tool.Locator("button[data-text='shared.start']").WaitForAsync();
        await OpenAsync(Learner);
        await Tool.Locator("button[data-text='shared.start']").ClickAsync();
        await Tool.Locator("a[data-text='buddies.choose-buddy']").ClickAsync();
        await Tool.Locator(".rows > li", new() { HasText = buddyName }).Locator("a[data-text='buddies.invite']").ClickAsync();
        await Tool.Locator("button[data-text='buddies.invite']").ClickAsync();
        await Tool.Locator("a[data-text='buddies.go-on-with-today']").WaitForAsync();
    }

    /// <summary>Somebody starts, and asks nobody yet.</summary>
    public async Task StartAsync(string sub)
    {
        await OpenAsync(sub);
        await Tool.Locator("button[data-text='shared.start']").ClickAsync();
        await Tool.Locator("a[data-text='buddies.choose-buddy']").WaitForAsync();
    }

    /// <summary>The buddy says yes, in whatever language.</summary>
    public async Task AcceptAsync()
    {
        await OpenAsync(Buddy);
        await GoToAsync("buddies");
        await Tool.Locator("form[action*='handler=Accept'] button").ClickAsync();
        await Tool.Locator("form[action*='handler=Accept']").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>The learner writes down what happened and sends it.</summary>
    public async Task WriteAsync(string learner = Learner)
    {
        await OpenAsync(learner);
        await Tool.Locator(".next form[action*='/evidence/new'] button").First.ClickAsync();
        await FillAndSendAsync("A call with two teams who blamed each other for a late release.");
    }

    /// <summary>One more piece, which stays with the facilitator.</summary>
    public async Task WriteAnotherAsync()
    {
        await OpenAsync(Learner);
        await GoToAsync("evidence");
        await Tool.Locator("button[data-text='evidence.write-another']").ClickAsync();
        await FillAndSendAsync("A first talk with somebody new in the team.");
    }

    /// <summary>A question to everybody, and a piece that is begun and stays a draft.</summary>
    public async Task AskAndBeginAsync()
    {
        await OpenAsync(Learner);
        await GoToAsync("questions");
        await Tool.Locator("a[data-text='questions.ask-something']").ClickAsync();
        await Tool.Locator("#text").FillAsync("Who has tried this with a customer on the phone?");
        await Tool.Locator("input[name=audience][value=Everybody]").CheckAsync();
        await Tool.Locator("button[data-text='questions.ask']").ClickAsync();
        await Tool.Locator("#text").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await GoToAsync("evidence");
        await Tool.Locator("button[data-text='evidence.write-another']").ClickAsync();
        await Tool.Locator("#Situation").FillAsync("A workshop, not written down to its end.");
        await Tool.Locator("button[data-text='evidence.keep']").ClickAsync();
        await Tool.Locator("#Situation").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>Goes to a place, and waits until it is there: another page may have the same links.</summary>
    private async Task GoToAsync(string place)
    {
        await Tool.Locator($".places a[href$='/{place}']").ClickAsync();
        await Tool.Locator($".places a[href$='/{place}'][aria-current]").WaitForAsync();
    }

    /// <summary>Fills the form of a piece that is open, and sends it.</summary>
    public async Task FillAndSendAsync(string situation)
    {
        await Tool.Locator("#Situation").FillAsync(situation);
        await Tool.Locator("#Action").FillAsync("I asked each of them what the other had needed, and waited.");
        await Tool.Locator("#Outcome").FillAsync("They named one handover that nobody owned, and one of them took it.");
        await Tool.Locator("#Next").FillAsync("When a call gets loud, I will ask before I explain.");
        await Tool.Locator("input[name=Behaviours]").First.CheckAsync();
        await Tool.Locator("button[data-text='evidence.send']").ClickAsync();
        await Tool.Locator("#Situation").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>The facilitator reads it, answers with care and challenge, and confirms.</summary>
    public async Task ReviewAsync()
    {
        await OpenAsync(Teacher);
        await Tool.Locator("a[data-text='shared.review']").First.ClickAsync();
        await Tool.Locator("#Worked").WaitForAsync();
        foreach (var behaviour in await Tool.Locator("fieldset:has(.choices)").AllAsync())
            await behaviour.Locator("input[type=radio]").Last.CheckAsync();
        await Tool.Locator("#Worked").FillAsync("You waited, and they found the gap themselves.");
        await Tool.Locator("#Challenge").FillAsync("Next time say out loud who will do what until when.");
        await Tool.Locator("button[data-text='reviews.confirm']").ClickAsync();
        await Tool.Locator("#Worked").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }
}
