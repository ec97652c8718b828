using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.Shared.Grading;

/// <summary>A learner's grade with the reasons for it: a pure function of the learner's events.</summary>
/// <param name="Given">Points, 0 to <paramref name="Maximum"/>, both included; two decimals.</param>
/// <param name="Maximum">Points for everything.</param>
/// <param name="Trail">One entry a behaviour, in the definition's order.</param>
/// <param name="Comment">The newest reviewer's comment; null before the first review.</param>
/// <param name="IsFinal">True once a confirmation gave points: only then is anything sent, and never a lesser state after it.</param>
public sealed record Grade(double Given, double Maximum, IReadOnlyList<GradeTrailEntry> Trail, string? Comment, bool IsFinal)
{
    /// <summary>Reckons the grade.</summary>
    /// <param name="definition">The journey's set-up.</param>
    /// <param name="events">All events of one participation, oldest first.</param>
    public static Grade Of(JourneyDefinition definition, IEnumerable<RecordedEvent> events)
    {
        var confirmedBy = new Dictionary<string, RecordedEvent>();
        var madeFrom = new Dictionary<Guid, Guid?>();
        string? comment = null;
        foreach (var recorded in events)
        {
            switch (recorded.What)
            {
                case JourneyEvent.EvidenceSubmitted submitted:
                    madeFrom[submitted.Evidence.Id] = submitted.FoundStatementId;
                    break;
                case JourneyEvent.EvidenceConfirmed confirmed:
                    comment = confirmed.Comment;
                    foreach (var behaviour in confirmed.Evidence.Behaviours)
                    {
                        confirmedBy.TryAdd(behaviour.Id, recorded);
                    }

                    break;
                case JourneyEvent.EvidenceReturned returned:
                    comment = returned.Comment;
                    break;
                default:
                    break;
            }
        }

        var share = definition.Grade.Maximum / definition.Behaviours.Count;
        var trail = definition.Behaviours
            .Select(behaviour => GradeTrailEntry.For(behaviour, confirmedBy.GetValueOrDefault(behaviour.Id), madeFrom, share))
            .ToList();
        var given = Math.Round(share * trail.Count(entry => entry.Confirmation is not null), 2);
        return new Grade(given, definition.Grade.Maximum, trail, comment, confirmedBy.Count > 0);
    }
}

/// <summary>Why a behaviour has points, or has none yet.</summary>
/// <param name="Behaviour">Which.</param>
/// <param name="Points">What it is worth, given or not.</param>
/// <param name="Confirmation">The confirmation that gave the points, with who gave it, or null.</param>
/// <param name="FoundStatementId">The statement of another system that the confirmed evidence was made from, or null.</param>
public sealed record GradeTrailEntry(Behaviour Behaviour, double Points, RecordedEvent? Confirmation, Guid? FoundStatementId)
{
    internal static GradeTrailEntry For(Behaviour behaviour, RecordedEvent? confirmation, Dictionary<Guid, Guid?> madeFrom, double share) => new(
        behaviour,
        Math.Round(share, 2),
        confirmation,
        confirmation?.What is JourneyEvent.EvidenceConfirmed confirmed ? madeFrom.GetValueOrDefault(confirmed.Evidence.Id) : null);
}
