using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>The way of somebody outside the course, on their phone: the mail, yes, what is shared, and the ways out.</summary>
public sealed class GuestPageTests(PlayedStage stage) : IClassFixture<PlayedStage>
{
    private const string Address = "ruth@home.example";

    [Fact]
    public async Task A_guest_is_asked_comes_in_reads_vouches_and_goes_on_a_phone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var look = new PhoneLook(await chromium.OpenAsync(360), "guest");
        var lms = new Lms(stage.Whole, await chromium.OpenAsync(360));
        await AskAsync(lms);

        var invitation = await PickedUpMail.SeeAsync(stage.Whole.Tool, Address, 1);
        await look.AtMailAsync(invitation, "guest-invitation");
        var link = PickedUpMail.LinkIn(invitation, "/g/");
        await look.Page.GotoAsync(link);
        await look.AtAsync("guests/ask");
        await look.Page.Locator("#name").FillAsync("Ruth Adler");
        await look.Page.Locator("button[data-text='guests.accept']").ClickAsync();
        await look.Page.Locator("section.empty").WaitForAsync();
        await look.AtAsync("guest");

        await stage.JourneyOf(lms).WriteAsync(Journey.Buddy);
        await look.Page.ReloadAsync();
        await look.AtAsync("guest", "shared");
        await look.Page.Locator("a[data-text='guests.read']").ClickAsync();
        await look.Page.Locator("#words").FillAsync("I was in the room.");
        await look.AtAsync("evidence/show");
        await look.Page.Locator("input[name='basis'][value='Present']").CheckAsync();
        await look.Page.Locator("button[data-text='evidence.attest']").ClickAsync();
        await look.Page.Locator("[role=status]").WaitForAsync();
        await look.Page.Locator("a[data-text='shared.shared-with-me']").ClickAsync();
        await look.Page.Locator("summary[data-text='guests.stop-summary']").ClickAsync();
        await look.Page.Locator("summary[data-text='guests.erase']").ClickAsync();
        await look.AtAsync("guest", "ways-out");
        await look.Page.Locator("button[data-text='guests.stop']").ClickAsync();
        await look.Page.Locator("h1[data-text='guests.bye-title']").WaitForAsync();
        await look.AtAsync("g/bye");

        await look.Page.GotoAsync(link);
        await look.AtAsync("guests/ask", "over");
        await look.Page.Locator("button[data-text='guests.erase-now']").ClickAsync();
        await look.Page.Locator("button[data-text='guests.erase-now']").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await look.AtAsync("guests/ask", "erased");
        await look.Page.GotoAsync($"{stage.Whole.Tool.Url}/g/none?culture=ar");
        await look.AtAsync("guests/ask", "bad-link");
        await look.Page.GotoAsync($"{stage.Whole.Tool.Url}/g?culture=de");
        await look.AtAsync("g");
        await look.Page.Locator("#address").FillAsync("ruth at home");
        await look.Page.Locator("button[data-text='guests.send-link']").ClickAsync();
        await look.Page.Locator(".fault").WaitForAsync();
        await look.AtAsync("g", "no-address");

        Findings.None(look.Findings);
        Assert.Equal([], PagesOfTheTool.OfGuests.Append("guests/ask").Except(look.Visited));
    }

    /// <summary>Somebody who learns too asks Ruth.</summary>
    private async Task AskAsync(Lms lms)
    {
        await stage.JourneyOf(lms).OpenAsync(Journey.Buddy);
        await lms.Tool.Locator("button[data-text='shared.start']").ClickAsync();
        await lms.Tool.Locator("a[data-text='buddies.choose-buddy']").ClickAsync();
        await lms.Tool.Locator("summary[data-text='buddies.mail-outside']").ClickAsync();
        await lms.Tool.Locator("#mail-address").FillAsync(Address);
        await lms.Tool.Locator("#mail-words").FillAsync("You told me the truth once. Tell it to me again.");
        await lms.Tool.Locator("button[data-text='buddies.mail-send']").ClickAsync();
        await lms.Tool.Locator("button[data-text='buddies.withdraw']").WaitForAsync();
    }
}
