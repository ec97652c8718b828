using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Core;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>A page of a journey that has its design.</summary>
public abstract class JourneyPage(CurrentSession me) : PageModel
{
    /// <summary>Who is here.</summary>
    protected CurrentSession Session { get; } = me;

    /// <summary>The journey's design.</summary>
    public JourneyDesign Design => Session.Design ?? throw new InvalidOperationException("The journey has no design.");

    /// <summary>The journey.</summary>
    protected Guid JourneyId => Session.JourneyId ?? throw new InvalidOperationException("This launch has no journey.");

    /// <summary>Goes to a page after something was done: no page in the frame is the answer to a POST.</summary>
    /// <param name="page">Which.</param>
    /// <param name="done">The id of a text for <see cref="FlashMessage"/>.</param>
    /// <param name="id">What the page is about, if it is about one thing.</param>
    protected RedirectToPageResult Done(string page, string done, Guid? id = null) => RedirectToPage(page, new { id, done });
}
