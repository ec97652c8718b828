using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.SampleData.World;

/// <summary>A learning design with what a history about it needs besides.</summary>
/// <param name="Definition">As an instructor would set it up.</param>
/// <param name="Language">RFC 5646 tag of its texts.</param>
/// <param name="Academy">The LMS course it stands in.</param>
/// <param name="Scenarios">What practice buddies play.</param>
/// <param name="Words">What people write.</param>
/// <param name="ValidDays">For how many days a certificate holds, or null for ever.</param>
internal sealed record JourneyDesign(
    JourneyDefinition Definition, string Language, string Academy, IReadOnlyList<string> Scenarios, DesignWords Words, int? ValidDays = null)
{
    /// <value>Three: two in English, one in German whose certificates run out.</value>
    public static IReadOnlyList<JourneyDesign> All { get; } = [Designs.Meetings, Designs.Feedback, Designs.Handover];
}

/// <summary>Texts that people of the sample write: short, harmless, and the same few again and again, so that nobody takes them for real.</summary>
/// <param name="Situations">Where it was.</param>
/// <param name="Actions">What they did.</param>
/// <param name="Outcomes">What came of it.</param>
/// <param name="Worked">The caring half of a review.</param>
/// <param name="Challenges">The challenging half.</param>
/// <param name="Intentions">Goals and commitments.</param>
/// <param name="Circle">What a peer circle is called, before its number.</param>
/// <param name="Certificate">What the credential is called, before the journey's title.</param>
internal sealed record DesignWords(
    IReadOnlyList<string> Situations, IReadOnlyList<string> Actions, IReadOnlyList<string> Outcomes, IReadOnlyList<string> Worked,
    IReadOnlyList<string> Challenges, IReadOnlyList<string> Intentions, string Circle, string Certificate);
