using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Today;

/// <summary>A learner begins: nothing is recorded about anybody before this click.</summary>
[For(Audience.Learners)]
public sealed class StartModel(BuddyDbContext db, JourneyWriter writer, CurrentSession me) : JourneyPage(me)
{
    /// <summary>A reload of the address: back to the page with the button.</summary>
    public IActionResult OnGet() => RedirectToPage("/Today/Index");

    /// <summary>Starts. Pressing twice starts once.</summary>
    public async Task<IActionResult> OnPostAsync(string? name, CancellationToken ct)
    {
        await writer.WriteAsync(
            async change =>
            {
                if (Session.HasNoName && !string.IsNullOrWhiteSpace(name))
                {
                    var person = await db.People.SingleAsync(person => person.Id == Session.PersonId, ct);
                    person.CallMe(name);
                }

                if (!await db.Participations.AnyAsync(p => p.JourneyId == JourneyId && p.PersonId == Session.PersonId, ct))
                {
                    var participation = new Participation(change.NewId(), JourneyId, Session.PersonId, change.Now);
                    db.Participations.Add(participation);
                    await db.SaveChangesAsync(ct);
                    change.Happened(participation, Session.PersonId, new JourneyEvent.JourneyStarted());
                }

                return true;
            },
            ct);
        return Done("/Today/Index", "started");
    }
}
