using LearningBuddy.DemoLms.World;
using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>The steps of the newcomer's five minutes, each done by a person with clicks and keys in the framed tool.</summary>
internal sealed class Journey(Lms lms, School school, Course course)
{
    public const string Teacher = "3";
    public const string Learner = "5";
    public const string Buddy = "6";

    private IFrameLocator Tool => lms.Tool;

    public Activity Activity => course.Activities.Last();

    public Task OpenAsync(string sub) => lms.OpenAsync(school, sub, course, Activity);

    /// <summary>The teacher picks the template and saves the activity.</summary>
    public async Task AddToCourseAsync()
    {
        await lms.AddActivityAsync(school, Teacher, course);
        await Tool.GetByRole(AriaRole.Button, new() { Name = "Use this one" }).First.ClickAsync();
        await Tool.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Tool.GetByRole(AriaRole.Link, new() { Name = "Add to the course" }).ClickAsync();
        await lms.SaveActivityAsync();
        await lms.Page.WaitForURLAsync($"**/courses/{course.Id}");
    }

    /// <summary>The learner starts and asks somebody to be the learning buddy.</summary>
    public async Task InviteAsync(string buddyName)
    {
        await OpenAsync(Learner);
        await Tool.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Tool.GetByRole(AriaRole.Link, new() { Name = "Choose a buddy" }).ClickAsync();
        await Tool.GetByLabel("Somebody in this course").SelectOptionAsync(new SelectOptionValue { Label = buddyName });
        await Tool.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        await Tool.GetByRole(AriaRole.Link, new() { Name = "Go on with today" }).WaitForAsync();
    }

    /// <summary>The buddy says yes, in whatever language.</summary>
    public async Task AcceptAsync()
    {
        await OpenAsync(Buddy);
        await Tool.Locator("nav.places a[href$='/buddies']").ClickAsync();
        await Tool.Locator("form[action*='handler=Accept'] button").ClickAsync();
        await Tool.Locator("form[action*='handler=Accept']").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>The learner writes down what happened and sends it.</summary>
    public async Task WriteAsync()
    {
        await OpenAsync(Learner);
        await Tool.GetByRole(AriaRole.Button, new() { Name = "I did it: write it down" }).ClickAsync();
        await FillAndSendAsync("A call with two teams who blamed each other for a late release.");
    }

    /// <summary>One more piece, which stays with the facilitator.</summary>
    public async Task WriteAnotherAsync()
    {
        await OpenAsync(Learner);
        await Tool.Locator("nav.places a[href$='/evidence']").ClickAsync();
        await Tool.GetByRole(AriaRole.Button, new() { Name = "Write another one" }).ClickAsync();
        await FillAndSendAsync("A first talk with somebody new in the team.");
    }

    private async Task FillAndSendAsync(string situation)
    {
        await Tool.GetByLabel("The situation").FillAsync(situation);
        await Tool.GetByLabel("What I did", new() { Exact = true }).FillAsync("I asked each of them what the other had needed, and waited.");
        await Tool.GetByLabel("What happened").FillAsync("They named one handover that nobody owned, and one of them took it.");
        await Tool.GetByLabel("What I will do next time").FillAsync("When a call gets loud, I will ask before I explain.");
        await Tool.Locator("input[name=Behaviours]").First.CheckAsync();
        await Tool.GetByRole(AriaRole.Button, new() { Name = "Send for feedback" }).ClickAsync();
        await Tool.GetByLabel("The situation").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>The facilitator reads it, answers with care and challenge, and confirms.</summary>
    public async Task ReviewAsync()
    {
        await OpenAsync(Teacher);
        await Tool.GetByRole(AriaRole.Link, new() { NameRegex = new("^Review ") }).First.ClickAsync();
        await Tool.GetByLabel("What worked").WaitForAsync();
        foreach (var behaviour in await Tool.Locator("fieldset:has(.choices)").AllAsync())
            await behaviour.Locator("input[type=radio]").Last.CheckAsync();
        await Tool.GetByLabel("What worked").FillAsync("You waited, and they found the gap themselves.");
        await Tool.GetByLabel("What to try next").FillAsync("Next time say out loud who will do what until when.");
        await Tool.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Tool.GetByLabel("What worked").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }
}
