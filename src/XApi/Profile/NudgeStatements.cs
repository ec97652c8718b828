using System.Text.Json.Nodes;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Profile;

/// <summary>Statements about nudges.</summary>
internal static class NudgeStatements
{
    public static IReadOnlyList<MappedStatement>? Of(StatementDraft draft, JourneyEvent what) => what switch
    {
        NudgeScheduled scheduled => [ByTool(draft, On(draft, Templates.NudgeScheduled, Verbs.Schedule, scheduled.Nudge))],
        NudgeSent sent => [ByTool(draft, On(draft, Templates.NudgeSent, Verbs.Send, sent.Nudge))],
        NudgeOpened opened => [On(draft, Templates.NudgeOpened, Verbs.Open, opened.Nudge)],
        NudgeActedOn acted => [On(draft, Templates.NudgeActedOn, Verbs.Interacted, acted.Nudge, ("action", acted.Action))],
        NudgeSnoozed snoozed =>
            [On(draft, Templates.NudgeSnoozed, Verbs.Snoozed, snoozed.Nudge, ("until", XApiTimestamp.Format(snoozed.Until)))],
        NudgeDismissed dismissed => [On(draft, Templates.NudgeDismissed, Verbs.Ignore, dismissed.Nudge)],
        _ => null,
    };

    private static MappedStatement ByTool(StatementDraft draft, MappedStatement statement) =>
        statement with { Actor = StatementDraft.Tool, People = [draft.AboutLearner] };

    private static MappedStatement On(
        StatementDraft draft, string template, VerbTerm verb, NudgeRef nudge, params ReadOnlySpan<(string Key, string Value)> more)
    {
        var facts = new JsonObject
        {
            ["channel"] = nudge.Channel switch
            {
                NudgeChannel.Inbox => "inbox",
                NudgeChannel.Email => "email",
                NudgeChannel.Push => "push",
            },
            ["step"] = nudge.Step,
            ["of"] = nudge.Of,
        };
        foreach (var (key, value) in more)
        {
            facts[key] = value;
        }

        return draft.Of(template, verb, draft.Activities.Nudge(nudge.Id, nudge.ExerciseId)) with
        {
            Extensions = new Dictionary<string, JsonNode> { [ExtensionIris.NudgeFacts] = facts },
        };
    }
}
