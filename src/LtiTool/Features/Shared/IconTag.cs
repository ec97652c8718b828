using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary><c>&lt;icon name="…"&gt;</c>: a small drawing beside a word, never in its place.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTag : TagHelper
{
    private static readonly Dictionary<string, string> Drawings = new(StringComparer.Ordinal)
    {
        ["done"] = "<path d=\"M3 8.5l3.2 3.2L13 4.8\"/>",
        ["wait"] = "<circle cx=\"8\" cy=\"8\" r=\"6.2\"/><path d=\"M8 4.6V8l2.3 1.6\"/>",
        ["back"] = "<path d=\"M6.5 4L3 7.5 6.5 11M3 7.5h6.5a3.5 3.5 0 0 1 0 7H8\"/>",
        ["alert"] = "<path d=\"M8 2.2L14.4 13H1.6z\"/><path d=\"M8 6.4v3M8 11.2v.1\"/>",
        ["eye"] = "<path d=\"M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z\"/><circle cx=\"8\" cy=\"8\" r=\"2\"/>",
        ["pen"] = "<path d=\"M3 13l.6-2.8L11 2.8l2.2 2.2-7.4 7.4z\"/>",
        ["file"] = "<path d=\"M4 1.8h5l3 3v9.4H4z\"/><path d=\"M9 1.8v3h3\"/>",
        ["people"] = "<circle cx=\"5.6\" cy=\"5.4\" r=\"2.3\"/>" +
            "<path d=\"M1.4 13.4c0-2.6 1.8-4 4.2-4s4.2 1.4 4.2 4M10.6 3.4a2.3 2.3 0 0 1 0 4.2M12 9.8c1.6.5 2.6 1.8 2.6 3.6\"/>",
    };

    /// <summary>Which drawing.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("viewBox", "0 0 16 16");
        output.Attributes.SetAttribute("fill", "none");
        output.Attributes.SetAttribute("stroke", "currentColor");
        output.Attributes.SetAttribute("stroke-width", "1.7");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(Drawings[Name]);
    }
}
