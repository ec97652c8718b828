using LearningBuddy.LtiTool.Settings;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Messages;

/// <summary>Registers what makes and sends mails.</summary>
internal static class MailServices
{
    /// <summary>Adds template, composer, and the sender that the settings ask for.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSingleton<MailTemplate>();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<MeetingInvitation>();
        services.AddSingleton<IMailSender>(NewSender);
        return services;
    }

    private static IMailSender NewSender(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<LearningBuddyOptions>>().Value.Mail.HasServer
            ? ActivatorUtilities.CreateInstance<SmtpMailSender>(provider)
            : ActivatorUtilities.CreateInstance<PickupMailSender>(provider);
}
