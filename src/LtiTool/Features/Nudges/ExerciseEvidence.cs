using System.Globalization;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Nudges;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>The evidence that an exercise leaves: one piece for each nudge, however often and from wherever it is sent.</summary>
internal sealed class ExerciseEvidence(BuddyDbContext db, JourneyWriter writer)
{
    /// <summary>
    /// What it starts from: the place where the exercise is usually done, its behaviour, today. What was done is never filled in.
    /// </summary>
    public static EvidenceText StartOf(ExerciseCard card, DateOnly today) => new()
    {
        Situation = card.Exercise.Place,
        BehaviourIds = card.Behaviour is { } behaviour ? [behaviour.Id] : [],
        AppliedOn = today,
        ExerciseId = card.Exercise.Id,
    };

    /// <summary>The piece, or null before its first word.</summary>
    public Task<EvidencePiece?> FindAsync(Guid nudgeId, CancellationToken ct)
    {
        var id = NudgeRef.EvidenceOf(nudgeId);
        return db.Evidence.Include(piece => piece.Versions).SingleOrDefaultAsync(piece => piece.Id == id, ct);
    }

    /// <summary>Keeps what was typed, and hands it in where that is asked for and nothing is missing.</summary>
    public Task<ExerciseKept> KeepAsync(NudgeOwner learner, ExerciseCard card, ExerciseForm form, bool send, CancellationToken ct)
    {
        var id = NudgeRef.EvidenceOf(card.Nudge.Nudge.Id);
        return writer.ChangeAsync(
            Subjects.Of(learner.ParticipationId).And(id),
            new Actor(learner.PersonId),
            async change =>
            {
                if (change.Learner(learner.ParticipationId) is not { } state)
                {
                    return ExerciseKept.Elsewhere;
                }

                var piece = await FindAsync(card.Nudge.Nudge.Id, ct) ?? Begin(id, state, change);
                if ((piece.Revision > 0 || form.DraftNumber < piece.DraftNumber) && !form.Says(piece))
                {
                    return ExerciseKept.Elsewhere;
                }

                if (piece.Revision > 0)
                {
                    return ExerciseKept.Sent;
                }

                piece.SaveDraft(form.Over(piece.DraftNumber == 0 ? StartOf(card, default) : piece.Draft), change.Now);
                return send && HandIn.Note(piece, state, change) ? ExerciseKept.Sent : ExerciseKept.Draft;
            },
            ct);
    }

    private EvidencePiece Begin(Guid id, LearnerState learner, JourneyChange change)
    {
        var piece = new EvidencePiece(id, learner.Participation.Id, change.Now);
        db.Evidence.Add(piece);
        change.Happened(learner.Participation.Id, new EvidenceDrafted(id));
        return piece;
    }
}

/// <summary>What became of words under an exercise.</summary>
internal enum ExerciseKept
{
    /// <summary>They are a draft.</summary>
    Draft,

    /// <summary>They are handed in, now or before.</summary>
    Sent,

    /// <summary>Other words are newer, or were handed in: these are not kept.</summary>
    Elsewhere,
}

/// <summary>The fields under an exercise, as they were typed.</summary>
public sealed class ExerciseForm
{
    /// <summary>Where it was.</summary>
    public string? Situation { get; set; }

    /// <summary>What I did.</summary>
    public string? Action { get; set; }

    /// <summary>What happened.</summary>
    public string? Outcome { get; set; }

    /// <summary>The day, as a date input writes it.</summary>
    public string? AppliedOn { get; set; }

    /// <summary>The draft this builds on.</summary>
    public int DraftNumber { get; set; }

    /// <summary>Whether a text was longer than what is kept.</summary>
    public bool IsTooLong => new[] { Situation, Action, Outcome }.Any(EvidenceText.IsTooLong);

    /// <summary>What was typed, over what the form doesn't show.</summary>
    public EvidenceText Over(EvidenceText before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before with
        {
            Situation = EvidenceText.Typed(Situation),
            Action = EvidenceText.Typed(Action),
            Outcome = EvidenceText.Typed(Outcome),
            AppliedOn = DateOnly.TryParseExact(AppliedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day.Year is >= DesignRules.FirstYear and <= DesignRules.LastYear ? day : null,
        };
    }

    /// <summary>Whether a piece says the same already.</summary>
    public bool Says(EvidencePiece piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var (typed, kept) = (Over(piece.Draft), piece.Draft);
        return (typed.Situation, typed.Action, typed.Outcome, typed.AppliedOn)
            == (kept.Situation, kept.Action, kept.Outcome, kept.AppliedOn);
    }
}
