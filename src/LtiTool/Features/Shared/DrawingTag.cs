using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary><c>&lt;drawing name="…"&gt;</c>: a picture beside what the page says; it carries no meaning of its own.</summary>
[HtmlTargetElement("drawing", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DrawingTag : TagHelper
{
    private static readonly Dictionary<string, (string Box, string Lines)> Drawings = new(StringComparer.Ordinal)
    {
        ["pair"] = ("0 0 96 72",
            "<circle cx=\"35\" cy=\"22\" r=\"13\" class=\"fa\"/><path d=\"M11 72c0-18 10-30 24-30s24 12 24 30z\" class=\"fa\"/>" +
            "<circle cx=\"64\" cy=\"28\" r=\"12\" class=\"fw\"/><path d=\"M42 72c0-16 9-26 22-26s22 10 22 26z\" class=\"fw\"/>"),
        ["talk"] = ("0 0 120 92",
            "<circle cx=\"32\" cy=\"44\" r=\"15\" class=\"fa\"/><path d=\"M8 92c0-17 10-27 24-27s24 10 24 27z\" class=\"fa\"/>" +
            "<circle cx=\"84\" cy=\"48\" r=\"14\" class=\"fw\"/><path d=\"M61 92c0-16 9-25 23-25s23 9 23 25z\" class=\"fw\"/>" +
            "<path d=\"M58 6h34a10 10 0 0 1 10 10v7a10 10 0 0 1-10 10H74l-9 8v-8h-7a10 10 0 0 1-10-10v-7A10 10 0 0 1 58 6z\"" +
            " class=\"fp edge\"/>" +
            "<circle cx=\"66\" cy=\"19.5\" r=\"2.6\" class=\"fi\"/><circle cx=\"75\" cy=\"19.5\" r=\"2.6\" class=\"fi\"/>" +
            "<circle cx=\"84\" cy=\"19.5\" r=\"2.6\" class=\"fi\"/>"),
        ["cup"] = ("0 0 96 84",
            "<path d=\"M20 36h46v22a18 18 0 0 1-18 18H38a18 18 0 0 1-18-18z\" class=\"fa\"/>" +
            "<path d=\"M66 42h6a9 9 0 0 1 0 18h-6\" class=\"sa\"/>" +
            "<path d=\"M34 26c-4-5 4-8 0-14M50 26c-4-5 4-8 0-14\" class=\"sw\"/><path d=\"M12 80h62\" class=\"sl\"/>"),
        ["sprout"] = ("0 0 96 84",
            "<path d=\"M48 76V40\" class=\"sa\"/><path d=\"M48 46c0-15-10-22-26-22 0 15 10 22 26 22z\" class=\"fg\"/>" +
            "<path d=\"M48 38c0-13 8-20 23-20 0 13-8 20-23 20z\" class=\"fw\"/><path d=\"M22 76h52\" class=\"sl\"/>"),
    };

    /// <summary>Which drawing.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (box, lines) = Drawings[Name];
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ill");
        output.Attributes.SetAttribute("viewBox", box);
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(lines);
    }
}
