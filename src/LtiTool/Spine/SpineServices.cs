using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Spine.Due;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>Registers the writer, what reads for it, and what becomes due.</summary>
internal static class SpineServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddSpine(this IServiceCollection services)
    {
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<DesignLibrary>();
        services.AddScoped<LearnerReader>();
        services.AddScoped<SubjectLocks>();
        services.AddScoped<OnlyOnce>();
        services.AddScoped(provider => new JourneyWriterParts(
            provider.GetRequiredService<WriteGate>(),
            provider.GetRequiredService<SubjectLocks>(),
            provider.GetRequiredService<LearnerReader>(),
            provider.GetServices<IProjection>(),
            provider.GetRequiredService<OnlyOnce>(),
            provider.GetRequiredService<OutboxSignal>(),
            provider.GetRequiredService<DueSignal>()));
        services.AddScoped<JourneyWriter>();
        services.AddScoped<SessionEnding>();
        services.AddSingleton<IProjection, StandingProjection>();
        services.AddSingleton<IProjection, AttentionProjection>();
        services.AddSingleton<IProjection, SprintChoiceProjection>();
        return services.AddDue();
    }

    private static IServiceCollection AddDue(this IServiceCollection services)
    {
        services.AddSingleton<DueSignal>();
        services.AddScoped<DueQueue>();
        services.AddSingleton<DueWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<DueWorker>());
        return services;
    }
}
