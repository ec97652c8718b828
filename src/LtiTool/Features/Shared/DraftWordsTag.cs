using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Gives a form whose draft is kept (<c>wwwroot/js/drafts.js</c>) the words for where it stands. A page may say <c>data-changed</c> in its own words.</summary>
[HtmlTargetElement("form", Attributes = "data-draft")]
public sealed class DraftWordsTag(IStringLocalizer<Texts> texts) : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("data-saving", texts["Saving …"].Value);
        output.Attributes.SetAttribute("data-empty", texts["(nothing)"].Value);
        output.Attributes.SetAttribute("data-saved", texts["Saved"].Value);
        output.Attributes.SetAttribute("data-offline", texts["No connection. Kept on this device; it is saved when the connection is back."].Value);
        output.Attributes.SetAttribute("data-unkept", texts["It could not be saved yet. Leave this page open: it is tried again."].Value);
        output.Attributes.SetAttribute("data-failed", texts["It could not be saved just now. Kept on this device; it is tried again."].Value);
        output.Attributes.SetAttribute(
            "data-ended", texts["The session has ended. Open this again from your course: what you wrote is kept on this device and comes back there."].Value);
        output.Attributes.SetAttribute("data-ended-unkept", texts["The session has ended. Copy what you wrote, and open this again from your course."].Value);
    }
}
