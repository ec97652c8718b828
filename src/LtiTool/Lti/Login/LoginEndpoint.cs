using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// <c>/lti/login</c>: the platform names a person, the tool answers with an authentication request (1EdTech Security Framework 1.0, 5.1.1).
/// Writes nothing on the server; what the launch needs travels in <c>state</c>, and the browser keeps a secret that proves it is the same
/// one.
/// </summary>
internal sealed partial class LoginEndpoint(
    LoginStates states, IOptions<LtiOptions> options, TimeProvider clock, ILogger<LoginEndpoint> logger)
{
    private readonly string redirectUri = options.Value.PublicUrl.AbsoluteUri.TrimEnd('/') + "/lti/launch";

    /// <summary>Answers a login by GET or POST.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var ct = context.RequestAborted;
        var (request, unreadable) = await ReadAsync(context);
        if (request is null)
        {
            await RefuseAsync(context, unreadable!, null, ct);
            return;
        }

        var directory = context.RequestServices.GetRequiredService<IPlatformDirectory>();
        var (platform, problem) = LoginPlatform.Choose(await directory.FindByIssuerAsync(request.Issuer, ct), request);
        if (platform is null || problem is not null)
        {
            await RefuseAsync(context, problem!, platform, ct);
            return;
        }

        await BeginAsync(context, platform, request, ct);
    }

    private async ValueTask<(LoginRequest? Request, LaunchProblem? Problem)> ReadAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            return LoginRequest.Read(name => query[name]);
        }

        var (form, problem) = await FormReading.ReadAsync(context, options.Value.MaxLaunchBytes);
        return form is null ? (null, problem) : LoginRequest.Read(name => form.TryGetValue(name, out var value) ? value : query[name]);
    }

    private async Task BeginAsync(HttpContext context, Platform platform, LoginRequest request, CancellationToken ct)
    {
        var (pending, proof) = LoginState.Begin(platform.Id, request.TargetLinkUri, request.StorageTarget, clock.GetUtcNow());
        var address = AuthenticationRequest.Address(platform, request, pending, states.Write(pending), redirectUri);
        BrowserCookie.Append(context.Response, pending.CookieName, proof, LoginState.Lifetime);
        if (CookieIsSure(context.Request))
        {
            LtiPage.NeverStore(context.Response);
            context.Response.Redirect(address);
            return;
        }

        await LoginPage.WriteAsync(context, platform, request, pending, proof, address, ct);
    }

    /// <summary>
    /// At top level and over TLS every engine keeps the cookie, so a redirect is enough. In a frame, or over plain http where WebKit
    /// refuses Secure
    /// cookies, a page must write storage; a browser that does not say where it is may be either.
    /// </summary>
    private static bool CookieIsSure(HttpRequest request) => request.IsHttps && request.Headers["Sec-Fetch-Dest"] == "document";

    private Task RefuseAsync(HttpContext context, LaunchProblem problem, Platform? platform, CancellationToken ct)
    {
        Log.Refused(logger, RefusalRule.CodeOf(problem.Reason), problem.Reason, platform?.Id, problem.Detail);
        return AdvicePage.WriteAsync(context, problem, platform, ct);
    }

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Warning, "Login refused: {Code} {Reason}, registration {PlatformId}: {Detail}")]
        public static partial void Refused(ILogger logger, string code, LaunchRefusal reason, Guid? platformId, string detail);
    }
}
