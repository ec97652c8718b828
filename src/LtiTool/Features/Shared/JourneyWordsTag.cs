using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Texts;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// <c>&lt;bdi journey-words&gt;</c>: what the journey says, in its own language. Where that isn't the page's, the element says so: it
/// is read out right, and runs its own way (WCAG 2.2, 3.1.2). Only for elements within a line: a block that runs its own way would begin
/// at the other side of the page.
/// </summary>
[HtmlTargetElement(Attributes = "journey-words")]
public sealed class JourneyWordsTag(CurrentSession me, Localizer texts) : TagHelper
{
    /// <summary>The name under which a page without a session says which language the journey speaks.</summary>
    public const string Language = "JourneyLanguage";

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("journey-words");
        if (Spoken(me.IsOpen ? me.Design?.Language : ViewContext.ViewData[Language] as string, texts) is { } language)
        {
            output.Attributes.SetAttribute("lang", language);
            output.Attributes.SetAttribute("dir", "auto");
        }
    }

    /// <summary>The language for <c>lang</c>, beside which <c>dir="auto"</c> stands; null where it is the page's own.</summary>
    /// <param name="language">The journey's tag, or null where it says none.</param>
    /// <param name="texts">The page's.</param>
    public static string? Spoken(string? language, Localizer texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return LanguageTags.Find(language)?.TwoLetterISOLanguageName == texts.Language ? null : language;
    }
}
