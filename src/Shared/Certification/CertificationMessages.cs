using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Certification;

/// <summary>What learners are told about certification.</summary>
internal static class CertificationMessages
{
    public static IEnumerable<Tells> Of(JourneyDesign design, Progress progress, RecordedEvent e) => e.What switch
    {
        BehaviourCertified certified =>
        [
            new Tells.Message(MessageName.CertificationReached, e.Id, new Waits.Learner(), certified.FacilitatorId)
            {
                BehaviourId = certified.BehaviourId,
            },
        ],
        _ => [],
    };
}
