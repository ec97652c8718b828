using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Grading;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Grades;

/// <summary>A learner's grade, why it is what it is, and whether the LMS has it.</summary>
[For(Audience.Learners)]
internal sealed class MineModel(BuddyDbContext db, Access access, History history, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The grade.</summary>
    public Grade Grade => Trail.Grade;

    /// <summary>The grade and why.</summary>
    public GradeTrail Trail { get; private set; } = null!;

    /// <summary>Its way to the LMS, or null before there is anything to send.</summary>
    public GradePosting? Posting { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var own = await access.OwnAsync();
        Trail = await GradeTrail.OfAsync(db, Grade.Of(Definition, own is null ? [] : await history.OfAsync(own.Id, ct)), ct);
        Posting = own is null ? null : await db.GradePostings.AsNoTracking().SingleOrDefaultAsync(posting => posting.ParticipationId == own.Id, ct);
    }
}
