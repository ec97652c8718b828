using System.Collections.Concurrent;
using LearningBuddy.Shared.Core;
using Microsoft.AspNetCore.Mvc.ViewEngines;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Finds the parts of a page that themes show: partials of an agreed name in a theme's own folder.</summary>
public sealed class ThemeViews(ICompositeViewEngine engine)
{
    private readonly ConcurrentDictionary<string, bool> there = new();

    /// <summary>The view of a step: the partial of its own name, in its theme's folder.</summary>
    public static string PathOf(NextStep step) => $"/Features/{step.Theme}/_{step.Name}.cshtml";

    /// <summary>The view of a step.</summary>
    public string Of(NextStep step) => PathOf(step);

    /// <summary>The views of this name that the journey's themes have, in their order.</summary>
    public IEnumerable<string> Of(JourneyDesign design, string name) =>
        Themes.All.Where(theme => theme.IsOn(design)).Select(theme => PathOf(theme, name)).Where(Exists);

    /// <summary>A theme's view of this name, or null.</summary>
    public string? Find(Theme theme, string name) => PathOf(theme, name) is var path && Exists(path) ? path : null;

    private static string PathOf(Theme theme, string name) =>
        $"/Features/{char.ToUpperInvariant(theme.Name[0])}{theme.Name[1..]}/{name}.cshtml";

    private bool Exists(string path) =>
        there.GetOrAdd(path, static (path, engine) => engine.GetView(null, path, isMainPage: false).Success, engine);
}
