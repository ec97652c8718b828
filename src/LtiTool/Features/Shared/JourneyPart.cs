using System.Collections.Immutable;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>A part of a journey that a link of its own can open at. All places stay within reach from there.</summary>
/// <param name="Name">What the link's custom parameter <c>part</c> says. Part of what courses store: never changed.</param>
/// <param name="Text">The id of what it is called.</param>
/// <param name="Hint">The id of what one finds there.</param>
/// <param name="ForLearners">Where learners arrive.</param>
/// <param name="ForLeaders">Where whoever facilitates arrives.</param>
public sealed record JourneyPart(string Name, string Text, string Hint, string ForLearners, string ForLeaders)
{
    private const string Overview = "/Today/Index";
    private const string Group = "/Reviews/Index";

    /// <summary>The journey as a whole: what every other name stands for that isn't known, or isn't in the design.</summary>
    public static readonly JourneyPart Whole = new("whole", "shared.part-whole", "shared.part-whole-hint", Overview, Group);

    /// <summary>All parts, the whole first.</summary>
    public static readonly ImmutableArray<JourneyPart> All =
    [
        Whole,
        new("evidence", "shared.part-evidence", "shared.part-evidence-hint", "/Evidence/Index", Group)
        {
            IsThere = design => design.Find<EvidenceSection>() is not null,
        },
        new("review", "shared.part-review", "shared.part-review-hint", Overview, Group),
        new("workshop", "shared.part-workshop", "shared.part-workshop-hint", "/Sprints/Board", "/Sprints/Board")
        {
            IsThere = SprintsSection.IsChosenIn,
        },
    ];

    /// <summary>Whether a design has it.</summary>
    public Func<JourneyDesign, bool> IsThere { get; init; } = _ => true;

    /// <summary>The parts a design has, the whole first.</summary>
    public static IEnumerable<JourneyPart> Of(JourneyDesign design) => All.Where(part => part.IsThere(design));

    /// <summary>The part of that name which a design has, else the whole.</summary>
    public static JourneyPart Find(JourneyDesign design, string? name) => Of(design).FirstOrDefault(part => part.Name == name) ?? Whole;

    /// <summary>The page somebody arrives at. Who has yet to begin is asked that first.</summary>
    public string PageFor(CurrentSession me) => me switch
    {
        { IsFacilitator: true } => ForLeaders,
        { HasStarted: true } => ForLearners,
        _ => Overview,
    };
}
