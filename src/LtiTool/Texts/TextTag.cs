using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningBuddy.LtiTool.Texts;

/// <summary>
/// <c>&lt;button text="evidence.send"&gt;</c>: the text behind whatever the element holds already, and <c>data-text</c> with its id, so
/// that tests press by id and not by wording.
/// </summary>
[HtmlTargetElement(Attributes = "text")]
public sealed class TextTag(Localizer texts) : TagHelper
{
    /// <summary>The text's id.</summary>
    [HtmlAttributeName("text")]
    public string Id { get; set; } = "";

    /// <summary>What <c>{0}</c> shows, if the text has a place.</summary>
    [HtmlAttributeName("text-arg")]
    public object? Argument { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("data-text", Id);
        output.PostContent.AppendHtml(texts[Id, Argument]);
    }
}
