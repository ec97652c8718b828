using System.Globalization;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Messages;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>
/// Every mail that the tool writes, as a page: about each kind of message, several at once, to people outside, and to prove an address. Where
/// the environment variable <c>MAILS</c> names a folder they are put there, for eyes (<c>StoryPictures</c> of the browser tests).
/// </summary>
public sealed class MailPages
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("MAILS");
    private static readonly Uri Somewhere = new("https://buddy.example/n/a1b2c3");

    [Theory]
    [InlineData("en", "Leading remote teams", "Farid", "A call with two teams", "When is a call too short for this?")]
    [InlineData("ar", "قيادة الفرق عن بُعد", "ليلى", "مكالمة بين فريقين", "متى تكون المكالمة أقصر من أن تتسع لهذا؟")]
    public async Task Each_is_whole(string language, string journey, string name, string title, string words)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var template = new MailTemplate(services, NullLoggerFactory.Instance);
        var texts = Localizer.For(CultureInfo.GetCultureInfo(language));
        var facts = new MessageFacts(name, title, 3, texts.Moment(MailSamples.Now, TimeZoneInfo.Utc));

        foreach (var (file, content) in Contents(texts, facts, journey, words))
        {
            var body = await template.RenderAsync(content, texts);
            Assert.DoesNotContain("{0}", body.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("messages.", body.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("guests.", body.Text, StringComparison.Ordinal);
            if (Folder is not null)
            {
                Directory.CreateDirectory(Folder);
                await File.WriteAllTextAsync(
                    Path.Combine(Folder, $"{language}-mail-{file}.html"), body.Html, TestContext.Current.CancellationToken);
            }
        }
    }

    private static IEnumerable<(string File, MailContent Content)> Contents(
        Localizer texts, MessageFacts facts, string journey, string words)
    {
        var news = new MailContent
        {
            Title = "",
            Preview = "",
            Lead = journey,
            Button = new(texts.Plain("messages.open-course"), Somewhere),
            Reason = texts.Plain("messages.reason-journey", journey),
            Preferences = Somewhere,
        };
        var kinds = MessageKinds.All.Where(kind => kind.Channels.HasFlag(MessageChannels.Mail)).Select(kind => kind.Name).ToList();
        foreach (var kind in kinds)
        {
            yield return (kind, news with
            {
                Title = MessageTexts.Line(kind, facts, texts).ToString(),
                Preview = texts.Plain(MessageTexts.BodyId(kind)),
                Paragraphs = [texts.Plain(MessageTexts.BodyId(kind))],
            });
        }

        var exercise = new MailTask(
            new(texts.Plain("messages.exercise"), words), new(texts.Plain(MessageTexts.AnswerExercise), Somewhere));
        var lines = kinds.Take(4).Select(kind => MessageTexts.Line(kind, facts, texts).ToString()).ToList();
        yield return ("exercise", news with
        {
            Title = MessageTexts.Line(MessageName.ExerciseCame, facts, texts).ToString(),
            Preview = texts.Plain(MessageTexts.BodyId(MessageName.ExerciseCame)),
            Paragraphs = [texts.Plain(MessageTexts.BodyId(MessageName.ExerciseCame))],
            Quote = exercise.Quote,
            Button = exercise.Way,
            More = news.Button,
        });
        yield return ("several", news with
        {
            Title = texts.Count("messages.digest-title", lines.Count).ToString(),
            Preview = lines[0],
            Paragraphs = [.. lines, texts.Plain("messages.in-course", journey)],
            Tasks = [exercise, exercise],
            Button = null,
        });
        yield return ("prove", new MailContent
        {
            Title = texts.Plain("messages.prove-subject"),
            Preview = texts.Plain("messages.prove-body"),
            Paragraphs = [texts.Plain("messages.prove-body")],
            Button = new(texts.Plain("messages.prove-button"), Somewhere),
            Reason = texts.Plain("messages.reason-address"),
        });
        foreach (var (purpose, guest) in new[] { ("buddy", GuestTexts.Buddy), ("witness", GuestTexts.Witness), ("view", GuestTexts.View) })
        {
            foreach (var (ask, heading) in new[] { ("asks", guest.Asks), ("still-asks", guest.StillAsks) }.DistinctBy(one => one.Item2))
            {
                yield return ($"guest-{purpose}-{ask}", new MailContent
                {
                    Title = texts.Plain(heading, facts.Name!),
                    Preview = words,
                    Lead = journey,
                    Paragraphs = [texts.Plain(guest.WhatItTakes, facts.Name!)],
                    Quote = new(texts.Plain("guests.writes", facts.Name!), words),
                    Button = new(texts.Plain(guest.SeeRequest), Somewhere),
                    Reason = texts.Plain("guests.mail-why-asked", facts.Name!),
                });
            }

            var body = texts.Plain(guest.OpenBody, facts.Name!);
            yield return ($"guest-{purpose}-new-link", new MailContent
            {
                Title = texts.Plain("guests.mail-new-link", facts.Name!),
                Preview = body,
                Lead = journey,
                Paragraphs = [body],
                Button = new(texts.Plain("guests.open"), Somewhere),
                Reason = texts.Plain("guests.mail-why-link"),
            });
        }
    }
}
