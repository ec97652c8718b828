using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.LtiTool.Features.Preferences;

/// <summary>The kinds of messages that a person can switch off one by one, by what they are when they get them.</summary>
internal static class MailKinds
{
    /// <summary>The kinds that can come to somebody, in groups; a group of which none can come is left out.</summary>
    public static IReadOnlyList<(string Heading, IReadOnlyList<MessageKind> Kinds)> Of(CurrentSession me)
    {
        (string Heading, bool IsTheirs, MessageReceiver[] To)[] groups =
        [
            ("preferences.kinds-learner", me.IsLearner, [MessageReceiver.Learner]),

            // Whoever leads a course can be asked too, where the set-up says so.
            (
                "preferences.kinds-buddy", true,
                [MessageReceiver.Invited, MessageReceiver.Buddy, MessageReceiver.Pair, MessageReceiver.Viewers]),
            ("preferences.kinds-facilitator", me.IsFacilitator, [MessageReceiver.Addressees, MessageReceiver.Facilitators]),
            ("preferences.kinds-instructor", me.IsInstructor, [MessageReceiver.Instructors]),
        ];
        return
        [
            .. groups.Where(group => group.IsTheirs)
                .Select(group => (group.Heading, Kinds(group.To))),
        ];
    }

    /// <summary>The id of what a kind is called.</summary>
    public static string TextOf(string kind) => $"preferences.kind-{kind.Replace('.', '-')}";

    /// <summary>Those of these names that stand for a kind which can be switched off.</summary>
    public static IReadOnlyList<string> Known(IEnumerable<string> names) =>
        [.. names.Where(name => MessageKinds.Find(name) is { CanBeSwitchedOff: true }).Distinct(StringComparer.Ordinal)];

    private static IReadOnlyList<MessageKind> Kinds(MessageReceiver[] to) =>
        [.. MessageKinds.All.Where(kind => kind.CanBeSwitchedOff && to.Contains(kind.To))];
}
