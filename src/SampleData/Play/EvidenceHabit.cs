using System.Security.Cryptography;
using LearningBuddy.SampleData.Chance;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.SampleData.Play;

/// <summary>
/// A learner writes about what they tried: draft, submission, and again what came back.
/// The rules are those of <see cref="EvidencePiece"/>.
/// </summary>
internal sealed class EvidenceHabit : IStepHabit
{
    private const double WritesToday = 0.5;
    private const double AsksToday = 0.4;
    private const double FinishesAtOnce = 0.45;
    private const double FinishesToday = 0.7;
    private const double ShowsTwo = 0.22;
    private const double FoundElsewhere = 0.05;
    private const double FromPractice = 0.1;
    private const double HasFile = 0.25;

    private static readonly Spread Minutes = new(6, 12, 18, 25, 38, 70);
    private static readonly Spread DaysAgo = new(0, 0.4, 1, 2.2, 5);

    private readonly Dictionary<Guid, EvidencePiece> pieces = [];
    private readonly Stage stage;
    private readonly Learner learner;
    private readonly SprintHabit sprints;
    private readonly Reviewing reviewing;
    private readonly OthersEyes others;

    public EvidenceHabit(Stage stage, Learner learner, SprintHabit sprints)
    {
        (this.stage, this.learner, this.sprints) = (stage, learner, sprints);
        reviewing = new Reviewing(stage, learner);
        others = new OthersEyes(stage, learner);
        learner.Listen(SetAside);
    }

    /// <inheritdoc />
    public TimeSpan? Take(NextStep step) => step switch
    {
        ReworkEvidence rework => Finish(rework.EvidenceId),
        FinishDraft draft => Finish(draft.EvidenceId),
        PractiseBehaviour practise => Begin(practise.BehaviourId),
        AskForOtherEyes ask => AskWhoWasThere(ask.EvidenceId),
        _ => null,
    };

    /// <summary>Begins a piece after a nudge, for later.</summary>
    public void Draft(string behaviourId) => Write(behaviourId);

    /// <summary>Begins a piece about a behaviour; often finishes it in one go.</summary>
    private TimeSpan? Begin(string behaviourId)
    {
        if (!learner.Dice.Happens(WritesToday))
        {
            return null;
        }

        var piece = Write(behaviourId);
        return learner.Dice.Happens(FinishesAtOnce) ? FinishNow(piece) : TimeSpan.FromMinutes(5);
    }

    /// <summary>Goes on with a draft, or with what came back.</summary>
    private TimeSpan? Finish(Guid evidenceId) =>
        learner.Dice.Happens(FinishesToday) && pieces[evidenceId] is { CanWrite: true } piece ? FinishNow(piece) : null;

    /// <summary>Everything is there but somebody else who saw it: whoever was there is asked to say so.</summary>
    private TimeSpan? AskWhoWasThere(Guid evidenceId)
    {
        if (!learner.Dice.Happens(AsksToday))
        {
            return null;
        }

        var version = pieces[evidenceId].Versions[^1];
        others.Ask(pieces[evidenceId], version.ToReference(stage.Design), version.SubmissionEventId);
        return TimeSpan.FromMinutes(3);
    }

    private TimeSpan FinishNow(EvidencePiece piece)
    {
        var time = TimeSpan.FromMinutes((int)learner.Dice.From(Minutes));
        stage.Agenda.In(time, () => Submit(piece));
        return time + TimeSpan.FromMinutes(1);
    }

    private EvidencePiece Write(string behaviourId)
    {
        var (dice, now) = (learner.Dice, stage.Agenda.Now);
        var piece = new EvidencePiece(
            stage.Ids.New(), learner.ParticipationId, now, dice.Happens(FoundElsewhere) ? stage.Ids.New() : null);
        var day = learner.Person.Rhythm.DayOf(now - dice.Days(DaysAgo));
        var first = learner.Person.Rhythm.DayOf(learner.StartedAt!.Value);
        piece.SaveDraft(
            new EvidenceText
            {
                Situation = dice.Pick(stage.Words.Situations),
                BehaviourIds = [behaviourId, .. Second(behaviourId)],
                AppliedOn = day > first ? day : first,
                Files = dice.Happens(HasFile) ? [File(piece.Id)] : [],
            },
            now);
        pieces.Add(piece.Id, piece);
        learner.Did(new EvidenceDrafted(piece.Id));
        return piece;
    }

    private IEnumerable<string> Second(string first) =>
        stage.Design.ActiveBehaviours.Where(other => other.Id != first && learner.Dice.Happens(ShowsTwo / 2))
            .Select(other => other.Id).Take(1).ToList();

    private static EvidenceFile File(Guid id) =>
        new("notes.pdf", "application/pdf", 20_480 + id.ToByteArray()[0], Convert.ToHexStringLower(SHA256.HashData(id.ToByteArray())));

    private void Submit(EvidencePiece piece)
    {
        if (!learner.IsAround || !piece.CanWrite)
        {
            return;
        }

        var (dice, words, now) = (learner.Dice, stage.Words, stage.Agenda.Now);
        piece.SaveDraft(piece.Draft with { Action = dice.Pick(words.Actions), Outcome = dice.Pick(words.Outcomes) }, now);
        var previous = piece.Versions.Count > 0 ? piece.Versions[^1] : null;
        var version = piece.Submit(stage.Ids.New(), designNumber: 1, now) ?? throw new InvalidOperationException("A whole draft is taken.");
        var reference = version.ToReference(stage.Design, sprints.For(version.Text.BehaviourIds[0]));
        stage.Write(new(TextKind.EvidenceTitle, piece.Id, version.Revision), version.Text.Title);
        if (previous is not null)
        {
            learner.Did(new EvidenceRevised(reference, previous.SubmissionEventId));
        }

        learner.Did(
            new EvidenceSubmitted(reference, KindOf(piece), version.Text.AppliedOn!.Value, FilesOf(version), piece.FoundStatementId),
            version.SubmissionEventId);
        reviewing.Plan(piece, version, reference);
        others.Look(piece, reference, version.SubmissionEventId);
    }

    private void SetAside(RecordedEvent recorded)
    {
        if (recorded.What is JourneyRestarted)
        {
            pieces.Values.ToList().ForEach(piece => piece.SetAside());
        }
    }

    private List<FileRef> FilesOf(EvidenceVersion version)
    {
        foreach (var (index, file) in version.Text.Files.Index())
        {
            stage.Write(new(TextKind.FileName, version.EvidenceId, version.Revision, index), file.Name);
        }

        return [.. version.Text.Files.Select(file => new FileRef(file.ContentType, file.Length, file.Sha256))];
    }

    /// <summary>The same for all versions of a piece.</summary>
    private static EvidenceKind KindOf(EvidencePiece piece) => piece.FoundStatementId is not null ? EvidenceKind.External
        : piece.Id.ToByteArray()[1] < FromPractice * 256 ? EvidenceKind.PracticeRound
        : EvidenceKind.OnTheJob;
}
