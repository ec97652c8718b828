using System.Collections.Immutable;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Reviews;

namespace LearningBuddy.Shared.Evidence;

/// <summary>A learner's pieces of evidence as the history tells them.</summary>
/// <param name="Pieces">In the order they were begun.</param>
public sealed record EvidenceProgress(ImmutableArray<PieceProgress> Pieces) : IThemeProgress
{
    /// <summary>Nothing was written.</summary>
    public static EvidenceProgress None { get; } = new([]);

    /// <summary>The pieces that stand so.</summary>
    public IEnumerable<PieceProgress> In(EvidenceState state) => Pieces.Where(piece => piece.State == state);

    /// <summary>One piece, or null when there is none with this id.</summary>
    public PieceProgress? Find(Guid id) => Pieces.FirstOrDefault(piece => piece.Id == id);

    /// <inheritdoc />
    public IThemeProgress After(RecordedEvent e) => e.What switch
    {
        EvidenceDrafted drafted => With(PieceProgress.Begun(drafted.EvidenceId, e.OccurredAt)),
        EvidenceDiscarded discarded => new([.. Pieces.Where(piece => piece.Id != discarded.EvidenceId || piece.Latest is not null)]),
        EvidenceSubmitted submitted => With(Piece(submitted.Evidence.Id, e).Submit(submitted, e.OccurredAt)),
        EvidenceAttested attested => With(Piece(attested.Evidence.Id, e).Attest(e.ActorId, attested.Basis)),
        ReviewReturned returned => With(Piece(returned.Evidence.Id, e).Return(e.OccurredAt)),
        JourneyRestarted => new([.. Pieces.Select(piece => piece.SetAside(e.OccurredAt))]),
        ReviewConfirmed confirmed => With(Piece(confirmed.Evidence.Id, e).Confirm(confirmed, e)),
        _ => this,
    };

    private PieceProgress Piece(Guid id, RecordedEvent e) =>
        Find(id) ?? PieceProgress.Begun(id, e.OccurredAt);

    private EvidenceProgress With(PieceProgress piece)
    {
        for (var place = 0; place < Pieces.Length; place++)
        {
            if (Pieces[place].Id == piece.Id)
            {
                return new EvidenceProgress(Pieces.SetItem(place, piece));
            }
        }

        return new EvidenceProgress(Pieces.Add(piece));
    }
}

/// <summary>What one piece of evidence went through.</summary>
/// <param name="Id">The piece.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ChangedAt">When it last changed hands, UTC.</param>
public sealed record PieceProgress(Guid Id, EvidenceState State, DateTimeOffset ChangedAt)
{
    /// <summary>The version handed in last, or null before the first.</summary>
    public EvidenceRef? Latest { get; private init; }

    /// <summary>The event of its submission.</summary>
    public Guid SubmissionEventId { get; private init; }

    /// <summary>The day it was applied.</summary>
    public DateOnly Day { get; private init; }

    /// <summary>When it was handed in last, UTC.</summary>
    public DateTimeOffset SubmittedAt { get; private init; }

    /// <summary>The statement of another system it was made from, or null.</summary>
    public Guid? FoundStatementId { get; private init; }

    /// <summary>
    /// Persons beside the facilitator who vouched for it, in whatever version, each with the best they said: who was there once was there.
    /// </summary>
    public ImmutableDictionary<Guid, AttestationBasis> AttestedBy { get; private init; } =
        ImmutableDictionary<Guid, AttestationBasis>.Empty;

    /// <summary>The best that anybody said about it; null when nobody vouches for it.</summary>
    public AttestationBasis? Attested => AttestedBy.IsEmpty ? null : AttestedBy.Values.Min();

    /// <summary>The confirmation that counts, or null.</summary>
    public Confirmation? Confirmed { get; private init; }

    /// <summary>Whether a facilitator confirmed this behaviour in it.</summary>
    public bool Shows(string behaviourId) => Confirmed?.Event.Evidence.BehaviourIds.Contains(behaviourId) == true;

    /// <summary>Whether it was handed in for this behaviour and waits to be read.</summary>
    public bool Waits(string behaviourId) => State == EvidenceState.Submitted && Latest!.BehaviourIds.Contains(behaviourId);

    internal static PieceProgress Begun(Guid id, DateTimeOffset at) => new(id, EvidenceState.Drafted, at);

    internal PieceProgress Submit(EvidenceSubmitted submitted, DateTimeOffset at) => this with
    {
        State = EvidenceState.Submitted,
        ChangedAt = at,
        Latest = submitted.Evidence,
        Day = submitted.Day,
        SubmittedAt = at,
        FoundStatementId = submitted.FoundStatementId,
    };

    internal PieceProgress Attest(Guid by, AttestationBasis basis) => this with
    {
        AttestedBy = AttestedBy.TryGetValue(by, out var before) && before < basis ? AttestedBy : AttestedBy.SetItem(by, basis),
    };

    internal PieceProgress Return(DateTimeOffset at) => this with { State = EvidenceState.Returned, ChangedAt = at };

    internal PieceProgress SetAside(DateTimeOffset at) => State is EvidenceState.Submitted or EvidenceState.Confirmed
        ? this with { State = EvidenceState.SetAside, ChangedAt = at, Confirmed = null }
        : this;

    internal PieceProgress Confirm(ReviewConfirmed confirmed, RecordedEvent e) => this with
    {
        State = EvidenceState.Confirmed,
        ChangedAt = e.OccurredAt,
        Confirmed = new Confirmation(e.Id, e.ActorId, e.OccurredAt, confirmed),
    };
}

/// <summary>A facilitator's confirmation.</summary>
/// <param name="EventId">The event.</param>
/// <param name="By">Who confirmed.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Event">What was confirmed.</param>
public sealed record Confirmation(Guid EventId, Guid By, DateTimeOffset At, ReviewConfirmed Event);
