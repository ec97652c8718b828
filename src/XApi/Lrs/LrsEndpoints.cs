using LearningBuddy.XApi.Lrs.Http;
using LearningBuddy.XApi.Statements;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LearningBuddy.XApi.Lrs;

/// <summary>Maps the record store's resources.</summary>
public static class LrsEndpoints
{
    /// <summary>
    /// <c>/xapi</c> answers a request without version header as 2.0.0, <c>/xapi/v1</c> as 1.0.3: no single address can satisfy both
    /// conformance suites.
    /// </summary>
    public static IEndpointRouteBuilder MapEmbeddedLrs(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        foreach (var (prefix, version) in new[] { ("/xapi", XApiVersion.V200), ("/xapi/v1", XApiVersion.V103) })
        {
            Map<StatementsResource>(routes, prefix + "/statements", version);
            Map<AboutResource>(routes, prefix + "/about", version);
        }

        return routes;
    }

    private static void Map<TResource>(IEndpointRouteBuilder routes, string path, XApiVersion version)
        where TResource : class, ILrsResource
    {
        var front = routes.ServiceProvider.GetRequiredService<LrsFront>();
        var resource = routes.ServiceProvider.GetRequiredService<TResource>();
        routes.Map(path, (RequestDelegate)(context => front.HandleAsync(context, version, resource)));
    }
}
