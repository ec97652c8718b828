using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.LtiTool.Spine.Due;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Registers everything that leaves the tool.</summary>
internal static class DeliveryServices
{
    /// <summary>Adds projections, senders and the worker.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<LrsDestinations>();
        services.AddScoped<WrittenTexts>();
        services.AddScoped<StatementScenes>();
        services.AddScoped<IProjection, StatementProjection>();
        services.AddScoped<IProjection, ScoreProjection>();
        services.AddScoped<Outbox>();
        services.AddSingleton<RosterPauses>();
        services.AddScoped<RosterSync>();
        services.AddScoped<ReturnedLearners>();
        services.AddScoped<IDeliverySender, StatementSender>();
        services.AddScoped<IDeliverySender, ScoreSender>();
        services.AddMessages();
        services.AddGuestMails();
        services.AddPush();
        services.AddCalendar();
        services.AddSingleton<NodeTurns>();
        services.AddScoped<LineItems>();
        services.AddScoped<FurtherColumns>();
        services.AddScoped<ManualMarks>();
        services.AddScoped<BlockedPlatforms>();
        services.AddScoped<GradebookCheck>();
        services.AddSingleton<RemoteLrs>();
        services.AddScoped<StatementReplay>();
        services.AddSingleton<ForwardingShares>();
        services.AddScoped<StatementForwarding>();
        services.AddSingleton<ForwardingWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<ForwardingWorker>());
        services.AddSingleton<DeliveryMetrics>();
        services.AddHostedService<DeliveryGauges>();
        services.AddHostedService<UpkeepPlanner>();
        services.AddSingleton<Lanes>();
        services.AddSingleton<LaneRunner>();
        services.AddSingleton<OutboxWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());
        services.AddSingleton(new DueKindTable(DueKinds.All));
        foreach (var (_, handler) in DueKinds.All)
        {
            services.AddScoped(handler);
        }

        return services;
    }

    private static void AddGuestMails(this IServiceCollection services)
    {
        services.AddScoped<IProjection, GuestLinkProjection>();
        services.AddScoped<IProjection, GuestMailProjection>();
        services.AddScoped<GuestMails>();
        services.AddScoped<GuestMailWriter>();
        services.AddScoped<IDeliverySender, GuestMailDelivery>();
    }

    private static void AddPush(this IServiceCollection services)
    {
        services.AddScoped<PushKeys>();
        services.AddScoped<PushSender>();
        services.AddScoped<PushWriter>();
        services.AddScoped<PushBook>();
        services.AddScoped<ChannelTrouble>();
        services.AddScoped<IDeliverySender, PushDelivery>();
    }

    private static void AddCalendar(this IServiceCollection services)
    {
        services.AddSingleton<CalendarTokens>();
        services.AddSingleton<CalendarFeed>();
        services.AddScoped<UpcomingReader>();
    }

    private static void AddMessages(this IServiceCollection services)
    {
        services.AddScoped<IProjection, MessageProjection>();
        services.AddScoped<Reach>();
        services.AddScoped<SendSituations>();
        services.AddScoped<Sendings>();
        services.AddScoped<ReaderTexts>();
        services.AddScoped<MessageWords>();
        services.AddScoped<WaysIn>();
        services.AddScoped<OpenExercises>();
        services.AddScoped<MailWriter>();
        services.AddSingleton<MailTokens>();
        services.AddScoped<MailAddressBook>();
        services.AddScoped<GradeTrouble>();
        services.AddScoped<IDeliverySender, MailDelivery>();
        services.AddScoped<IDeliverySender, AddressProofDelivery>();
    }
}
