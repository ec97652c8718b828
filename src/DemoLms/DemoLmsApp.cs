using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using LearningBuddy.DemoLms.Api;
using LearningBuddy.DemoLms.Assets;
using LearningBuddy.DemoLms.DeepLinking;
using LearningBuddy.DemoLms.Mail;
using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.Pages;
using LearningBuddy.DemoLms.Registration;
using LearningBuddy.DemoLms.Storage;
using LearningBuddy.DemoLms.Tokens;
using LearningBuddy.DemoLms.Wire;
using LearningBuddy.DemoLms.World;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LearningBuddy.DemoLms;

/// <summary>A small, honest LTI 1.3 Advantage platform for development, demonstrations and tests.</summary>
public static class DemoLmsApp
{
    private const string DefaultUrl = "http://127.0.0.1:5081";

    /// <summary>Builds the host; the caller starts it.</summary>
    /// <param name="args">Command line settings, e.g. <c>--DemoLms:ToolUrl=http://localhost:5080</c>.</param>
    /// <param name="configure">Last word on services and settings, for tests.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.WebHost.UseUrls(DefaultUrl);
        // Moodle writes typographic quotes into Link headers.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ResponseHeaderEncodingSelector = _ => Encoding.UTF8);
        configure?.Invoke(builder);
        AddServices(builder);
        var app = builder.Build();
        MapEndpoints(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        var services = builder.Services;
        services.AddRazorComponents();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddHttpClient(ToolRegistrar.ClientName);
        services.AddSingleton(builder.Configuration.GetSection(DemoLmsOptions.Section).Get<DemoLmsOptions>() ?? new DemoLmsOptions());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PublicAddress>()
            .AddSingleton<DemoClock>()
            .AddSingleton<DemoWorld>()
            .AddSingleton<CourseWork>()
            .AddSingleton<SharedClock>();
        services.AddSingleton<LaunchDesk>().AddSingleton<IdTokens>();
        services.AddSingleton<RegistrationTokens>().AddSingleton<ToolRegistrar>().AddHostedService<RegisterAtStart>();
        services.AddSingleton<ToolKeys>().AddSingleton<ToolTokens>().AddSingleton<AccessTokens>().AddSingleton<UsedAssertions>();
        services.AddSingleton<DeepLinkReturns>()
            .AddSingleton<DeepLinkDrafts>()
            .AddSingleton<DeepLinkingResponse>()
            .AddSingleton<ContentItems>();
        services.AddSingleton<MailFolder>().AddSingleton<OneClickUnsubscribe>();
        // Nothing but the post tells who unsubscribes, and nothing leads it elsewhere (RFC 8058, 3.1 and 3.2).
        services.AddHttpClient(OneClickUnsubscribe.ClientName, client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    }

    private static void MapEndpoints(WebApplication app)
    {
        MoodleAuthorization.Map(app);
        CanvasAuthorization.Map(app);
        KeyEndpoints.Map(app, app.Services.GetRequiredService<DemoWorld>());
        PlatformConfigurations.Map(app);
        MoodleRegistration.Map(app);
        CanvasRegistration.Map(app);
        MoodleTokenEndpoint.Map(app);
        CanvasTokenEndpoint.Map(app);
        MoodleServices.Map(app);
        CanvasServices.Map(app);
        DeepLinkEndpoints.Map(app);
        StorageFrame.Map(app);
        WorldEndpoints.Map(app);
        ControlEndpoints.Map(app);
        AssetEndpoints.Map(app);
        MailboxEndpoints.Map(app);
        CourseActions.Map(app);
        SignInEndpoints.Map(app);
        PageEndpoints.Map(app);
    }
}
