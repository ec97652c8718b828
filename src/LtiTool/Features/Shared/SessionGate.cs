using System.Reflection;
using LearningBuddy.LtiTool.Doors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Who a page is for.</summary>
[Flags]
public enum Audience
{
    /// <summary>Everybody with a session.</summary>
    Everybody = 0,

    /// <summary>Learners.</summary>
    Learners = 1,

    /// <summary>Facilitators: teaching assistants and instructors.</summary>
    Facilitators = 2,

    /// <summary>Instructors.</summary>
    Instructors = 4,
}

/// <summary>Says who a page is for; without it, for everybody with a session.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForAttribute(Audience audience) : Attribute
{
    /// <summary>Who.</summary>
    public Audience Audience { get; } = audience;
}

/// <summary>A page outside of any session, such as the administrator's.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutSessionAttribute : Attribute;

/// <summary>Lets nobody see a page that isn't for them, before any of it runs.</summary>
internal sealed class SessionGate(CurrentSession me) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var page = context.HandlerInstance.GetType();
        if (page.GetCustomAttribute<WithoutSessionAttribute>() is not null)
        {
            return next();
        }

        if (!me.IsOpen || !IsFor(page.GetCustomAttribute<ForAttribute>()?.Audience ?? Audience.Everybody))
        {
            context.Result = new NotFoundResult();
            return Task.CompletedTask;
        }

        return next();
    }

    private bool IsFor(Audience audience) =>
        audience == Audience.Everybody
        || (audience.HasFlag(Audience.Learners) && me.IsLearner)
        || (audience.HasFlag(Audience.Facilitators) && me.IsFacilitator)
        || (audience.HasFlag(Audience.Instructors) && me.IsInstructor);
}
