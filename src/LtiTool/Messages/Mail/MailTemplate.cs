using LearningBuddy.LtiTool.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LearningBuddy.LtiTool.Messages;

/// <summary>Writes a mail's content as a page (<c>MailPage.razor</c>) and as plain text.</summary>
internal sealed class MailTemplate(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>Styles that can't stand at an element: for the dark and for small screens.</summary>
    private const string KeptStyles = "#kept";

    /// <summary>Both parts of a mail.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="texts">The reader's language.</param>
    public async Task<MailBody> RenderAsync(MailContent content, Localizer texts)
    {
        var ways = Ways(content, texts);
        return new(MailText.Of(content, ways), Inline(await PageAsync(content, ways, texts)));
    }

    /// <summary>What stands at the foot: change, stop.</summary>
    private static List<MailLink> Ways(MailContent content, Localizer texts)
    {
        var ways = new List<MailLink>();
        if (content.Preferences is { } preferences)
        {
            ways.Add(new(texts.Plain("messages.mail-preferences"), preferences));
        }

        if (content.Stop is { } stop)
        {
            ways.Add(new(texts.Plain("messages.mail-stop"), stop));
        }

        return ways;
    }

    private async Task<string> PageAsync(MailContent content, IReadOnlyList<MailLink> ways, Localizer texts)
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(MailPage.Content)] = content,
            [nameof(MailPage.Ways)] = ways,
            [nameof(MailPage.Language)] = texts.Language,
            [nameof(MailPage.Direction)] = texts.Direction,
        });
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<MailPage>(parameters)).ToHtmlString());
    }

    /// <summary>Many mail programs drop style sheets, so each element carries its own styles.</summary>
    private static string Inline(string page) =>
        PreMailer.Net.PreMailer.MoveCssInline(page, removeStyleElements: true, ignoreElements: KeptStyles).Html;
}
