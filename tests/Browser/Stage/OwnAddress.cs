using Microsoft.Playwright;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>A person's own mail address.</summary>
internal static class OwnAddress
{
    /// <summary>Somebody types it under their preferences, from whatever page of the tool they are on.</summary>
    public static async Task TypeAsync(Lms lms, string address)
    {
        await lms.Tool.Locator(".me > summary").ClickAsync();
        await lms.Tool.Locator("a[data-text='shared.preferences']").ClickAsync();
        await lms.Tool.Locator("a[data-text='preferences.change-mail']").ClickAsync();
        await lms.Tool.Locator("#address").FillAsync(address);
        await lms.Tool.Locator("button[data-text='preferences.address-send']").ClickAsync();
        await Assertions.Expect(lms.Tool.Locator(".note.wait")).ToContainTextAsync(address);
    }

    /// <summary>They press the button in the mail that asks.</summary>
    public static async Task ProveAsync(ToolStage tool, IPage reader, string address)
    {
        await reader.GotoAsync(PickedUpMail.LinkIn(await PickedUpMail.SeeAsync(tool, address, 1), "/address"));
        await reader.Locator("button[data-text='messages.prove-button']").ClickAsync();
        await reader.Locator("h1[data-text='messages.proved-title']").WaitForAsync();
    }
}
