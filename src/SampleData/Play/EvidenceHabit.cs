using System.Security.Cryptography;
using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Practice;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.SampleData.Play;

/// <summary>A learner writes about what they tried: draft, submission, and again what came back. The rules are those of <see cref="Evidence"/>.</summary>
internal sealed class EvidenceHabit
{
    private const double WritesToday = 0.5;
    private const double FinishesAtOnce = 0.45;
    private const double FinishesToday = 0.7;
    private const double ShowsTwo = 0.22;
    private const double FoundElsewhere = 0.05;
    private const double FromPractice = 0.1;
    private const double HasFile = 0.25;

    private static readonly Spread Minutes = new(6, 12, 18, 25, 38, 70);
    private static readonly Spread DaysAgo = new(0, 0.4, 1, 2.2, 5);

    private readonly Dictionary<Guid, Evidence> pieces = [];
    private readonly Stage stage;
    private readonly Learner learner;
    private readonly SprintHabit sprints;
    private readonly Reviewing reviewing;
    private readonly OthersEyes others;

    public EvidenceHabit(Stage stage, Learner learner, SprintHabit sprints)
    {
        (this.stage, this.learner, this.sprints) = (stage, learner, sprints);
        reviewing = new Reviewing(stage, learner, behaviourId => Draft(behaviourId));
        others = new OthersEyes(stage, learner);
    }

    /// <summary>Begins a piece about a behaviour; often finishes it in one go.</summary>
    /// <returns>How long it takes, or null: not today.</returns>
    public TimeSpan? Begin(Behaviour behaviour)
    {
        if (!learner.Dice.Happens(WritesToday))
        {
            return null;
        }

        var piece = Draft(behaviour.Id);
        return learner.Dice.Happens(FinishesAtOnce) ? FinishNow(piece) : TimeSpan.FromMinutes(5);
    }

    /// <summary>Goes on with a draft, or with what came back.</summary>
    /// <returns>How long it takes, or null: not today.</returns>
    public TimeSpan? Finish(EvidenceProgress progress) =>
        learner.Dice.Happens(FinishesToday) && pieces[progress.Latest.Id] is { CanWrite: true } piece ? FinishNow(piece) : null;

    /// <summary>Confirmed often enough and still not certified, since nobody else saw it: one more situation, with somebody there.</summary>
    public void TryOnceMore()
    {
        var progress = learner.Progress;
        var stuck = stage.Definition.Behaviours.FirstOrDefault(behaviour =>
            !progress.CertifiedBehaviours.Contains(behaviour.Id) && progress.Of(behaviour.Id).Confirmed >= stage.Definition.Certification.Situations);
        if (stuck is not null && progress.Evidence.All(piece => piece.State == EvidenceProgressState.Confirmed) && learner.Dice.Happens(WritesToday))
        {
            var piece = Draft(stuck.Id);
            stage.Agenda.In(TimeSpan.FromMinutes(20), () => Submit(piece, seen: true));
        }
    }

    private TimeSpan FinishNow(Evidence piece)
    {
        var time = TimeSpan.FromMinutes((int)learner.Dice.From(Minutes));
        stage.Agenda.In(time, () => Submit(piece));
        return time + TimeSpan.FromMinutes(1);
    }

    private Evidence Draft(string behaviourId)
    {
        var (dice, now) = (learner.Dice, stage.Agenda.Now);
        var piece = new Evidence(
            stage.Ids.New(), learner.ParticipationId, now, dice.Happens(FoundElsewhere) ? stage.Ids.New() : null);
        var day = learner.Person.Rhythm.DayOf(now - dice.Days(DaysAgo));
        var first = learner.Person.Rhythm.DayOf(learner.StartedAt!.Value);
        piece.SaveDraft(
            new EvidenceText
            {
                Situation = dice.Pick(stage.Cohort.Design.Words.Situations),
                BehaviourIds = [behaviourId, .. Second(behaviourId)],
                AppliedOn = day > first ? day : first,
                Files = dice.Happens(HasFile) ? [File(piece.Id)] : [],
            },
            now);
        pieces.Add(piece.Id, piece);
        learner.Did(new EvidenceDrafted(new EvidenceRef(piece.Id, 0, "", [])));
        return piece;
    }

    private IEnumerable<string> Second(string first) =>
        stage.Definition.Behaviours.Where(other => other.Id != first && learner.Dice.Happens(ShowsTwo / 2)).Select(other => other.Id).Take(1).ToList();

    private static EvidenceFile File(Guid id) => new("notes.pdf", "application/pdf", 20_480 + id.ToByteArray()[0], Convert.ToHexStringLower(SHA256.HashData(id.ToByteArray())));

    private void Submit(Evidence piece, bool seen = false)
    {
        if (!learner.IsAround || !piece.CanWrite)
        {
            return;
        }

        var (dice, words, now) = (learner.Dice, stage.Cohort.Design.Words, stage.Agenda.Now);
        piece.SaveDraft(piece.Draft with { Action = dice.Pick(words.Actions), Outcome = dice.Pick(words.Outcomes) }, now);
        var previous = piece.Versions.Count > 0 ? piece.Versions[^1] : null;
        var version = piece.Submit(stage.Ids.New(), now) ?? throw new InvalidOperationException("A whole draft is taken.");
        var reference = version.ToReference(stage.Definition) with { Sprint = sprints.For(version.Text.BehaviourIds[0]) };
        if (previous is not null)
        {
            learner.Did(new EvidenceRevised(reference, previous.SubmissionEventId));
        }

        var files = version.Text.Files.Select(file => new FileRef(file.Name, file.ContentType, file.Length, file.Sha256)).ToList();
        learner.Did(new EvidenceSubmitted(reference, KindOf(piece), version.Text.AppliedOn, files, piece.FoundStatementId), version.SubmissionEventId);
        reviewing.Plan(piece, version, reference);
        others.Look(piece, reference, version.SubmissionEventId, seen);
    }

    /// <summary>The same for all versions of a piece.</summary>
    private static EvidenceKind KindOf(Evidence piece) => piece.FoundStatementId is not null ? EvidenceKind.External
        : piece.Id.ToByteArray()[1] < FromPractice * 256 ? EvidenceKind.PracticeRound
        : EvidenceKind.OnTheJob;
}
