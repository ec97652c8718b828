using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Maps the protocol's addresses. They take cross-site posts by design: <c>state</c> is their protection, not a form token.
/// </summary>
public static class LtiEndpoints
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] ReadAndPost = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>
    /// Maps <c>/lti/login</c>, <c>/lti/launch</c> , <c>/lti/register</c>, <c>/lti/jwks</c> and what single products need.
    /// </summary>
    public static IEndpointRouteBuilder MapLti(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var keys = services.GetRequiredService<ToolKeys>();
        routes.MapMethods("/lti/login", ReadAndPost, services.GetRequiredService<LoginEndpoint>().HandleAsync);
        routes.MapPost("/lti/launch", services.GetRequiredService<LaunchEndpoint>().HandleAsync);
        routes.MapMethods("/lti/jwks", Read, context => JwksEndpoint.HandleAsync(context, keys));
        routes.MapMethods("/.well-known/jwks.json", Read, context => JwksEndpoint.HandleAsync(context, keys));
        routes.MapGet("/lti/register", services.GetRequiredService<RegistrationEndpoint>().HandleAsync)
            .RequireRateLimiting(RegistrationEndpoint.RatePolicy);
        LmsCatalog.MapSetup(routes, services.GetRequiredService<IOptions<LtiOptions>>().Value.PublicUrl);
        return routes;
    }
}
