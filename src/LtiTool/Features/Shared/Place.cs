using System.Collections.Immutable;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Questions;
using LearningBuddy.Shared.Sessions;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>A place of a journey that the head of every page leads to.</summary>
/// <param name="Page">Where it leads.</param>
/// <param name="Text">The id of what it is called.</param>
/// <param name="Needs">With what one must be allowed to see it.</param>
public sealed record Place(string Page, string Text, Thing Needs)
{
    /// <summary>The places of facilitators.</summary>
    public static readonly ImmutableArray<Place> OfFacilitators =
    [
        new("/Reviews/Index", "shared.who-needs-me", Thing.Group) { Count = me => me.WaitsForFacilitators(AttentionKind.Review) },
        new("/Questions/Index", "shared.questions", Thing.Journey)
        {
            Section = typeof(QuestionsSection),
            Count = me => me.WaitsForFacilitators(AttentionKind.Question),
        },
        new("/Sprints/Board", "shared.sprints", Thing.Group) { Section = typeof(SprintsSection), IsThere = SprintsSection.IsChosenIn },
        new("/Sessions/Lead", "shared.group-session", Thing.GroupSession) { Section = typeof(SessionsSection) },
        new("/Grades/Index", "shared.marks", Thing.Grades) { Section = typeof(GradesSection) },
        new("/Nudges/Figures", "shared.exercises", Thing.ExerciseFigures) { Section = typeof(NudgesSection) },
        new("/Statements/Index", "shared.statements", Thing.Statements),
        new("/Setup/Index", "shared.set-up", Thing.Design),
    ];

    /// <summary>The places of everybody else.</summary>
    public static readonly ImmutableArray<Place> OfLearners =
    [
        new("/Today/Index", "shared.today#start", Thing.Journey),
        new("/Buddies/Index", "shared.buddy", Thing.Journey)
        {
            Section = typeof(BuddiesSection),
            Count = me => me.WaitsForMe(AttentionKind.Invitation) + me.WaitsForMe(AttentionKind.Talk)
                + me.WaitsForMe(AttentionKind.Elsewhere),
        },
        new("/Sprints/Index", "shared.sprints", Thing.OwnJourney) { Section = typeof(SprintsSection) },
        new("/Sessions/Index", "shared.group-session", Thing.GroupSession) { Section = typeof(SessionsSection) },
        new("/Evidence/Index", "shared.evidence", Thing.OwnJourney) { Section = typeof(EvidenceSection) },
        new("/Questions/Index", "shared.questions", Thing.Journey)
        {
            Section = typeof(QuestionsSection),
            Count = me => me.WaitsForMe(AttentionKind.Question),
        },
        new("/Nudges/Index", "shared.inbox", Thing.OwnJourney)
        {
            Section = typeof(NudgesSection),
            Count = me => me.WaitsForMe(AttentionKind.Inbox),
        },
        new("/Grades/Mine", "shared.grade", Thing.OwnJourney) { Section = typeof(GradesSection) },
    ];

    /// <summary>The places of guests.</summary>
    public static readonly ImmutableArray<Place> OfGuests = [new("/Guests/Index", "shared.shared-with-me", Thing.GuestArea)];

    /// <summary>The section of the theme it belongs to, or null.</summary>
    public Type? Section { get; init; }

    /// <summary>Whether a design that has the section has the place too; null where it always has.</summary>
    public Func<JourneyDesign, bool>? IsThere { get; init; }

    /// <summary>How many things wait there, or null where nothing is counted.</summary>
    public Func<CurrentSession, int>? Count { get; init; }

    /// <summary>The places that somebody has.</summary>
    public static IEnumerable<Place> Of(CurrentSession me) =>
        (me.IsGuest ? OfGuests : me.IsFacilitator || me.IsInstructor ? OfFacilitators : OfLearners).Where(place =>
            me.HasCourse && Rights.Allow(me.Relations, place.Needs, Right.See)
            && (place.Section is null || me.Design?.Sections.Has(place.Section) == true)
            && (place.IsThere is null || (me.Design is { } design && place.IsThere(design))));
}
