using System.Reflection;
using LearningBuddy.LtiTool.Features.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>A page of the tool as the endpoint list has it.</summary>
/// <param name="Name">Where its file is, e.g. <c>/Evidence/Show</c>.</param>
/// <param name="Path">Its shortest address in a session, e.g. <c>/evidence/show</c>.</param>
/// <param name="Model">Type of its model.</param>
internal sealed record ToolPage(string Name, string Path, Type Model)
{
    /// <summary>What one must be allowed to do to come to it, or null for everybody in the journey.</summary>
    public NeedsAttribute? Needs => Model.GetCustomAttribute<NeedsAttribute>();

    /// <summary>Whether it is outside of any session.</summary>
    public bool IsWithoutSession => Model.GetCustomAttribute<WithoutSessionAttribute>() is not null;

    /// <summary>The section it belongs to, or null.</summary>
    public Type? Section => Model.GetCustomAttribute<OfThemeAttribute>()?.Section;

    /// <summary>Every page of the tool: found, not listed by hand, so that none is forgotten.</summary>
    public static IReadOnlyList<ToolPage> All(Stage stage) =>
    [
        .. stage.Tool.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (Endpoint: endpoint, Page: endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() ?? Compile(stage, endpoint)))
            .Where(pair => pair.Page is not null)
            .GroupBy(pair => pair.Page!.ViewEnginePath)
            .Select(same => new ToolPage(
                same.Key,
                "/" + same.Select(pair => pair.Endpoint.RoutePattern.RawText!.ToLowerInvariant()).OrderBy(path => path.Length).First(),
                same.First().Page!.ModelTypeInfo!.AsType()))
            .OrderBy(page => page.Name, StringComparer.Ordinal),
    ];

    private static CompiledPageActionDescriptor? Compile(Stage stage, RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            return null;
        }

        return stage.Tool.Services.GetRequiredService<Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.PageLoader>()
            .LoadAsync(page, endpoint.Metadata).GetAwaiter().GetResult();
    }
}
