using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Which texts say a kind of message.</summary>
internal static class MessageTexts
{
    /// <summary>The button of a mail that brings an exercise.</summary>
    public const string AnswerExercise = "messages.answer-exercise";

    /// <summary>What is new, in one line.</summary>
    public static LocalizedText Line(string kind, MessageFacts about, Localizer texts) => kind switch
    {
        MessageName.WaitingDaily => texts.Count("messages.line-waiting-daily", about.Waiting),
        MessageName.CertificationReached or MessageName.WitnessDeclined or MessageName.ExerciseCame => texts[LineId(kind), about.Title],
        MessageName.MailRefused or MessageName.PushEnded => texts[LineId(kind)],
        MessageName.BuddyExpired when about.Name is null => texts["messages.line-buddy-expired-code"],
        MessageName.BuddyDeclined when about.Name is null => texts["messages.line-buddy-declined-mail"],
        MessageName.EvidenceShared or MessageName.EvidenceReturned or MessageName.EvidenceConfirmed or MessageName.EvidenceAttested =>
            texts[LineId(kind), NameOf(about, texts), about.Title],
        MessageName.TalkPlanned or MessageName.TalkCancelled => texts[LineId(kind), NameOf(about, texts), about.Moment],
        _ => texts[LineId(kind), NameOf(about, texts)],
    };

    private static string NameOf(MessageFacts about, Localizer texts) => about.Name ?? texts.Plain("messages.somebody");

    /// <summary>The id of the line of a kind.</summary>
    public static string LineId(string kind) => $"messages.line-{kind.Replace('.', '-')}";

    /// <summary>The id of what a mail of a kind says below it.</summary>
    public static string BodyId(string kind) => $"messages.body-{kind.Replace('.', '-')}";
}

/// <summary>What a line names.</summary>
/// <param name="Name">The person, or null where nobody is known.</param>
/// <param name="Title">What the piece of evidence or the behaviour is called.</param>
/// <param name="Waiting">How many reviews wait.</param>
/// <param name="Moment">When a meeting begins, on the reader's clock; empty for anything else.</param>
internal readonly record struct MessageFacts(string? Name, string Title, int Waiting, string Moment);
