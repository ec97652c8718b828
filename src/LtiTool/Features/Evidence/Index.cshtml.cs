using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Evidence;

/// <summary>What a learner has written.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(EvidenceSection))]
internal sealed class IndexModel(BuddyDbContext db, Access access, CurrentSession me) : JourneyPage(me)
{
    /// <summary>Whether the learner has started.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Newest first, at most 200.</summary>
    public IReadOnlyList<EvidencePiece> Pieces { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var participation = await access.OwnAsync();
        HasStarted = participation is not null;
        Pieces = participation is null
            ? []
            : await db.Evidence.AsNoTracking()
                .Where(piece => piece.ParticipationId == participation.Id)
                .OrderByDescending(piece => piece.StartedAt).Take(200).ToListAsync(ct);
    }
}
