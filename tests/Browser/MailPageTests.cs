using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using MimeKit;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>The way of a mail: an address typed in the course, the button behind the link, what is told, and how it is stopped.</summary>
public sealed class MailPageTests(PlayedStage stage) : IClassFixture<PlayedStage>
{
    private const string Address = "amara@home.example";

    [Fact]
    public async Task An_address_is_proved_on_a_phone_and_mail_is_read_and_stopped_there()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var findings = new List<string>();
        var lms = new Lms(stage.Whole, await chromium.OpenAsync(360));
        await stage.JourneyOf(lms).OpenAsync(Journey.Learner);
        await OwnAddress.TypeAsync(lms, Address);

        var reader = await chromium.OpenAsync(360);
        var asking = await PickedUpMail.SeeAsync(stage.Whole.Tool, Address, 1);
        await LookAtMailAsync(reader, asking, "mail-address", findings);
        await reader.GotoAsync(PickedUpMail.LinkIn(asking, "/address"));
        await LookAsync(reader, "mail-prove", findings);
        await reader.Locator("button[data-text='messages.prove-button']").ClickAsync();
        await reader.Locator("h1[data-text='messages.proved-title']").WaitForAsync();
        await LookAsync(reader, "mail-proved", findings);

        await AllowAnyHourAsync(lms, findings);
        await stage.JourneyOf(new Lms(stage.Whole, await chromium.OpenAsync())).ReviewAsync();
        var told = await PickedUpMail.SeeAsync(stage.Whole.Tool, Address, 2);
        await LookAtMailAsync(reader, told, "mail-confirmed", findings);
        await reader.GotoAsync(PickedUpMail.LinkIn(told, "/n/"));
        await LookAsync(reader, "mail-choose", findings);
        await reader.Locator("button[data-text='messages.stop-button']").ClickAsync();
        await Assertions.Expect(reader.Locator("[role=status]")).ToContainTextAsync("Mail is off");
        await LookAsync(reader, "mail-stopped", findings);

        Findings.None(findings);
    }

    private static async Task AllowAnyHourAsync(Lms lms, List<string> findings)
    {
        await lms.Tool.Locator(".me > summary").ClickAsync();
        await lms.Tool.Locator("a[data-text='shared.preferences']").ClickAsync();
        await lms.Tool.Locator("a[data-text='preferences.change-mail']").ClickAsync();
        await lms.Tool.Locator("#from").FillAsync("08:00");
        foreach (var day in await lms.Tool.Locator("input[name=days]").AllAsync())
            await day.SetCheckedAsync(false);
        await LookAsync(lms.Page, "mail-preferences", findings);
        await lms.Tool.Locator("button[data-text='preferences.keep']").ClickAsync();
        await lms.Tool.Locator("[role=status]").WaitForAsync();
    }

    private static async Task LookAsync(IPage page, string name, List<string> findings)
    {
        // Of two pages in one browser only the one in front is drawn.
        await page.BringToFrontAsync();
        await Screenshots.TakeAsync(page, name);
        findings.AddRange((await Axe.FindingsAsync(page)).Select(finding => $"{name}: {finding}"));
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"))
            findings.Add($"{name} is too wide");
    }

    /// <summary>As a mail program shows it, light and dark. Rules for whole sites, such as landmarks, say nothing about a mail.</summary>
    private static async Task LookAtMailAsync(IPage page, MimeMessage mail, string name, List<string> findings)
    {
        await page.BringToFrontAsync();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            // A page of the tool would lay its own policy on what is shown in its place.
            await page.GotoAsync("about:blank");
            await page.SetContentAsync(mail.HtmlBody!);
            await Screenshots.TakeAsync(page, $"{name}-{scheme}".ToLowerInvariant());
            findings.AddRange((await Axe.FindingsAsync(page)).Where(finding => !finding.StartsWith("landmark", StringComparison.Ordinal)
                && !finding.StartsWith("region", StringComparison.Ordinal)).Select(finding => $"{name}: {finding}"));
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
