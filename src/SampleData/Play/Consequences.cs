using System.Security.Cryptography;
using LearningBuddy.SampleData.Chance;
using LearningBuddy.SampleData.World;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Grading;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.SampleData.Play;

/// <summary>What follows from a confirmation, as in the tool: certification where the rule is met, the end of the journey, the grade, nudges.</summary>
internal sealed class Consequences(Stage stage, Learner learner, Action<string> draft)
{
    private const double IsRevoked = 0.012;
    private const double RatesAgain = 0.55;

    private static readonly Spread PostingSeconds = new(1, 2, 3, 6, 40);
    private static readonly Spread RevokedAfterDays = new(10, 25, 60);
    private static readonly Spread EndsAfterDays = new(1, 3, 9, 20);

    private readonly NudgeHabit nudges = new(stage, learner, draft);
    private readonly HashSet<Guid> revoked = [];
    private double posted = -1;

    /// <summary>Notes what follows.</summary>
    public void Of(RecordedEvent confirmation, SamplePerson facilitator)
    {
        var confirmed = (EvidenceConfirmed)confirmation.What;
        var progress = learner.Progress;
        var newly = confirmed.Evidence.Behaviours
            .Where(behaviour => !progress.CertifiedBehaviours.Contains(behaviour.Id) && progress.Of(behaviour.Id).Meets(stage.Definition.Certification))
            .ToList();
        newly.ForEach(behaviour => Certify(behaviour, confirmed, confirmation.Id, facilitator));
        if (newly.Count > 0 && !learner.HasCompleted && progress.CertifiedBehaviours.Count + newly.Count == stage.Definition.Behaviours.Count)
        {
            Complete();
        }

        nudges.Begin([.. confirmed.Evidence.Behaviours.Select(behaviour => behaviour.Id)]);
        stage.Agenda.In(TimeSpan.FromMilliseconds((long)(1000 * learner.Dice.From(PostingSeconds))), PostGrade);
    }

    private void Certify(BehaviourRef behaviour, EvidenceConfirmed confirmed, Guid confirmationId, SamplePerson facilitator)
    {
        DateOnly? validUntil = stage.Cohort.Design.ValidDays is { } days ? facilitator.Rhythm.DayOf(stage.Agenda.Now).AddDays(days) : null;
        var supporting = learner.History.Where(recorded => recorded.What is EvidenceConfirmed other && other.Evidence.Behaviours.Any(b => b.Id == behaviour.Id))
            .SelectMany(recorded => new[] { ((EvidenceConfirmed)recorded.What).SubmissionEventId, recorded.Id });
        var certified = learner.Did(new Certified(
            behaviour, confirmed.Evidence.Id, confirmed.Evidence.Title, confirmed.Points, confirmationId, [.. supporting], facilitator.Id, validUntil));
        if (learner.Dice.Happens(IsRevoked))
        {
            var at = facilitator.Rhythm.After(stage.Agenda.Now + learner.Dice.Days(RevokedAfterDays), learner.Dice);
            stage.Agenda.At(at, () =>
            {
                revoked.Add(certified.Id);
                learner.Saw(facilitator.Id, new CertificationRevoked(behaviour, certified.Id));
            });
        }

        if (validUntil is { } lastDay)
        {
            stage.Agenda.At(new DateTimeOffset(lastDay.AddDays(1).ToDateTime(new TimeOnly(3, 0)), TimeSpan.Zero), () => Expire(behaviour, certified.Id));
        }
    }

    private void Expire(BehaviourRef behaviour, Guid certifiedId)
    {
        if (!revoked.Contains(certifiedId))
        {
            learner.Got(new CertificationExpired(behaviour, certifiedId));
        }
    }

    private void Complete()
    {
        var design = stage.Cohort.Design;
        learner.HasCompleted = true;
        learner.IsGone = false;
        learner.Did(new JourneyCompleted(Success: true, stage.Agenda.Now - learner.StartedAt!.Value));
        var id = stage.Ids.New();
        var certificate = new FileRef("certificate.pdf", "application/pdf", 48_213, Convert.ToHexStringLower(SHA256.HashData(id.ToByteArray())));
        learner.Did(new CredentialEarned(id, $"{design.Words.Certificate}: {design.Definition.Title}", certificate));
        if (learner.Dice.Happens(RatesAgain))
        {
            stage.Agenda.At(learner.ComesAfter(TimeSpan.FromHours(4)), new SelfRating(stage, learner).RateAgain);
        }

        stage.Agenda.At(learner.ComesAfter(learner.Dice.Days(EndsAfterDays)), EndPair);
    }

    private void EndPair()
    {
        if (learner.Pair is { } pair && pair.Leave(stage.Agenda.Now))
        {
            learner.Did(new BuddyEnded(pair.Id));
        }
    }

    /// <summary>The gradebook hears of a score once it is final, and again only when it grew.</summary>
    private void PostGrade()
    {
        var grade = Grade.Of(stage.Definition, learner.History);
        if (grade.IsFinal && grade.Given > posted)
        {
            posted = grade.Given;
            learner.Got(new GradeSent(stage.Ids.New(), stage.Cohort.LineItem, grade.Given, grade.Maximum, "Completed", "FullyGraded"));
        }
    }
}
