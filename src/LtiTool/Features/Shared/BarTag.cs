using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// <c>&lt;bar part="2" of="7" /&gt;</c>: a stretch of a line. The numbers stand beside it in words, so it is hidden from whoever listens.
/// </summary>
[HtmlTargetElement("bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarTag : TagHelper
{
    /// <summary>How much, 0 to <see cref="Of"/>.</summary>
    public long Part { get; set; }

    /// <summary>What the whole line stands for; a line of nothing is empty.</summary>
    public long Of { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "bar");
        output.Attributes.SetAttribute("aria-hidden", "true");
        var share = (100.0 * Part / Math.Max(1, Of)).ToString("0.#", CultureInfo.InvariantCulture);
        output.Content.SetHtmlContent(
            $"""<rect width="100%" height="14" class="fl" /><rect width="{share}%" height="14" class="fa" />""");
    }
}
