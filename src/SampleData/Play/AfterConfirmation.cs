using System.Security.Cryptography;
using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.SampleData.Play;

/// <summary>
/// What people and platforms do once something was confirmed or certified: the gradebook hears of it, a certificate is taken back now and
/// then, a credential is given, the pair parts. What the rules themselves bring about is not decided here.
/// </summary>
internal sealed class AfterConfirmation
{
    private const double IsRevoked = 0.012;
    private const double RatesAgain = 0.55;
    private const double OffersHelp = 0.2;
    private const double StopsHelping = 0.3;
    private static readonly Spread PostingSeconds = new(1, 2, 3, 6, 40);
    private static readonly Spread RevokedAfterDays = new(10, 25, 60);
    private static readonly Spread EndsAfterDays = new(1, 3, 9, 20);
    private readonly Stage stage;
    private readonly Learner learner;

    public AfterConfirmation(Stage stage, Learner learner)
    {
        (this.stage, this.learner) = (stage, learner);
        learner.Listen(Note);
    }

    private void Note(RecordedEvent recorded)
    {
        switch (recorded.What)
        {
            case ReviewConfirmed:
                stage.Agenda.In(TimeSpan.FromMilliseconds((long)(1000 * learner.Dice.From(PostingSeconds))), PostGrade);
                break;
            case BehaviourCertified certified when learner.Dice.Happens(IsRevoked):
                Doubt(certified, recorded.Id);
                break;
            case BehaviourCertified when !learner.Progress.Of<CertificationProgress>().OffersHelp && learner.Dice.Happens(OffersHelp):
                stage.Agenda.In(TimeSpan.FromHours(3), OfferHelp);
                stage.Agenda.In(TimeSpan.FromDays(40), StopHelping);
                break;
            case JourneyCompleted:
                Celebrate();
                break;
            default:
                break;
        }
    }

    private void OfferHelp()
    {
        if (learner.IsAround && !learner.Progress.Of<CertificationProgress>().OffersHelp)
        {
            learner.Did(new HelpOffered());
        }
    }

    private void StopHelping()
    {
        if (learner.IsAround && learner.Progress.Of<CertificationProgress>().OffersHelp && learner.Dice.Happens(StopsHelping))
        {
            learner.Did(new HelpEnded());
        }
    }

    /// <summary>Weeks later the facilitator takes it back, if it still holds.</summary>
    private void Doubt(BehaviourCertified certified, Guid certifiedEventId)
    {
        var facilitator = stage.Cohort.Facilitators.First(person => person.Id == certified.FacilitatorId);
        stage.Agenda.At(facilitator.Rhythm.After(stage.Agenda.Now + learner.Dice.Days(RevokedAfterDays), learner.Dice), () =>
        {
            if (learner.Progress.Of<CertificationProgress>().Held.GetValueOrDefault(certified.BehaviourId)?.EventId == certifiedEventId)
            {
                learner.Saw(facilitator.Id, new CertificationRevoked(certified.BehaviourId, certifiedEventId));
            }
        });
    }

    private void Celebrate()
    {
        // Whoever stopped coming looks in again for this.
        learner.IsGone = false;
        var id = stage.Ids.New();
        stage.Write(new(TextKind.CredentialName, id), $"{stage.Words.Certificate}: {stage.Cohort.Template.Content.Title}");
        stage.Write(new(TextKind.FileName, id), "certificate.pdf");
        learner.Did(new CredentialEarned(
            id, new FileRef("application/pdf", 48_213, Convert.ToHexStringLower(SHA256.HashData(id.ToByteArray())))));
        if (learner.Dice.Happens(RatesAgain))
        {
            stage.Agenda.At(learner.ComesAfter(TimeSpan.FromHours(4)), new SelfRating(stage, learner).RateAgain);
        }

        stage.Agenda.At(learner.ComesAfter(learner.Dice.Days(EndsAfterDays)), EndPair);
    }

    private void EndPair()
    {
        if (learner is { BuddyId: not null, Pair: { } pair } && pair.End(stage.Agenda.Now))
        {
            learner.Did(new BuddyEnded(pair.Id));
        }
    }

    /// <summary>The gradebook hears of a score once it is final, and again only when it grew.</summary>
    private void PostGrade()
    {
        var sent = learner.Progress.Of<GradesProgress>().LastSent ?? -1;
        if (Grade.Of(stage.Design, learner.Progress) is { IsFinal: true } grade && grade.Given > sent)
        {
            learner.Got(new GradeSent(stage.Ids.New(), stage.Cohort.LineItem, grade.Given, grade.Maximum, "Completed", "FullyGraded"));
        }
    }
}
