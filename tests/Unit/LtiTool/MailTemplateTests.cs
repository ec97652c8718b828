using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using LearningBuddy.LtiTool.Messages;
using LearningBuddy.LtiTool.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>A mail's two parts.</summary>
public sealed partial class MailTemplateTests
{
    private static readonly MailContent Some = new()
    {
        Title = "Give the first word away",
        Preview = "Two minutes, in a meeting you have anyway.",
        Lead = "Leading remote teams",
        Paragraphs = ["Good morning, Amara.", "Ask by name & wait."],
        Quote = new("Your own plan", "When the stand-up starts,\nI will ask Sam first."),
        Button = new("I did it", new Uri("https://buddy.example/n/a1?did=1&x=2")),
        More = new("Show me how", new Uri("https://buddy.example/n/a1/how")),
        Reason = "You get this because you chose two exercises a week.",
        Preferences = new Uri("https://buddy.example/p/a1"),
        Stop = new Uri("https://buddy.example/n/a1/stop"),
        Imprint = "Harbour Academy, 4 Quay Street, Leeds",
    };

    public static TheoryData<string> Languages => [.. TextCatalog.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Both_parts_say_the_same(string language)
    {
        var body = await RenderAsync(Some, language);

        var page = WebUtility.HtmlDecode(body.Html);
        string[] said =
        [
            Some.Title, Some.Lead!, .. Some.Paragraphs, Some.Quote!.Label, .. Some.Quote.Words.Split('\n'), Some.Button!.Label,
            Some.Button.Address.AbsoluteUri, Some.More!.Label, Some.More.Address.AbsoluteUri, Some.Reason, Some.Imprint!,
            Texts(language).Plain("messages.mail-preferences"), Some.Preferences!.AbsoluteUri,
            Texts(language).Plain("messages.mail-stop"), Some.Stop!.AbsoluteUri,
        ];
        Assert.All(said, words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.All(said, words => Assert.Contains(words, body.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(Some.Preview, body.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "ltr", "left")]
    [InlineData("ar", "rtl", "right")]
    public async Task It_runs_the_readers_way(string language, string direction, string side)
    {
        var html = (await RenderAsync(Some, language)).Html;

        Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\">", html, StringComparison.Ordinal);
        Assert.Contains($"align=\"{side}\"", html, StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", html.TrimStart(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Styles_stand_at_the_elements_and_the_dark_ones_in_a_sheet()
    {
        var html = (await RenderAsync(Some, "en")).Html;

        Assert.Matches(HeadingWithStyle(), html);
        Assert.Matches(ButtonWithStyle(), html);
        Assert.Single(Sheets().Matches(html));
        Assert.Contains("@media (prefers-color-scheme: dark)", html, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"color-scheme\" content=\"light dark\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("@@", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_loads_nothing_and_has_one_button()
    {
        var html = (await RenderAsync(Some, "en")).Html;

        Assert.Single(ButtonWithStyle().Matches(html));
        Assert.DoesNotMatch(LoadsSomething(), html);
    }

    [Fact]
    public async Task Words_of_a_person_are_words()
    {
        var body = await RenderAsync(Some with { Quote = new("Her <b>plan</b>", "</td><script>alert(1)</script>") }, "en");

        Assert.DoesNotContain("<script", body.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", body.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("> </td><script>alert(1)</script>", body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_quote_is_marked_line_by_line() => Assert.Contains(
        "Your own plan\n> When the stand-up starts,\n> I will ask Sam first.\n", (await RenderAsync(Some, "en")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_not_there_leaves_no_trace()
    {
        var bare = new MailContent { Title = "You are certified", Preview = "Six behaviours", Reason = "This mail always comes." };
        var body = await RenderAsync(bare, "en");

        Assert.Equal("You are certified\n\n--\nThis mail always comes.\n", body.Text);
        Assert.DoesNotContain("href", body.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"plan\"", body.Html, StringComparison.Ordinal);
    }

    private static async Task<MailBody> RenderAsync(MailContent content, string language)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        return await new MailTemplate(services, NullLoggerFactory.Instance).RenderAsync(content, Texts(language));
    }

    private static Localizer Texts(string language) => Localizer.For(CultureInfo.GetCultureInfo(language));

    [GeneratedRegex("""<h1[^>]* style="[^"]*font-size: ?24px""")]
    private static partial Regex HeadingWithStyle();

    [GeneratedRegex("""<a class="button"[^>]* style="[^"]*display: ?block""")]
    private static partial Regex ButtonWithStyle();

    [GeneratedRegex("<style")]
    private static partial Regex Sheets();

    [GeneratedRegex("""<(img|link|script|iframe)|\ssrc=|url\(|@import""")]
    private static partial Regex LoadsSomething();
}
