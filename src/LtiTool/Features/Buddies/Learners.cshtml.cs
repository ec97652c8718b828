using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.People;

namespace LearningBuddy.LtiTool.Features.Buddies;

/// <summary>Whoever facilitates sees who has no learning buddy, and why.</summary>
[Needs(Thing.Group)]
[OfTheme(typeof(BuddiesSection))]
internal sealed class LearnersModel(BuddyPicture picture, CurrentSession me) : JourneyPage(me)
{
    /// <summary>Whether everybody is shown; else those without a buddy.</summary>
    public bool ShowsAll { get; private set; }

    /// <summary>How many of those on their way have no buddy.</summary>
    public int Without { get; private set; }

    /// <summary>How many are on their way.</summary>
    public int OnTheirWay { get; private set; }

    /// <summary>The rows.</summary>
    public Paged<LearnersBuddy> Learners { get; private set; } = Paged<LearnersBuddy>.Nothing;

    /// <summary>Shows the list.</summary>
    /// <param name="all">Everybody; else those without a buddy.</param>
    /// <param name="start">The number of a row.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task OnGetAsync(bool all, int? start, CancellationToken ct)
    {
        ShowsAll = all;
        (Without, OnTheirWay) = await picture.CountAsync(JourneyId, ct);
        Learners = await picture.PageAsync(JourneyId, all, start, ct);
    }
}
