using LearningBuddy.LtiTool.Messages;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>What became of a mail, for the outbox.</summary>
internal static class MailOutcomes
{
    /// <summary>The outcome of a result.</summary>
    public static DeliveryOutcome Of(MailResult result) => result switch
    {
        MailResult.Sent => new DeliveryOutcome.Done("sent"),
        MailResult.RefusedForGood refused => new DeliveryOutcome.Park($"{DeliveryReasons.AddressRefused} {refused.Code} {refused.Words}"),
        MailResult.Retry retry => new DeliveryOutcome.Again($"{DeliveryReasons.MailServer} {retry.Words}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
