using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Messages;
using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Writes mails to people outside the courses: who asks and why, and a link.</summary>
internal sealed class GuestMailWriter(MailTemplate template)
{
    /// <summary>An invitation, in the journey's language: nobody knows yet which one its reader speaks.</summary>
    /// <param name="id">Of the mail: it stays at every try.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="address">Where it goes.</param>
    /// <param name="link">Where the answer is given.</param>
    public Task<Mail> InviteAsync(Guid id, GuestAsk ask, string address, Uri link)
    {
        var name = ask.Learner.Name;
        var texts = Localizer.In(ask.Design.Language);
        var content = new MailContent
        {
            Title = texts.Plain(ask.IsReminded ? ask.Texts.StillAsks : ask.Texts.Asks, name),
            Preview = ask.Words,
            Lead = ask.Design.Title,
            Paragraphs = [texts.Plain(ask.Texts.WhatItTakes, name)],
            Quote = new(texts.Plain("guests.writes", name), ask.Words),
            Button = new(texts.Plain(ask.Texts.SeeRequest), link),
            Reason = texts.Plain("guests.mail-why-asked", name),
        };
        return MailAsync(id, new(address, null), ask, content, texts);
    }

    /// <summary>The way back for a guest who lost it.</summary>
    /// <param name="id">Of the mail.</param>
    /// <param name="ask">What the guest said yes to.</param>
    /// <param name="guest">The guest, with an address.</param>
    /// <param name="link">The way back.</param>
    public Task<Mail> WriteAgainAsync(Guid id, GuestAsk ask, PersonReach guest, Uri link)
    {
        var name = ask.Learner.Name;
        var texts = ReaderTexts.Of(guest);
        var body = texts.Plain(ask.Texts.OpenBody, name);
        var content = new MailContent
        {
            Title = texts.Plain("guests.mail-new-link", name),
            Preview = body,
            Lead = ask.Design.Title,
            Paragraphs = [body],
            Button = new(texts.Plain("guests.open"), link),
            Reason = texts.Plain("guests.mail-why-link"),
        };
        return MailAsync(id, new(guest.Address!, guest.Person.DisplayName), ask, content, texts);
    }

    private async Task<Mail> MailAsync(Guid id, MailRecipient to, GuestAsk ask, MailContent content, Localizer texts) => new()
    {
        Id = id,
        To = to,
        Subject = content.Title,
        Thread = $"{ask.Scope.JourneyId:N} {ask.Scope.SubjectId:N}",
        Language = texts.Language,
        Body = await template.RenderAsync(content, texts),
    };
}
