using System.Collections.Immutable;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.XApi.Profile;

/// <summary>What a theme's events are as statements; null for an event of another theme.</summary>
internal delegate IReadOnlyList<MappedStatement>? ThemeStatements(StatementDraft draft, JourneyEvent what);

/// <summary>
/// Turns a journey event into statements: only typed fields of the event and the words it names are read, so that nothing personal can
/// leave unseen. One theme per file; this one only finds it.
/// </summary>
public static class StatementMapper
{
    private static readonly ImmutableArray<ThemeStatements> Themes =
    [
        JourneyStatements.Of,
        PathStatements.Of,
        SprintStatements.Of,
        GroupStatements.Of,
        BuddyStatements.Of,
        PartnerStatements.Of,
        CircleStatements.Of,
        SessionStatements.Of,
        EvidenceStatements.Of,
        ReviewStatements.Of,
        CertificationStatements.Of,
        CoachingStatements.Of,
        QuestionStatements.Of,
        NudgeStatements.Of,
        GradeStatements.Of,
    ];

    /// <summary>The statements of an event: one, one for each attendee of a meeting, or none for what concerns the tool alone.</summary>
    /// <param name="e">The event.</param>
    /// <param name="scene">Names, words and addresses around it.</param>
    /// <returns>Always the same ids for the same event.</returns>
    public static IReadOnlyList<MappedStatement> Map(RecordedEvent e, StatementScene scene)
    {
        ArgumentNullException.ThrowIfNull(e);
        ArgumentNullException.ThrowIfNull(scene);
        var draft = new StatementDraft(e, scene);
        return Themes.Select(theme => theme(draft, e.What)).FirstOrDefault(statements => statements is not null) ?? [];
    }
}
