using LearningBuddy.XApi.Lrs.Http;
using LearningBuddy.XApi.Lrs.Storage;
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
    /// <c>/xapi</c> answers a request without version header in the words of 2.0.0, <c>/xapi/v1</c> in those of 1.0.3: no single address
    /// can satisfy both
    /// conformance suites.
    /// </summary>
    public static IEndpointRouteBuilder MapEmbeddedLrs(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var services = routes.ServiceProvider;
        var store = services.GetRequiredService<IDocumentStore>();
        var clock = services.GetRequiredService<TimeProvider>();
        foreach (var (prefix, version) in new[] { ("/xapi", XApiVersion.V200), ("/xapi/v1", XApiVersion.V103) })
        {
            Map(routes, prefix + "/statements", version, services.GetRequiredService<StatementsResource>());
            Map(routes, prefix + "/activities/state", version, new DocumentResource(DocumentRules.State, store, clock));
            Map(routes, prefix + "/activities/profile", version, new DocumentResource(DocumentRules.ActivityProfile, store, clock));
            Map(routes, prefix + "/agents/profile", version, new DocumentResource(DocumentRules.AgentProfile, store, clock));
            Map(routes, prefix + "/agents", version, services.GetRequiredService<AgentsResource>());
            Map(routes, prefix + "/activities", version, services.GetRequiredService<ActivitiesResource>());
            Map(routes, prefix + "/about", version, services.GetRequiredService<AboutResource>());
        }

        return routes;
    }

    private static void Map(IEndpointRouteBuilder routes, string path, XApiVersion version, ILrsResource resource)
    {
        var front = routes.ServiceProvider.GetRequiredService<LrsFront>();
        routes.Map(path, (RequestDelegate)(context => front.HandleAsync(context, version, resource)));
    }
}
