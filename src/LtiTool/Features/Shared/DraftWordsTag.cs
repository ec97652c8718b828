using LearningBuddy.LtiTool.Texts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// Gives a form whose draft is kept (<c>wwwroot/js/drafts.js</c>) the words for where it stands.
/// </summary>
[HtmlTargetElement("form", Attributes = "data-draft")]
public sealed class DraftWordsTag(Localizer texts) : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("data-saving", texts.Plain("shared.draft-saving"));
        output.Attributes.SetAttribute("data-empty", texts.Plain("shared.draft-empty"));
        output.Attributes.SetAttribute("data-saved", texts.Plain("shared.draft-saved"));
        output.Attributes.SetAttribute("data-cut", texts.Plain("shared.draft-cut"));
        output.Attributes.SetAttribute("data-offline", texts.Plain("shared.draft-offline"));
        output.Attributes.SetAttribute("data-unkept", texts.Plain("shared.draft-unkept"));
        output.Attributes.SetAttribute("data-failed", texts.Plain("shared.draft-failed"));
        output.Attributes.SetAttribute("data-ended", texts.Plain("shared.draft-ended"));
        output.Attributes.SetAttribute("data-ended-unkept", texts.Plain("shared.draft-ended-unkept"));
    }
}
