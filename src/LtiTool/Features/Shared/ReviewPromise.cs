using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Reviews;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Who reads what a learner sent, and by which day: waiting has a name and a date.</summary>
internal sealed class ReviewPromise(BuddyDbContext db, CurrentSession me, Localizer texts, TimeProvider clock)
{
    /// <summary>More names than these make nobody feel meant.</summary>
    private const int MostNamed = 3;

    private object? readers;

    /// <summary>
    /// Those who facilitate in the course, as an argument of a sentence that begins with them; by their task where nobody's name is known.
    /// Read once for a page.
    /// </summary>
    public async Task<object> ReadersAsync()
    {
        if (readers is not null)
        {
            return readers;
        }

        var facilitators = db.Enrolments.Where(one => one.CourseId == me.CourseId && one.IsActive
            && (one.Role == EnrolmentRole.Instructor || one.Role == EnrolmentRole.TeachingAssistant));

        // Somebody of whom no group is known reads what all groups send.
        var mine = facilitators.InGroupsOf(me).Select(one => one.PersonId);
        var names = await (
            from one in facilitators
            join person in db.People on one.PersonId equals person.Id
            where (mine.Contains(one.PersonId) || one.Groups == null) && (person.Name != null || person.ChosenName != null)
            orderby person.Name ?? person.ChosenName, person.Id
            select person).AsNoTracking().Take(MostNamed + 1).ToListAsync();
        return readers = Named([.. names.Select(person => person.DisplayName)]);
    }

    /// <summary>The day by which a piece should have been read, UTC; null where nobody reviews and nothing is promised.</summary>
    /// <param name="sentAt">When it was sent, UTC.</param>
    public DateTimeOffset? DayOf(DateTimeOffset sentAt) => me.Design?.Find<ReviewsSection>()?.ReadBy(sentAt, me.Zone);

    /// <summary>Whether such a day is over.</summary>
    public bool IsOver(DateTimeOffset day) => day < clock.GetUtcNow();

    private object Named(IReadOnlyList<string> names) => names.Count switch
    {
        0 => texts["shared.the-facilitator"],
        1 => names[0],
        <= MostNamed => texts["shared.a-or-b", texts.List(names.SkipLast(1)), names[^1]],
        _ => texts["shared.or-another-facilitator", texts.List(names.Take(MostNamed - 1))],
    };
}
