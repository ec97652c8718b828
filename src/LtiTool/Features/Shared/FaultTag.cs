using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// <c>&lt;input id="Title" fault="@…"&gt;</c>: what is wrong with a field stands below it and is tied to it, so that a listener hears
/// both. On a <c>fieldset</c> it stands at its end. Null when nothing is wrong. <c>wwwroot/js/faults.js</c> takes it away when the field
/// changes.
/// </summary>
[HtmlTargetElement("input", Attributes = Name, TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("textarea", Attributes = Name)]
[HtmlTargetElement("select", Attributes = Name)]
[HtmlTargetElement("fieldset", Attributes = Name)]
public sealed class FaultTag : TagHelper
{
    private const string Name = "fault";

    /// <summary>The words, or null.</summary>
    [HtmlAttributeName(Name)] public IHtmlContent? Fault { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Fault is null)
        {
            return;
        }

        var id = Text(output, "id") + "-fault";
        output.Attributes.SetAttribute("aria-describedby", $"{Text(output, "aria-describedby")} {id}".TrimStart());
        var isGroup = output.TagName == "fieldset";
        if (!isGroup)
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }

        // The field itself is no place for words; a group is.
        (isGroup ? output.PostContent : output.PostElement)
            .AppendHtml("<p class=\"fault\" id=\"").Append(id).AppendHtml("\"><span>").AppendHtml(Fault).AppendHtml("</span></p>");
    }

    private static string Text(TagHelperOutput output, string attribute)
    {
        switch (output.Attributes[attribute]?.Value)
        {
            case IHtmlContent content:
                using (var writer = new StringWriter())
                {
                    content.WriteTo(writer, NullHtmlEncoder.Default);
                    return writer.ToString();
                }

            case var value:
                return value?.ToString() ?? "";
        }
    }
}
