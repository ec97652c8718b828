using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features;
using LearningBuddy.LtiTool.Intake;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Messages;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.XApi.Lrs;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Startup;

/// <summary>Puts the rooms of the house together.</summary>
internal static class ToolServices
{
    private const int LongestRequestLine = 32 * 1024;

    /// <summary>Registers everything the tool is made of.</summary>
    public static void AddLearningBuddy(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var section = builder.Configuration.GetSection(LearningBuddyOptions.Section);
        services.AddOptions<LearningBuddyOptions>().Bind(section)
            .PostConfigure(options => options.PublicUrl = InAscii(options.PublicUrl))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<LearningBuddyOptions>, SettingsCheck>();
        var settings = section.Get<LearningBuddyOptions>() ?? new LearningBuddyOptions();

        builder.WebHost.ConfigureKestrel(SetLimits);
        services.AddClock(settings);
        services.AddDatabase(DatabaseAddress.From(builder.Configuration.GetConnectionString("Database"), DataFolder(settings)));
        services.AddTexts(provider => provider.GetRequiredService<CurrentSession>().IsInformal);
        services.AddProtocol(section);
        services.AddSessions();
        services.AddSpine();
        services.AddDelivery();
        services.AddMail();
        services.AddEmbeddedLrs(builder.Configuration);
        services.AddIntake();
        services.AddFeatures();
        services.AddRateLimiter(limits => limits.OnRejected = TooManyTries.AnswerAsync);
        services.AddTelemetry(builder.Configuration);
        services.AddSingleton<StorageState>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
    }

    /// <summary>Some platforms send logins by GET with hints of many thousand characters; the server's own limit is 8 KiB.</summary>
    internal static void SetLimits(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
    }

    /// <summary>
    /// A host in letters of any script, written as headers, platforms and other programs compare it (RFC 5890, 2.3.2.1): every address that
    /// leaves the tool begins with it. What can't be one stays, for the check of the settings to name.
    /// </summary>
    internal static Uri InAscii(Uri address) =>
        address.IsAbsoluteUri && WebAddress.Find(address.AbsoluteUri) is { } ours
            ? new(WebAddress.OriginOf(ours) + ours.PathAndQuery)
            : address;

    private static string DataFolder(LearningBuddyOptions settings) => Directory.CreateDirectory(settings.DataDirectory).FullName;

    private static void AddClock(this IServiceCollection services, LearningBuddyOptions settings)
    {
        if (settings.Demo)
        {
            services.AddSingleton<ShiftableClock>();
            services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<ShiftableClock>());
        }
        else
        {
            services.AddSingleton(TimeProvider.System);
        }
    }

    private static void AddProtocol(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddOptions<LtiOptions>().Bind(section.GetSection("Lti")).Configure<IOptions<LearningBuddyOptions>>((lti, tool) =>
        {
            lti.PublicUrl = tool.Value.PublicUrl;
            lti.AllowInsecureHttp = tool.Value.AllowInsecureHttp;
            lti.RegistrationMode = tool.Value.Registration.Mode;
        }).ValidateDataAnnotations().ValidateOnStart();
        services.AddLti();
    }

    private static void AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<LaunchRecords>();
        services.AddSingleton<SessionQueries>();
        services.AddSingleton<SessionReader>();
        services.AddSingleton<SelectedAgain>();
        services.AddSingleton<ILaunchAdmission, SessionOpener>();
        services.AddSingleton<TabTickets>();
        services.AddSingleton<DownloadTickets>();
        services.AddScoped<CurrentSession>();
        services.AddScoped<SessionStore>();
        services.AddScoped<EndedSessions>();
        services.AddGuests();
        services.AddDevices();
    }

    private static void AddGuests(this IServiceCollection services)
    {
        services.AddSingleton<GuestTokens>();
        services.AddScoped<GuestLinks>();
        services.AddScoped<GuestPurposes>();
        services.AddScoped<GuestDoor>();
        services.AddScoped<GuestSessions>();
        services.AddScoped<GuestErasure>();
        services.AddScoped<UnansweredAddresses>();
    }

    private static void AddDevices(this IServiceCollection services)
    {
        services.AddSingleton<DeviceTickets>();
        services.AddScoped<CurrentDevice>();
        services.AddScoped<DeviceDoor>();
    }

    private static void AddIntake(this IServiceCollection services)
    {
        services.AddScoped<FoundLearners>();
        services.AddScoped<FoundTicks>();
        services.AddScoped<FoundEvidenceOffers>();
        services.AddScoped<FoundEvidenceReader>();
        services.AddScoped<RuleTrial>();
        services.AddScoped<RemoteSourceReader>();
        services.AddSingleton<SourcePauses>();
        services.AddSingleton<IntakeWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<IntakeWorker>());
    }
}
