using System.Text.RegularExpressions;

namespace LearningBuddy.DemoLms.Mail;

/// <summary>The HTML part of a mail, which a stranger may have written: shown without scripts, forms and frames.</summary>
internal static partial class HtmlPart
{
    /// <summary>
    /// What the frame around it may do: links open elsewhere and there as usual. The part's own answer says it again, for whoever opens it
    /// without the frame.
    /// </summary>
    public const string Sandbox = "allow-popups allow-popups-to-escape-sandbox";

    private const string Policy = $"sandbox {Sandbox}; default-src 'none'; style-src 'unsafe-inline'; img-src http: https: data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public static IResult Answer(string html, HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        // The address of a mail is nobody else's business.
        response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Content(WithLinksInNewTabs(html), "text/html; charset=utf-8");
    }

    /// <summary>The first base element of a document counts (HTML, 4.2.3), so ours stands before all else in its head.</summary>
    private static string WithLinksInNewTabs(string html)
    {
        const string NewTab = "<base target=\"_blank\">";
        var head = Head().Match(html);
        return head.Success ? html.Insert(head.Index + head.Length, NewTab) : NewTab + html;
    }

    [GeneratedRegex(@"<head(\s[^>]*)?>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Head();
}
