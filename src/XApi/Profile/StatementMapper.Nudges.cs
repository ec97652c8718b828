using System.Text.Json.Nodes;
using LearningBuddy.Shared.Events;
using LearningBuddy.XApi.Statements;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.XApi.Profile;

public static partial class StatementMapper
{
    private static MappedStatement? MapNudges(StatementDraft draft, JourneyEvent what) => what switch
    {
        NudgeScheduled scheduled => OnNudge(draft, Templates.NudgeScheduled, Verbs.Schedule, scheduled.Nudge) with
        {
            Actor = StatementDraft.Tool,
            People = [draft.AboutLearner],
        },
        NudgeSent sent => OnNudge(draft, Templates.NudgeSent, Verbs.Send, sent.Nudge) with
        {
            Actor = StatementDraft.Tool,
            People = [draft.AboutLearner],
        },
        NudgeOpened opened => OnNudge(draft, Templates.NudgeOpened, Verbs.Open, opened.Nudge),
        NudgeActedOn acted => OnNudge(draft, Templates.NudgeActedOn, Verbs.Interacted, acted.Nudge, ("action", acted.Action)),
        NudgeSnoozed snoozed =>
            OnNudge(draft, Templates.NudgeSnoozed, Verbs.Snoozed, snoozed.Nudge, ("until", XApiTimestamp.Format(snoozed.Until))),
        NudgeDismissed dismissed => OnNudge(draft, Templates.NudgeDismissed, Verbs.Ignore, dismissed.Nudge),
        GradeSent sent => Grade(draft, sent),
        _ => null,
    };

    private static MappedStatement OnNudge(
        StatementDraft draft, string template, VerbTerm verb, NudgeFacts nudge, params ReadOnlySpan<(string Key, string Value)> more)
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

        return draft.Of(template, verb, draft.Activities.Nudge(nudge.Id, nudge.Name)) with
        {
            Extensions = new Dictionary<string, JsonNode> { [ExtensionIris.NudgeFacts] = facts },
        };
    }

    /// <summary>The tool is the actor: the LMS may send a statement of its own about the same grade, and the learner is not to count twice.</summary>
    private static MappedStatement Grade(StatementDraft draft, GradeSent sent) =>
        draft.Of(Templates.GradeSent, Verbs.Reported, draft.Activities.LineItem(sent.LineItem)) with
        {
            Actor = StatementDraft.Tool,
            People = [draft.AboutLearner],
            Outcome = new(Mark: new Mark(sent.Maximum > 0 ? Math.Clamp(sent.Given / sent.Maximum, 0, 1) : 0, sent.Given, 0, sent.Maximum)),
            Extensions = new Dictionary<string, JsonNode>
            {
                [ExtensionIris.GradeFacts] = new JsonObject
                {
                    ["activityProgress"] = sent.ActivityProgress,
                    ["gradingProgress"] = sent.GradingProgress,
                    ["lineItem"] = sent.LineItem,
                },
            },
        };
}
