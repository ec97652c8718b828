using System.Globalization;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Texts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>
/// <c>&lt;moment at="…"&gt;</c>: a day with its hour in UTC, which administrators of a platform and of this tool read in the same way.
/// </summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTag(DateText say, Localizer texts) : TagHelper
{
    /// <summary>The moment.</summary>
    public DateTimeOffset At { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", say.Exactly(At));
        output.Content.SetContent(texts.Plain("admin.at-hour", say.Day(At), say.Time(At)));
    }
}
