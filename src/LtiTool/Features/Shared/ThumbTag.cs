using LearningBuddy.Shared.Evidence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// <c>&lt;thumb file="…" piece="…"&gt;</c>: a small picture beside the name of a file, which stands in words. A picture is loaded by the
/// page itself, with whatever admits the page; behind it, and for every other file, is a drawing.
/// </summary>
[HtmlTargetElement("thumb", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ThumbTag(IUrlHelperFactory urls) : TagHelper
{
    /// <summary>The file.</summary>
    public EvidenceFile File { get; set; } = null!;

    /// <summary>The piece of evidence that it belongs to.</summary>
    public Guid Piece { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "thumb");
        var drawing = new TagHelperOutput(
            "svg", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new IconTag { Name = "file" }.Process(context, drawing);
        output.Content.AppendHtml(drawing);
        if (File.ContentType.StartsWith("image/", StringComparison.Ordinal))
        {
            var picture = new TagBuilder("img") { TagRenderMode = TagRenderMode.SelfClosing };
            picture.MergeAttributes(new Dictionary<string, string?>
            {
                ["src"] = urls.GetUrlHelper(ViewContext).Page("/Evidence/File", new { id = Piece, sha256 = File.Sha256 }),
                ["alt"] = "",
                ["loading"] = "lazy",
            });
            output.Content.AppendHtml(picture);
        }
    }
}
