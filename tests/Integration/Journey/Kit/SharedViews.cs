using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;
using Microsoft.Extensions.DependencyInjection;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>
/// What the framework compiles for each view, once a run instead of once a host: many tests have a host of their own, and a third of what
/// its first pages cost was this.
/// </summary>
internal static class SharedViews
{
    private static readonly Lock Door = new();
    private static readonly ConcurrentDictionary<string, RazorPageFactoryResult> Factories = new();
    private static RazorPageActivator? activator;

    /// <summary>Before the tool adds its pages: what is there already stays.</summary>
    public static IServiceCollection AddSharedViews(this IServiceCollection services) => services
        .AddSingleton<IRazorPageFactoryProvider, ViewFactories>()
        .AddSingleton<IRazorPageActivator>(ActivatorOfTheRun);

    /// <summary>It keeps services of the first host that have no state of a host; what views ask for themselves comes from their request.</summary>
    private static RazorPageActivator ActivatorOfTheRun(IServiceProvider services)
    {
        lock (Door)
        {
            return activator ??= ActivatorUtilities.CreateInstance<RazorPageActivator>(services);
        }
    }

    private sealed class ViewFactories(IViewCompilerProvider compilers) : IRazorPageFactoryProvider
    {
        public RazorPageFactoryResult CreateFactory(string relativePath) => Factories.GetOrAdd(relativePath, Create);

        private RazorPageFactoryResult Create(string path)
        {
            var view = compilers.GetCompiler().CompileAsync(path).GetAwaiter().GetResult();
            return new RazorPageFactoryResult(view, view.Type is { } type ? () => NewPage(type, path) : null);
        }

        private static IRazorPage NewPage(Type type, string path)
        {
            var page = (IRazorPage)Activator.CreateInstance(type)!;
            page.Path = path;
            return page;
        }
    }
}
