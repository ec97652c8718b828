using LearningBuddy.Tests.Browser.Engines;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>What looks at every page finds what it is to find: rules that are off look the same as pages without a fault.</summary>
public sealed class AxeTests
{
    private const string SmallButton = "<button style='width:12px;height:12px;padding:0' aria-label='a'></button>";

    [Theory]
    [InlineData("target-size", $"{SmallButton}{SmallButton}")]
    [InlineData("color-contrast", "<p style='color:#999;background:#fff'>Hardly to be read</p>")]
    [InlineData("label", "<input type='text'>")]
    [InlineData("heading-order", "<h3>Deep</h3>")]
    public async Task Fault_is_found(string rule, string content)
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var page = await chromium.OpenAsync();
        await page.SetContentAsync($"<html lang='en'><title>t</title><main><h1>t</h1>{content}</main></html>");

        Assert.Contains(await Axe.FindingsAsync(page), finding => finding.StartsWith($"{rule}:", StringComparison.Ordinal));
    }
}
