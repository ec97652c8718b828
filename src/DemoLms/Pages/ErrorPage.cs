using Microsoft.AspNetCore.Http.HttpResults;

namespace LearningBuddy.DemoLms.Pages;

/// <summary>The LMS's own error page.</summary>
internal static class ErrorPage
{
    public static IResult Show(string title, string text, int status) =>
        new RazorComponentResult<ErrorView>(new { Title = title, Text = text }) { StatusCode = status };

    public static IResult NotFound() => Show("Not here", "There is no such page, or this person has no business on it.", 404);
}
