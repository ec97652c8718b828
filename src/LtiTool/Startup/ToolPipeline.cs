using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.XApi.Lrs;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Startup;

/// <summary>What a request passes through, in order.</summary>
internal static class ToolPipeline
{
    private static readonly TimeSpan StaticFilesKept = TimeSpan.FromDays(30);

    private static readonly string[] LanguagesWithoutLaunch = [.. TextCatalog.Languages, PseudoLanguage.Tag];

    /// <summary>Brings the database up to date, and reads what would stop the start if it were wrong. Goes on beside the caller.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong; thrown at once.</exception>
    public static Task PrepareAsync(this WebApplication app)
    {
        _ = app.Services.GetRequiredService<IOptions<LearningBuddyOptions>>().Value;
        return Task.WhenAll(Task.Run(() => FillDatabaseAsync(app)), Task.Run(app.ReadTemplatesAsync));
    }

    /// <summary>An address that names the version of its file never changes what it means; any other is asked about each time.</summary>
    private static string CacheOf(HttpRequest request) => request.Query.ContainsKey("v")
        ? $"public, max-age={(int)StaticFilesKept.TotalSeconds}"
        : "no-cache";

    /// <summary>Looks for the pages now: otherwise the first request would wait for it.</summary>
    public static void FindEndpoints(this IEndpointRouteBuilder routes)
    {
        foreach (var source in routes.DataSources)
        {
            _ = source.Endpoints;
        }
    }

    private static async Task FillDatabaseAsync(WebApplication app)
    {
        var migrated = await DatabaseStart.MigrateAsync(app.Services, app.Lifetime.ApplicationStopping);
        // Opened now and not with the first statement: a store of another version stops the start with one line.
        _ = app.Services.GetRequiredService<EmbeddedLrs>();
        if (migrated)
        {
            await app.PrepareAdminAsync();
        }
    }

    /// <summary>Wires the pipeline and maps everything that answers.</summary>
    public static void UseLearningBuddy(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<IOptions<LearningBuddyOptions>>().Value;
        if (settings.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders(TrustedProxies.Options(settings.TrustedProxies));
        }

        app.UseExceptionHandler(OwnFault.Options(app.Services));
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = CacheOf(context.Context.Request),
        });
        app.UseMiddleware<SessionPath>();
        app.UseWhen(IsWithoutLaunch, SpeakTheBrowsersLanguage);
        app.UseMiddleware<DevicePath>();
        app.UseRouting();
        app.UseRateLimiter();
        app.MapLti();
        app.MapEmbeddedLrs();
        OpenTab.Map(app);
        app.MapFeatures();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        if (settings.Demo)
        {
            DemoClock.Map(app);
        }
    }

    /// <summary>Administrators, and readers of mails, come without a launch that could say their language; a mail's links say it.</summary>
    private static bool IsWithoutLaunch(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/admin", StringComparison.Ordinal)
        || context.Request.Path.StartsWithSegments("/n", StringComparison.Ordinal)
        || context.Request.Path.StartsWithSegments(DevicePath.Home, StringComparison.Ordinal)
        || context.Request.Path.StartsWithSegments(GuestTokens.NewLinkPage, StringComparison.Ordinal);

    private static void SpeakTheBrowsersLanguage(IApplicationBuilder pages) => pages.UseRequestLocalization(options => options
        .SetDefaultCulture(TextCatalog.Fallback)
        .AddSupportedCultures(LanguagesWithoutLaunch)
        .AddSupportedUICultures(LanguagesWithoutLaunch));
}
