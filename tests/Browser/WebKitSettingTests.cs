using LearningBuddy.Tests.Browser.Engines;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>Safari's engine is set the way the other tests say it is.</summary>
[Trait("Part", "Long")]
public sealed class WebKitSettingTests
{
    [Fact]
    public async Task Third_party_frame_gets_no_cookie_at_all_but_keeps_its_storage()
    {
        await using var sites = await ProbeSites.StartAsync();
        await using var webKit = await WebKit.StartAsync();

        await webKit.GoToAsync(sites.School);
        await webKit.EnterFrameAsync(await webKit.FindAsync("iframe[name=tool]"));
        await webKit.RunAsync("sessionStorage.setItem('mark', 'kept')");
        await webKit.ClickAsync(await webKit.FindAsync("a"));
        var cookies = await webKit.TextAsync(await webKit.FindAsync("#cookies"));
        var mark = await webKit.RunAsync("return sessionStorage.getItem('mark')");

        Assert.Equal("", cookies);
        Assert.Equal("kept", mark?.GetValue<string>());
    }
}
