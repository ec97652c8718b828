using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace LearningBuddy.LtiTool.Texts;

/// <summary>
/// A text with its places filled in. Written to a page, it is HTML, and every word of a person or platform, and every
/// number where the text runs from right to left, stands in a <c>&lt;bdi&gt;</c>; <see cref="ToString"/> is the same for an attribute, a
/// title or a mail.
/// </summary>
public sealed class LocalizedText : IHtmlContent
{
    private const char IsolateStart = '\u2068';
    private const char IsolateEnd = '\u2069';
    private readonly string text;
    private readonly object?[] arguments;
    private readonly CultureInfo culture;
    private readonly bool isRightToLeft;

    internal LocalizedText(string text, object?[] arguments, CultureInfo culture, bool isRightToLeft)
    {
        this.text = text;
        this.arguments = arguments;
        this.culture = culture;
        this.isRightToLeft = isRightToLeft;
    }

    private bool HasPlaces => text.Contains('{', StringComparison.Ordinal);

    /// <summary>Writes it as HTML.</summary>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (!HasPlaces)
        {
            encoder.Encode(writer, text);
            return;
        }

        Fill(
            words => encoder.Encode(writer, words),
            argument =>
            {
                switch (argument)
                {
                    case IHtmlContent content:
                        content.WriteTo(writer, encoder);
                        break;
                    // A number runs from left to right: what stands around it must not tear it apart.
                    case string:
                    case not null when isRightToLeft:
                        writer.Write("<bdi>");
                        encoder.Encode(writer, Format(argument));
                        writer.Write("</bdi>");
                        break;
                    default:
                        encoder.Encode(writer, Format(argument));
                        break;
                }
            });
    }

    /// <summary>
    /// Without HTML. Words of people are isolated where they or the text run from right to left, and only there, so that titles stay clean.
    /// </summary>
    public override string ToString()
    {
        if (!HasPlaces)
        {
            return text;
        }

        var filled = new StringBuilder();
        Fill(
            words => filled.Append(words),
            argument => filled.Append(argument is string words && (isRightToLeft || Bidi.HasRightToLeft(words))
                ? IsolateStart + words + IsolateEnd
                : Format(argument)));
        return filled.ToString();
    }

    private string Format(object? argument) =>
        argument is string words ? words : Digits.Of(Convert.ToString(argument, culture) ?? "", culture);

    /// <summary>Walks along the text: its own words, and what stands in its places <c>{0}</c> to <c>{9}</c>.</summary>
    private void Fill(Action<string> own, Action<object?> place)
    {
        var start = 0;
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = text.IndexOf('{', start))
        {
            own(text[start..at]);
            place(arguments[text[at + 1] - '0']);
            start = at + 3;
        }

        own(text[start..]);
    }
}
