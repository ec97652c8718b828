using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Journeys;

/// <summary>A learner begins: nothing is recorded about anybody before this click.</summary>
[Needs(Thing.OwnJourney)]
public sealed class StartModel(BuddyDbContext db, JourneyWriter writer, LearnerReader learners, CurrentSession me) : JourneyPage(me)
{
    /// <summary>A reload of the address: back to the page with the button.</summary>
    public IActionResult OnGet() => RedirectToPage("/Today/Index");

    /// <summary>Starts. Pressing twice starts once.</summary>
    public async Task<IActionResult> OnPostAsync(string? name, CancellationToken ct)
    {
        await writer.ChangeAsync(
            Subjects.Beginning(JourneyId, Session.PersonId), Session.Actor, change => StartAsync(name, change, ct), ct);
        return Done("/Today/Index", "journeys.done-started");
    }

    private async Task<bool> StartAsync(string? name, JourneyChange change, CancellationToken ct)
    {
        if (Session.HasNoName && Person.NameFrom(name) is { } typed)
        {
            (await db.People.SingleAsync(person => person.Id == Session.PersonId, ct)).CallMe(typed);
        }

        if (await db.Participations.AnyAsync(p => p.JourneyId == JourneyId && p.PersonId == Session.PersonId, ct))
        {
            return false;
        }

        var participation = new Participation(change.NewId(), JourneyId, Session.PersonId, change.Now);
        db.Participations.Add(participation);
        await db.SaveChangesAsync(ct);
        change.Begin((await learners.PlaceAsync(participation.Id, ct))!);
        change.Happened(participation.Id, new JourneyStarted());
        await PlanRosterAsync(change, ct);
        return true;
    }

    /// <summary>From the first start on, the course's roster is read once a day.</summary>
    private async Task PlanRosterAsync(JourneyChange change, CancellationToken ct)
    {
        if (!await db.DueItems.AnyAsync(item => item.Kind == DueKind.Roster && item.SubjectId == Session.CourseId, ct))
        {
            change.Plan(DueKind.Roster, Session.CourseId, change.Now + RosterDue.Every);
        }
    }
}
