using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// Forms carry no cookie-bound token: many frames take no cookie, and the handle in the path does its work (docs/adr/0002).
/// </summary>
internal sealed class PlainForms : ITagHelperInitializer<FormTagHelper>
{
    public void Initialize(FormTagHelper helper, ViewContext context) => helper.Antiforgery = false;
}
