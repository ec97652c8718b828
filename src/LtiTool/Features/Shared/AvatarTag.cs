using System.Globalization;
using LearningBuddy.LtiTool.Texts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// <c>&lt;avatar name="…"&gt;</c>: the initials of a person in a tint of their own, or a drawing where a row is about a thing.
/// </summary>
[HtmlTargetElement("avatar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AvatarTag(Localizer texts) : TagHelper
{
    private const int Tints = 7;
    private const string NonJoiner = "\u200C";

    /// <summary>What the person is called; null shows a question mark.</summary>
    public string? Name { get; set; }

    /// <summary>A drawing of <see cref="IconTag"/> in place of initials.</summary>
    public string? Icon { get; set; }

    /// <summary>Whether it is a small one.</summary>
    public bool IsSmall { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        var look = Icon is null ? $"av t{TintOf(Name ?? "")}" : "av thing";
        output.Attributes.SetAttribute("class", IsSmall ? look + " s" : look);
        output.Attributes.SetAttribute("aria-hidden", "true");
        if (Icon is null)
        {
            output.Content.SetContent(Name is null ? "?" : InitialsOf(Name, texts.Culture));
            return;
        }

        var drawing = new TagHelperOutput("svg", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new IconTag { Name = Icon }.Process(context, drawing);
        output.Content.SetHtmlContent(drawing);
    }

    /// <summary>The same name has the same tint on every page and node.</summary>
    public static int TintOf(string name) => name.Aggregate(7, (sum, letter) => ((sum * 31) + letter) & 0xFFFF) % Tints + 1;

    /// <summary>
    /// One or two letters: how the first and the last word of a name begin. Letters that would join, as Arabic ones do, stand apart: they
    /// are no word.
    /// </summary>
    public static string InitialsOf(string name, CultureInfo culture)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var between = Bidi.HasRightToLeft(name) ? NonJoiner : "";
        return (words.Length > 1 ? First(words[0]) + between + First(words[^1]) : First(name)).ToUpper(culture);
    }

    private static string First(string word) => word.Length == 0 ? "" : StringInfo.GetNextTextElement(word);
}
