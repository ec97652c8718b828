using System.Text;

namespace LearningBuddy.LtiTool.Messages;

/// <summary>A mail's content as plain text: one thought per paragraph, addresses on lines of their own.</summary>
internal static class MailText
{
    /// <summary>The whole text; its lines end with <c>\n</c>.</summary>
    /// <param name="content">What the mail says.</param>
    /// <param name="ways">What stands at its foot.</param>
    public static string Of(MailContent content, IReadOnlyList<MailLink> ways)
    {
        var parts = new List<string>();
        Add(content.Lead);
        Add(content.Title);
        parts.AddRange(content.Paragraphs);
        Add(content.Quote is { } quote ? Quoted(quote) : null);
        parts.AddRange(content.Tasks.SelectMany(task => new[] { Quoted(task.Quote), Way(task.Way) }));
        Add(content.Button is { } button ? Way(button) : null);
        Add(content.More is { } more ? Way(more) : null);
        Add("--\n" + content.Reason);
        parts.AddRange(ways.Select(Way));
        Add(content.Imprint);
        return new StringBuilder().AppendJoin("\n\n", parts).Append('\n').ToString();

        void Add(string? part)
        {
            if (part is not null)
            {
                parts.Add(part);
            }
        }
    }

    private static string Quoted(MailQuote quote) =>
        quote.Label + "\n" + string.Join('\n', quote.Words.ReplaceLineEndings("\n").Split('\n').Select(line => "> " + line));

    private static string Way(MailLink link) => link.Label + "\n" + link.Address.AbsoluteUri;
}
