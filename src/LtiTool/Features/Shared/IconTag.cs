using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary><c>&lt;icon name="…"&gt;</c>: a small drawing beside a word, never in its place.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTag : TagHelper
{
    /// <summary>Lines on 24 by 24, drawn in the colour of the words.</summary>
    private static readonly Dictionary<string, string> Drawings = new(StringComparer.Ordinal)
    {
        ["done"] = "<path d=\"M5 12.5l4.5 4.5L19 7.5\"/>",
        ["wait"] = "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 7.5V12l3 2\"/>",
        ["back"] = "<path d=\"M9.5 6L5 10.5 9.5 15M5 10.5h9a5 5 0 0 1 0 10h-2\"/>",
        ["alert"] = "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/><path d=\"M12 7.5v5.5M12 16.3v.1\"/>",
        ["eye"] = "<path d=\"M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z\"/>" +
            "<circle cx=\"12\" cy=\"12\" r=\"2.75\"/>",
        ["lock"] = "<rect x=\"5\" y=\"10.5\" width=\"14\" height=\"9.5\" rx=\"2.5\"/><path d=\"M8 10.5V8a4 4 0 0 1 8 0v2.5\"/>",
        ["pen"] = "<path d=\"M4 20l1-4.5L16 4.5 19.5 8 8.5 19z\"/>",
        ["file"] = "<path d=\"M6.5 3.5h7l4 4v13h-11zM13.5 3.5v4h4\"/>",
        ["people"] = "<circle cx=\"8.5\" cy=\"8.5\" r=\"3\"/><circle cx=\"16.5\" cy=\"9.5\" r=\"2.5\"/>" +
            "<path d=\"M2.5 19c.5-3.6 2.8-5.5 6-5.5s5.5 1.9 6 5.5M17 14.5c2.5.2 4 1.7 4.5 4.5\"/>",
        ["ask"] = "<circle cx=\"12\" cy=\"12\" r=\"8.5\"/>" +
            "<path d=\"M9.7 9.5a2.4 2.4 0 1 1 4 1.9c-.9.7-1.7 1.2-1.7 2.3M12 16.6v.1\"/>",
        ["bell"] = "<path d=\"M6.5 10.5a5.5 5.5 0 0 1 11 0c0 5 2 6 2 6h-15s2-1 2-6zM10 19.5a2.2 2.2 0 0 0 4 0\"/>",
        ["book"] = "<path d=\"M12 6.5C10 5 7 4.5 4 4.5V18c3 0 6 .5 8 2 2-1.5 5-2 8-2V4.5c-3 0-6 .5-8 2zM12 6.5V20\"/>",
        ["care"] = "<path d=\"M12 19.5S4 14.5 4 9a4.2 4.2 0 0 1 8-1.8A4.2 4.2 0 0 1 20 9c0 5.5-8 10.5-8 10.5z\"/>",
        ["challenge"] = "<path d=\"M3.5 19l6-9.5 3.5 5 2-2.8 5.5 7.3zM15.5 5.5h4v4\"/>",
        ["day"] = "<rect x=\"4\" y=\"5.5\" width=\"16\" height=\"14.5\" rx=\"2.5\"/><path d=\"M4 10h16M8.5 3.5v4M15.5 3.5v4\"/>",
        ["down"] = "<path d=\"M6 9.5l6 6 6-6\"/>",
        ["get"] = "<path d=\"M12 4v11M7 10.5l5 5 5-5M5 20h14\"/>",
        ["idea"] = "<path d=\"M9 17.5h6M10 20.5h4M8.5 14.5a5.8 5.8 0 1 1 7 0c-.5.4-.5 1.2-.5 3H9c0-1.8 0-2.6-.5-3z\"/>",
        ["medal"] = "<circle cx=\"12\" cy=\"9.5\" r=\"5.5\"/><path d=\"M8.5 14L7 21l5-2.5 5 2.5-1.5-7\"/>",
        ["out"] = "<path d=\"M13.5 4.5h6v6M19 5l-8 8M10 6H5.5v12.5H18V14\"/>",
        ["plus"] = "<path d=\"M12 5v14M5 12h14\"/>",
        ["take-out"] = "<path d=\"M6.5 6.5l11 11M17.5 6.5l-11 11\"/>",
        ["up"] = "<path d=\"M6 14.5l6-6 6 6\"/>",
    };

    /// <summary>Those that point somewhere, and are turned where words run from right to left.</summary>
    private static readonly HashSet<string> Pointing = ["back", "out"];

    /// <summary>Which drawing.</summary>
    public string Name { get; set; } = "";

    /// <summary>Further classes, or null.</summary>
    public string? Class { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        string?[] classes = ["i", Pointing.Contains(Name) ? "turn" : null, Class];
        output.Attributes.SetAttribute("class", string.Join(' ', classes.OfType<string>()));
        output.Attributes.SetAttribute("viewBox", "0 0 24 24");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(Drawings[Name]);
    }
}
