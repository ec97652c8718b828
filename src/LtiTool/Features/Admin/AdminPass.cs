using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>The cookie of an administrator who gave the token: good for eight hours, for our own pages only.</summary>
internal sealed class AdminPass(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "__Host-lb-admin";
    private static readonly TimeSpan Life = TimeSpan.FromHours(8);
    private readonly IDataProtector protector = protection.CreateProtector("LearningBuddy.Admin");

    /// <summary>Lets the browser in.</summary>
    public void Give(HttpResponse response) => response.Cookies.Append(
        Cookie,
        protector.Protect((clock.GetUtcNow() + Life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        new CookieOptions
        {
            Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = Life, IsEssential = true,
        });

    /// <summary>Whether the request comes with a pass that is still good.</summary>
    public bool Holds(HttpRequest request)
    {
        try
        {
            return request.Cookies[Cookie] is { } value
                && long.TryParse(protector.Unprotect(value), CultureInfo.InvariantCulture, out var until)
                && clock.GetUtcNow().ToUnixTimeSeconds() < until;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

/// <summary>
/// Lets nobody without a pass see a page below <c>/admin</c>, and no other site press a button there: a neighbour under
/// the same domain brings the pass along.
/// </summary>
internal sealed class AdminGate(AdminPass pass) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Doors.SessionHeaders.Private(context.HttpContext.Response);
        context.HttpContext.Response.Headers.ContentSecurityPolicy = Doors.SessionHeaders.Policy("'none'");
        var request = context.HttpContext.Request;
        if (Doors.ForeignRequest.Is(request))
        {
            await Doors.ForeignRequest.RefuseAsync(context.HttpContext);
            context.Result = new EmptyResult();
            return;
        }

        if (context.HandlerInstance is not EnterModel && !pass.Holds(request))
        {
            context.Result = new RedirectToPageResult("/Admin/Enter");
            return;
        }

        await next();
    }
}
