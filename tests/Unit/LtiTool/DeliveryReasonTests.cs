using LearningBuddy.LtiTool.Delivery;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>Why something has not left, read off what was noted with it.</summary>
public sealed class DeliveryReasonTests
{
    public static TheoryData<string?, string> Answers => new()
    {
        { null, nameof(DeliveryReason.NotTried) },
        { BlockedPlatforms.Answer, nameof(DeliveryReason.Blocked) },
        { DeliveryReasons.NoColumn, nameof(DeliveryReason.NoColumn) },
        { DeliveryReasons.ActivityGone, nameof(DeliveryReason.ActivityGone) },
        { DeliveryReasons.StoreNotNamed, nameof(DeliveryReason.StoreNotNamed) },
        { DeliveryReasons.SameId, nameof(DeliveryReason.SameId) },
        { DeliveryReasons.Busy, nameof(DeliveryReason.Busy) },
        { "lms.example could not be reached: ConnectionError", nameof(DeliveryReason.NoAnswer) },
        { "lms.example answered 503 Service Unavailable", nameof(DeliveryReason.NoAnswer) },
        { "lms.example answered 429 Too Many Requests", nameof(DeliveryReason.Busy) },
        { "401 wrong key", nameof(DeliveryReason.NotAllowed) },
        { "lms.example did not grant https://purl.imsglobal.org/spec/lti-ags/scope/score", nameof(DeliveryReason.NotAllowed) },
        { "lms.example answered 404 Not Found", nameof(DeliveryReason.ActivityGone) },
        { "The verb is missing.", nameof(DeliveryReason.Refused) },
        { "lms.example answered 400 scoreMaximum 4040 is too much", nameof(DeliveryReason.Refused) },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_has_its_reason(string? answer, string reason) => Assert.Equal(reason, DeliveryReasons.Of(answer).ToString());
}
