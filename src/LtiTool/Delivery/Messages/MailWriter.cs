using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Messages;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Writes mails in the language of who reads them.</summary>
internal sealed class MailWriter(
    ReaderTexts readers, MessageWords words, MeetingInvitation invitations, WaysIn ways, MailTemplate template, MailTokens tokens)
{
    /// <summary>A mail about one or several messages to one person.</summary>
    /// <param name="id">Of the mail: it stays at every try.</param>
    /// <param name="reach">Who gets it, with an address.</param>
    /// <param name="look">The messages, at least one.</param>
    /// <param name="ct">Stops.</param>
    public async Task<Mail> WriteAsync(Guid id, PersonReach reach, StillToTell look, CancellationToken ct)
    {
        var rows = look.Rows;
        var journeys = await words.DesignsAsync(rows, ct);
        var texts = await readers.OfAsync(reach, rows, journeys, ct);
        var lines = await words.LinesAsync(rows, journeys, texts, ZoneOf(reach, journeys.GetValueOrDefault(rows[0].JourneyId)), ct);
        var title = rows.Count == 1 ? lines[0].ToString() : texts.Count("messages.digest-title", rows.Count).ToString();
        var journey = journeys.GetValueOrDefault(rows[0].JourneyId)?.Title ?? "";
        var body = texts.Plain(MessageTexts.BodyId(rows[0].Kind));
        var way = await ways.OfAsync(rows[0], texts.Language, ct);
        var tasks = Tasks(look, texts);
        var only = rows.Count == 1 && tasks.Count == 1 ? tasks[0] : null;
        var wayIn = way.Address is { } address
            ? new MailLink(texts.Plain(way.GuestOf is null ? "messages.open-course" : "guests.open"), address)
            : null;
        var canStop = rows.All(row => MessageKinds.Find(row.Kind)!.CanBeSwitchedOff);
        var content = new MailContent
        {
            Title = title,
            Preview = rows.Count == 1 ? body : lines[0].ToString(),
            Lead = journeys.Count == 1 ? journey : null,
            Paragraphs =
            [
                .. rows.Count == 1 ? [body] : lines.Select(line => line.ToString()),

                // Not every LMS has an address that leads to an activity.
                .. way is { Address: null, GuestOf: null } ? [texts.Plain("messages.in-course", journey)] : Array.Empty<string>(),
            ],
            Quote = only?.Quote,
            Tasks = only is null ? tasks : [],
            Button = only?.Way ?? wayIn,
            More = only is null ? null : wayIn,
            Reason = way.GuestOf is { } learner
                ? texts.Plain("guests.mail-why-news", learner)
                : texts.Plain("messages.reason-journey", journey),
            Preferences = tokens.ChoicePage(reach.Person.Id, texts.Language),
        };
        var to = new MailRecipient(reach.MailTo!, reach.Person.DisplayName);
        return new Mail
        {
            Id = id,
            To = to,
            Subject = title,
            Thread = rows.Count == 1 ? $"{rows[0].JourneyId:N} {rows[0].SubjectId:N}" : $"{reach.Person.Id:N}",
            Language = texts.Language,
            Body = await template.RenderAsync(content, texts),
            Stop = canStop ? tokens.Stop(reach.Person.Id) : null,

            // Who else comes is named in the title: their address is theirs to give.
            Calendar = rows.Count == 1 && (await words.MeetingsAsync(rows, ct)).Values.FirstOrDefault() is { } meeting
                ? invitations.Of(meeting, title, [to])
                : null,
        };
    }

    /// <summary>The exercises among the messages, each to be answered from the mail.</summary>
    private IReadOnlyList<MailTask> Tasks(StillToTell look, Localizer texts) =>
    [
        .. look.Rows.Where(row => look.Exercises.ContainsKey(row.SubjectId)).Select(row => new MailTask(
            new(texts.Plain("messages.exercise"), look.Exercises[row.SubjectId]),
            new(texts.Plain(MessageTexts.AnswerExercise), tokens.AnswerPage(row.ParticipationId, row.SubjectId, texts.Language)))),
    ];

    /// <summary>Whoever said nothing, and whose LMS said nothing, is where the journey is.</summary>
    private static TimeZoneInfo ZoneOf(PersonReach reach, JourneyDesign? design) =>
        reach.Person.TimeZone is null && reach.Pace.Zone.Equals(TimeZoneInfo.Utc) ? LearnerReader.ZoneOf(null, design) : reach.Pace.Zone;

    /// <summary>A mail that asks whether an address is somebody's.</summary>
    public async Task<Mail> AskAsync(Guid id, PersonReach reach, string address, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var texts = ReaderTexts.Of(reach);
        var title = texts.Plain("messages.prove-subject");
        var content = new MailContent
        {
            Title = title,
            Preview = texts.Plain("messages.prove-body"),
            Paragraphs = [texts.Plain("messages.prove-body")],
            Button = new(texts.Plain("messages.prove-button"), tokens.ProofPage(reach.Person.Id, address, texts.Language)),
            Reason = texts.Plain("messages.reason-address"),
        };
        return new Mail
        {
            Id = id,
            To = new(address, null),
            Subject = title,
            Thread = $"{id:N}",
            Language = texts.Language,
            Body = await template.RenderAsync(content, texts),
        };
    }
}
