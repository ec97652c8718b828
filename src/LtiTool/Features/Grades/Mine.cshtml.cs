using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Grades;

/// <summary>A learner's grade, why it is what it is, and whether the LMS has it.</summary>
[Needs(Thing.OwnJourney)]
[OfTheme(typeof(GradesSection))]
internal sealed class MineModel(BuddyDbContext db, LearnerReader learners, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The grade and why.</summary>
    public GradeTrail Trail { get; private set; } = null!;

    /// <summary>The stored figure and its way to the LMS, or null before the start.</summary>
    public GradePosting? Posting { get; private set; }

    /// <summary>The newest comment, or null.</summary>
    public string? Comment { get; private set; }

    /// <summary>When a behaviour is certified, or null where the journey certifies nothing.</summary>
    public CertificationSection? Rule => Design.Find<CertificationSection>();

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var progress = Session.ParticipationId is { } own ? await learners.ProgressAsync(own, ct) : Progress.None;
        Posting = await db.GradePostings.AsNoTracking()
            .SingleOrDefaultAsync(posting => posting.ParticipationId == Session.ParticipationId, ct);
        Trail = await GradeTrail.OfAsync(db, Grade.Of(Design, progress)!, Posting, ct);
        Comment = progress.Of<GradesProgress>().LastReviewId is { } review
            ? (await db.Reviews.AsNoTracking().SingleOrDefaultAsync(given => given.Id == review, ct))?.Text.Comment
            : null;
    }
}
