using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>What a learner has written.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(EvidenceSection))]
internal sealed class IndexModel(BuddyDbContext db, Access access, LearnerReader learners, CurrentSession me) : JourneyPage(me)
{
    /// <summary>Whether the learner has started.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Newest first, at most 200.</summary>
    public IReadOnlyList<EvidencePiece> Pieces { get; private set; } = [];

    /// <summary>The behaviour asked for, or null for all.</summary>
    public Behaviour? Behaviour { get; private set; }

    /// <summary>Those of the list that stand there.</summary>
    public IReadOnlyList<EvidencePiece> In(EvidenceState state) => [.. Pieces.Where(piece => piece.State == state)];

    /// <summary>Shows the list: all pieces, or those that were sent for a behaviour.</summary>
    public async Task OnGetAsync(string? behaviour, CancellationToken ct)
    {
        Behaviour = Design.FindBehaviour(behaviour ?? "");
        var participation = await access.OwnAsync();
        HasStarted = participation is not null;
        Pieces = participation is null
            ? []
            : await db.Evidence.AsNoTracking()
                .Where(piece => piece.ParticipationId == participation.Id)
                .OrderByDescending(piece => piece.StartedAt).Take(200).ToListAsync(ct);
        if (Behaviour is { Id: var id })
        {
            var progress = participation is null ? Progress.None : await learners.ProgressAsync(participation.Id, ct);
            var about = progress.Of<EvidenceProgress>().Pieces.Where(piece => piece.Shows(id) || piece.Waits(id))
                .Select(piece => piece.Id).ToHashSet();
            Pieces = [.. Pieces.Where(piece => about.Contains(piece.Id))];
        }
    }
}
