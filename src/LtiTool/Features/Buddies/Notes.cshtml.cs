using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>What the two of a pair write to each other: successes and challenges. Nobody sees whether something was read.</summary>
[Needs(Thing.BuddyTalks)]
[OfTheme(typeof(BuddiesSection))]
internal sealed class NotesModel(BuddyDbContext db, PairFinder pairs, JourneyWriter writer, CurrentSession me) : JourneyPage(me)
{
    /// <summary>As many as one page shows.</summary>
    private const int Most = 50;

    /// <summary>The pair.</summary>
    public PairAccess Pair { get; private set; } = null!;

    /// <summary>A page of what was written, the newest first.</summary>
    public Paged<PairNote> Notes { get; private set; } = Paged<PairNote>.Nothing;

    /// <summary>Whether nothing was written.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Who wrote a note.</summary>
    public Person AuthorOf(PairNote note) => note.AuthorId == Pair.Learner.Id ? Pair.Learner : Pair.Buddy;

    /// <summary>Shows them.</summary>
    /// <param name="id">The pair.</param>
    /// <param name="start">The number of a note, the newest is 1; null for the newest.</param>
    /// <param name="missing">True after nothing was written.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, int? start, bool missing, CancellationToken ct)
    {
        if (await pairs.FindAsync(id, ct) is not { } pair)
        {
            return NotFound();
        }

        (Pair, IsMissing) = (pair, missing);
        Notes = await db.PairNotes.AsNoTracking().Where(note => note.PairId == id)
            .OrderByDescending(note => note.WrittenAt).ThenByDescending(note => note.Id).PageAsync(start, ct, Most);
        return Page();
    }

    /// <summary>Writes one more.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string? note, CancellationToken ct)
    {
        var words = CleanText.Of(note).Trim();
        if (!CleanText.IsVisible(words))
        {
            return RedirectToPage(new { id, missing = true });
        }

        return await pairs.FindAsync(id, ct) is { } pair
            && await writer.ChangeAsync(Subjects.Of(pair.OwnerId), Session.Actor, change => WriteAsync(pair, words, change, ct), ct)
                ? RedirectToPage(new { id, done = "buddies.done-note" })
                : new Overtaken("buddies.no-pair-any-more", "shared.back", Url.Page("/Buddies/Index")!);
    }

    private async Task<bool> WriteAsync(PairAccess pair, string words, JourneyChange change, CancellationToken ct)
    {
        if (await pairs.FindAsync(pair.Id, ct) is null)
        {
            return false;
        }

        var note = new PairNote(change.NewId(), pair.Id, Session.PersonId, words, change.Now);
        db.PairNotes.Add(note);
        change.Happened(pair.OwnerId, new BuddyNoteWritten(pair.Id, note.Id));
        return true;
    }
}
