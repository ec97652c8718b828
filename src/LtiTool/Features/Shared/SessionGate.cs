using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Says what somebody must be allowed to do to come to a page; without it, to see the journey.</summary>
/// <param name="thing">With what.</param>
/// <param name="right">What.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Thing thing, Right right = Right.See) : Attribute
{
    /// <summary>With what.</summary>
    public Thing Thing { get; } = thing;

    /// <summary>What.</summary>
    public Right Right { get; } = right;
}

/// <summary>Says which section of the design a page belongs to: where its theme is switched off, there is no such page.</summary>
/// <param name="section">The type of the section.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OfThemeAttribute(Type section) : Attribute
{
    /// <summary>The type of the section.</summary>
    public Type Section { get; } = section;

    /// <summary>Whether a journey with this design has the page.</summary>
    public bool IsOn(JourneyDesign? design) => design?.Sections.Has(Section) == true;
}

/// <summary>A page outside of any session, such as the administrator's.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutSessionAttribute : Attribute;

/// <summary>A page that makes sense without a course.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutCourseAttribute : Attribute;

/// <summary>Lets nobody see a page that isn't for them, or that the journey doesn't have, before any of it runs.</summary>
internal sealed class SessionGate(CurrentSession me) : IAsyncPageFilter
{
    private static readonly NeedsAttribute Anybody = new(Thing.Journey);

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null && !HttpMethods.IsGet(context.HttpContext.Request.Method)
            && !HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            context.Result = RefusedRequest.NoSuchAction;
            return Task.CompletedTask;
        }

        // What stands over the page's model; the framework keeps it with the endpoint.
        var page = context.HttpContext.GetEndpoint()!.Metadata;
        if (page.GetMetadata<WithoutSessionAttribute>() is not null)
        {
            return next();
        }

        if (me is { IsOpen: true, HasCourse: false } && page.GetMetadata<WithoutCourseAttribute>() is null)
        {
            context.Result = new RedirectToPageResult("/Today/NoCourse");
            return Task.CompletedTask;
        }

        var needs = page.GetMetadata<NeedsAttribute>() ?? Anybody;
        if (!me.IsOpen
            || !Rights.Allow(me.Relations, needs.Thing, needs.Right)
            || page.GetMetadata<OfThemeAttribute>()?.IsOn(me.Design) == false)
        {
            context.Result = new NotFoundResult();
            return Task.CompletedTask;
        }

        return next();
    }
}
