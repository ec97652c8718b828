using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>A learner asks somebody who was there, who answers on their phone: in the light, in the dark, and from right to left.</summary>
public sealed class WitnessPageTests(PlayedStage stage) : IClassFixture<PlayedStage>
{
    private const string Address = "lena@home.example";

    [Fact]
    public async Task A_witness_is_asked_reads_the_one_piece_and_answers_on_a_phone()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var look = new PhoneLook(await chromium.OpenAsync(360), "witness");
        var lms = new Lms(stage.Whole, await chromium.OpenAsync(360));
        var learner = new PhoneLook(lms.Page, "witness-learner");
        await AskAsync(lms, learner);

        var request = await PickedUpMail.SeeAsync(stage.Whole.Tool, Address, 1);
        await look.AtMailAsync(request, "witness-request");
        var link = PickedUpMail.LinkIn(request, "/g/");
        foreach (var culture in new[] { "de", "ar", "en" })
        {
            await look.Page.GotoAsync(link.Split('?')[0] + "?culture=" + culture);
            await look.AtAsync("guests/ask", culture);
        }

        await look.Page.Locator("#name").FillAsync("Lena Adler");
        await look.Page.Locator("button[data-text='guests.accept']").ClickAsync();
        await look.Page.Locator("a[data-text='guests.read']").WaitForAsync();
        await look.AtAsync("guest");
        await look.Page.Locator("a[data-text='guests.read']").ClickAsync();
        await look.Page.Locator("#words").FillAsync("I was in the room.");
        await look.Page.Locator("button[data-text='evidence.attest']").ClickAsync();
        await look.Page.Locator("#basis-fault").WaitForAsync();
        await Assertions.Expect(look.Page.Locator("#words")).ToHaveValueAsync("I was in the room.");
        await look.AtAsync("evidence/show", "unchosen");
        await look.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await look.AtAsync("evidence/show", "dark");
        await look.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await look.Page.Locator("input[name='basis'][value='Present']").CheckAsync();
        await look.Page.Locator("#basis-fault").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await look.AtAsync("evidence/show", "chosen");
        await look.Page.Locator("button[data-text='evidence.attest']").ClickAsync();
        await look.Page.Locator("[role=status]").WaitForAsync();
        await look.AtAsync("evidence/show", "answered");
        await look.Page.Locator("a[data-text='shared.shared-with-me']").ClickAsync();
        await look.Page.Locator("summary[data-text='guests.witness-stop-summary']").ClickAsync();
        await look.AtAsync("guest", "ways-out");

        await stage.JourneyOf(lms).OpenAsync(Journey.Learner);
        await ShowAsync(lms);
        await lms.Tool.Locator("button[data-text='evidence.witness-withdraw']").ScrollIntoViewIfNeededAsync();
        await learner.AtAsync("evidence/show", "answered");
        await lms.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await learner.AtAsync("evidence/show", "answered-dark");
        await lms.Tool.Locator("button[data-text='evidence.witness-withdraw']").ClickAsync();
        await lms.Tool.Locator("[role=status]").WaitForAsync();

        await look.Page.GotoAsync(link);
        await look.AtAsync("guests/ask", "over");
        Findings.None([.. look.Findings, .. learner.Findings]);
    }

    /// <summary>The learner asks Lena about the piece that waits for the facilitator.</summary>
    private async Task AskAsync(Lms lms, PhoneLook learner)
    {
        await stage.JourneyOf(lms).OpenAsync(Journey.Learner);
        await ShowAsync(lms);
        await lms.Tool.Locator("summary[data-text='evidence.witness-ask']").ClickAsync();
        await lms.Tool.Locator("#mail-address").FillAsync(Address);
        await lms.Tool.Locator("button[data-text='evidence.witness-send']").ClickAsync();
        await lms.Tool.Locator("#mail-words-fault").WaitForAsync();
        await learner.AtAsync("evidence/show", "no-words");
        await lms.Tool.Locator("#mail-words").FillAsync("You sat next to me when Aiko spoke. Tell them what you saw.");
        await lms.Tool.Locator("button[data-text='evidence.witness-send']").ClickAsync();
        await lms.Tool.Locator("button[data-text='evidence.witness-withdraw']").ScrollIntoViewIfNeededAsync();
        await learner.AtAsync("evidence/show", "asked");
    }

    private static async Task ShowAsync(Lms lms)
    {
        await lms.Tool.Locator(".places a[href$='/evidence']").ClickAsync();
        await lms.Tool.Locator(".places a[href$='/evidence'][aria-current]").WaitForAsync();
        await lms.Tool.Locator("a[href*='/evidence/show']", new() { HasText = "A first talk" }).First.ClickAsync();
        await lms.Tool.Locator("#witness").WaitForAsync();
    }
}
