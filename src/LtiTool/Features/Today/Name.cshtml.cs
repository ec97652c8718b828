using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Today;

/// <summary>Takes the name of somebody whose platform keeps it to itself: facilitators and buddies too, since others read it.</summary>
[Needs(Thing.Journey)]
public sealed class NameModel(BuddyDbContext db, JourneyWriter writer, CurrentSession me) : PageModel
{
    private static readonly string[] Pages = ["/Reviews/Index", "/Buddies/Index"];

    /// <summary>A reload of the address: back to where everybody begins.</summary>
    public IActionResult OnGet() => RedirectToPage("/Today/Index");

    /// <summary>Keeps the name, where the platform told none.</summary>
    public async Task<IActionResult> OnPostAsync(string? name, string? back, CancellationToken ct)
    {
        if (me.HasNoName && Person.NameFrom(name) is { } typed)
        {
            await writer.ChangeAsync(
                Subjects.None,
                me.Actor,
                async _ =>
                {
                    var person = await db.People.SingleAsync(person => person.Id == me.PersonId, ct);
                    person.CallMe(typed);
                    return true;
                },
                ct);
        }

        return RedirectToPage(Pages.Contains(back) ? back : "/Today/Index");
    }
}
