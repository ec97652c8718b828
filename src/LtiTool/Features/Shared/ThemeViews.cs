using System.Collections.Concurrent;
using LearningBuddy.Shared.Core;
using Microsoft.AspNetCore.Mvc.ViewEngines;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Finds the parts of a page that themes show: partials of an agreed name in a theme's own folder.</summary>
public sealed class ThemeViews(ICompositeViewEngine engine)
{
    private readonly ConcurrentDictionary<string, (Theme Theme, string Path)[]> views = new(StringComparer.Ordinal);

    /// <summary>The view of a step: the partial of its own name, in its theme's folder.</summary>
    public static string PathOf(NextStep step) => $"/Features/{step.Theme}/_{step.Name}.cshtml";

    /// <summary>The view of a step.</summary>
    public string Of(NextStep step) => PathOf(step);

    /// <summary>The views of this name that the journey's themes have, in their order.</summary>
    public IEnumerable<string> Of(JourneyDesign design, string name) =>
        Having(name).Where(view => view.Theme.IsOn(design)).Select(view => view.Path);

    /// <summary>A theme's view of this name, or null.</summary>
    public string? Find(Theme theme, string name) => Having(name).FirstOrDefault(view => view.Theme == theme).Path;

    private static string PathOf(Theme theme, string name) =>
        $"/Features/{char.ToUpperInvariant(theme.Name[0])}{theme.Name[1..]}/{name}.cshtml";

    /// <summary>The themes that have a view of this name, looked for once.</summary>
    private (Theme Theme, string Path)[] Having(string name) => views.GetOrAdd(
        name,
        static (name, engine) =>
        [
            .. Themes.All.Select(theme => (theme, path: PathOf(theme, name)))
                .Where(view => engine.GetView(null, view.path, isMainPage: false).Success),
        ],
        engine);
}
