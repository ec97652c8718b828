using LearningBuddy.LtiTool.Spine;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Registers everything that leaves the tool.</summary>
internal static class DeliveryServices
{
    /// <summary>Adds projections, senders and the worker.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<LrsDestinations>();
        services.AddSingleton<StatementScenes>();
        services.AddScoped<IProjection, StatementProjection>();
        services.AddScoped<IProjection, ScoreProjection>();
        services.AddScoped<Outbox>();
        services.AddScoped<DueNudges>();
        services.AddSingleton<RosterPauses>();
        services.AddScoped<RosterSync>();
        services.AddScoped<ReturnedLearners>();
        services.AddSingleton<DailyRosters>();
        services.AddHostedService(provider => provider.GetRequiredService<DailyRosters>());
        services.AddScoped<IDeliverySender, StatementSender>();
        services.AddScoped<IDeliverySender, ScoreSender>();
        services.AddScoped<LineItems>();
        services.AddScoped<ManualMarks>();
        services.AddSingleton<RemoteLrs>();
        services.AddScoped<StatementReplay>();
        services.AddSingleton<ForwardingShares>();
        services.AddScoped<StatementForwarding>();
        services.AddSingleton<ForwardingWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<ForwardingWorker>());
        services.AddSingleton<DeliveryMetrics>();
        services.AddSingleton<DeliveryUpkeep>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryUpkeep>());
        services.AddSingleton<Lanes>();
        services.AddSingleton<LaneRunner>();
        services.AddSingleton<OutboxWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());
        return services;
    }
}
