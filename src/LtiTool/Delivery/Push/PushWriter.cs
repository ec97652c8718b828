using System.Text.Json;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// Writes what a device shows. It passes through others' hands and lies on a locked screen: it holds no name, no title and nothing that
/// anybody wrote.
/// </summary>
internal sealed class PushWriter(MessageWords words, ReaderTexts readers, MailTokens tokens, DeviceDoor door)
{
    private const string Title = "Learning Buddy";

    /// <summary>A notification about one or several messages to one person, in their language.</summary>
    /// <param name="id">The sending: a second notification about the same takes the place of the first.</param>
    /// <param name="reach">Who reads.</param>
    /// <param name="rows">The messages, at least one.</param>
    /// <param name="ct">Stops.</param>
    public async Task<string> WriteAsync(Guid id, PersonReach reach, IReadOnlyList<MessageRow> rows, CancellationToken ct)
    {
        var texts = await readers.OfAsync(reach, rows, await words.DesignsAsync(rows, ct), ct);
        return Payload(
            texts,
            rows.Count == 1 ? texts.Plain(MessageTexts.BodyId(rows[0].Kind)) : texts.Count("messages.digest-title", rows.Count).ToString(),
            await AddressAsync(reach, rows, texts.Language, ct),
            $"{id:N}");
    }

    /// <summary>
    /// Where it leads: one exercise to the page that answers it, several to the inbox with all of them. A device shows the courses in which
    /// its owner learns; what waits in others its first page tells, and where that is opened.
    /// </summary>
    private async Task<string> AddressAsync(PersonReach reach, IReadOnlyList<MessageRow> rows, string language, CancellationToken ct)
    {
        var journeys = rows.Select(row => row.JourneyId).Distinct().ToList();
        var areExercises = rows.All(row => row.Kind == MessageName.ExerciseCame);
        return areExercises && rows is [var only] ? tokens.AnswerPage(only.ParticipationId, only.SubjectId, language).PathAndQuery
            : journeys is [var journey] && await door.ShowsAsync(reach.Person.Id, journey, ct)
                ? DevicePath.Of(journey, areExercises ? "/inbox" : "/news")
            : DevicePath.Home + "/";
    }

    /// <summary>A notification that somebody asked for, to see one.</summary>
    public static string Test(PersonReach reach)
    {
        var texts = ReaderTexts.Of(reach);
        return Payload(texts, texts.Plain("messages.push-test"), DevicePath.Home + "/", "test");
    }

    private static string Payload(Localizer texts, string body, string address, string tag) =>
        JsonSerializer.Serialize(new { title = Title, body, address, tag, lang = texts.Language, dir = texts.Direction });
}
