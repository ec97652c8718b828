using System.Net;
using System.Text;

namespace LearningBuddy.DemoLms.Wire;

/// <summary>A page that posts a form to another site as soon as it is shown, with a button for browsers without scripts.</summary>
internal static class FormPost
{
    public static IResult To(string action, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var page = new StringBuilder(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>One moment</title></head><body>")
            .Append("<form id=\"post\" method=\"post\" action=\"").Append(WebUtility.HtmlEncode(action)).Append("\">");
        foreach (var (name, value) in fields)
        {
            page.Append("<input type=\"hidden\" name=\"").Append(WebUtility.HtmlEncode(name))
                .Append("\" value=\"").Append(WebUtility.HtmlEncode(value)).Append("\">");
        }

        page.Append("<noscript><button>Continue</button></noscript></form><script src=\"/assets/post.js\"></script></body></html>");
        return Results.Content(page.ToString(), "text/html; charset=utf-8");
    }
}
