using LearningBuddy.LtiTool.Doors;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// Gives every <c>&lt;a download&gt;</c> of a session its ticket (<see cref="DownloadTickets"/>): it works without a cookie.
/// </summary>
[HtmlTargetElement("a", Attributes = "download")]
public sealed class DownloadTag(DownloadTickets tickets, CurrentSession me) : TagHelper
{
    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var home = ViewContext.HttpContext.Request.PathBase.Value ?? "";
        if (me.IsOpen && output.Attributes["href"]?.Value.ToString() is { } address
            && address.StartsWith(home + "/", StringComparison.Ordinal))
        {
            output.Attributes.SetAttribute("href", home + tickets.Sign(me.Id, address[home.Length..]));
        }
    }
}
