using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// <c>&lt;avatar name="…"&gt;</c>: the initials of a person in a tint of their own, or a drawing where a row is about a thing.
/// </summary>
[HtmlTargetElement("avatar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AvatarTag(DateText say) : TagHelper
{
    private const int Tints = 7;

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
            output.Content.SetContent(Name is null ? "?" : say.Initials(Name));
            return;
        }

        var drawing = new TagHelperOutput("svg", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new IconTag { Name = Icon }.Process(context, drawing);
        output.Content.SetHtmlContent(drawing);
    }

    /// <summary>The same name has the same tint on every page and node.</summary>
    public static int TintOf(string name) => name.Aggregate(7, (sum, letter) => ((sum * 31) + letter) & 0xFFFF) % Tints + 1;
}
