using LearningBuddy.LtiTool.Delivery;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>The texts for why something has not left.</summary>
internal static class DeliveryTexts
{
    /// <summary>The id of the text.</summary>
    public static string Of(DeliveryReason reason) => reason switch
    {
        DeliveryReason.NotTried => "admin.reason-not-tried",
        DeliveryReason.Blocked => "admin.reason-blocked",
        DeliveryReason.NoColumn => "admin.reason-no-column",
        DeliveryReason.ActivityGone => "admin.reason-activity-gone",
        DeliveryReason.StoreNotNamed => "admin.reason-store-not-named",
        DeliveryReason.SameId => "admin.reason-same-id",
        DeliveryReason.NoAnswer => "admin.reason-no-answer",
        DeliveryReason.Busy => "admin.reason-busy",
        DeliveryReason.NotAllowed => "admin.reason-not-allowed",
        DeliveryReason.AddressRefused => "admin.reason-address-refused",
        DeliveryReason.MailServer => "admin.reason-mail-server",
        DeliveryReason.PushService => "admin.reason-push-service",
        DeliveryReason.Refused => "admin.reason-refused",
    };
}
