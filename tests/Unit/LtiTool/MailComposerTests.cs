using System.Text;
using LearningBuddy.LtiTool.Messages;
using MimeKit;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>What a mail's receiver, and every program on the way, reads in its headers.</summary>
public sealed class MailComposerTests
{
    [Fact]
    public void A_mail_says_who_sent_it_and_that_a_program_did()
    {
        using var received = MailSamples.Received(MailSamples.Some);

        Assert.Equal("\"Learning Buddy\" <buddy@school.example>", received.From.ToString());
        Assert.Equal("\"Ann Lee\" <ann@school.example>", received.To.ToString());
        Assert.Equal("Farid answered your question", received.Subject);
        Assert.Equal("6f3a1c5290d44d0e8a770c1de2f3a4b5@school.example", received.MessageId);
        Assert.Equal(MailSamples.Now, received.Date);
        Assert.Equal("auto-generated", received.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("en", received.Body!.Headers[HeaderId.ContentLanguage]);
    }

    [Fact]
    public void One_click_stops_it()
    {
        using var received = MailSamples.Received(MailSamples.Some);
        using var needed = MailSamples.Received(MailSamples.Some with { Stop = null });

        Assert.Equal("<https://buddy.example/n/a1b2/stop>", received.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal("List-Unsubscribe=One-Click", received.Headers[HeaderId.ListUnsubscribePost]);
        Assert.DoesNotContain(needed.Headers, header => header.Field.StartsWith("List-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_long_address_for_stopping_stays_whole()
    {
        var stop = new Uri("https://buddy.example/n/" + new string('a', 300) + "/stop");
        using var received = MailSamples.Received(MailSamples.Some with { Stop = stop });
        Assert.Equal($"<{stop.AbsoluteUri}>", received.Headers[HeaderId.ListUnsubscribe]!.Trim());
    }

    [Fact]
    public void Mails_about_one_thing_stand_in_one_thread()
    {
        using var first = MailSamples.Received(MailSamples.Some);
        using var second = MailSamples.Received(MailSamples.Some with { Id = Guid.NewGuid(), Subject = "Farid asks back" });
        using var other = MailSamples.Received(MailSamples.Some with { Thread = "question 18" });

        Assert.NotEqual(first.MessageId, second.MessageId);
        Assert.Equal(first.InReplyTo, second.InReplyTo);
        Assert.Equal(first.InReplyTo, Assert.Single(second.References));
        Assert.NotEqual(first.InReplyTo, other.InReplyTo);
        Assert.DoesNotContain("question", first.InReplyTo, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_is_the_same_at_every_try() => Assert.Equal(Headers(MailSamples.Some), Headers(MailSamples.Some));

    [Fact]
    public void It_has_a_plain_part_and_a_rich_one()
    {
        var body = new MailBody("أجابت فريدة.\n", "<p dir=\"rtl\">أجابت فريدة.</p>");
        using var received = MailSamples.Received(MailSamples.Some with { Language = "ar", Body = body });

        Assert.True(received.Body!.ContentType.IsMimeType("multipart", "alternative"));
        Assert.Equal(["text/plain", "text/html"], received.BodyParts.Select(part => part.ContentType.MimeType));
        Assert.Equal(body.Text.TrimEnd(), received.TextBody!.TrimEnd());
        Assert.Equal(body.Html, received.HtmlBody!.TrimEnd());
        Assert.All(received.BodyParts, part => Assert.Equal("ar", part.Headers[HeaderId.ContentLanguage]));
    }

    [Fact]
    public void A_date_is_a_part_that_calendars_read()
    {
        const string Content = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
        using var received = MailSamples.Received(MailSamples.Some with { Calendar = new("REQUEST", Content) });

        var part = Assert.IsType<TextPart>(received.BodyParts.Last());
        Assert.Equal(("text/calendar", "REQUEST"), (part.ContentType.MimeType, part.ContentType.Parameters["method"]));
        Assert.Equal(Content, Decoded(part));
    }

    [Theory]
    [InlineData("Jürgen Groß")]
    [InlineData("أمل الخطيب")]
    [InlineData("Lee, Ann \"Nan\" (HR)")]
    [InlineData("Ann <spy@evil.example>")]
    public void A_name_arrives_as_it_is_and_adds_nobody(string name)
    {
        using var received = MailSamples.Received(MailSamples.Some with { To = new("ann@school.example", name) });

        var to = Assert.Single(received.To.Mailboxes);
        Assert.Equal((name, "ann@school.example"), (to.Name, to.Address));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n\r\n")]
    [InlineData("\u2028")]
    public void A_line_break_in_words_makes_no_header(string lineBreak)
    {
        var words = $"Hello{lineBreak}Bcc: spy@evil.example{lineBreak}X-Odd: 1";
        using var received = MailSamples.Received(MailSamples.Some with { Subject = words, To = new("ann@school.example", words) });

        Assert.Equal("Hello Bcc: spy@evil.example X-Odd: 1", received.Subject);
        Assert.Equal("Hello Bcc: spy@evil.example X-Odd: 1", Assert.Single(received.To.Mailboxes).Name);
        Assert.Empty(received.Bcc);
        Assert.DoesNotContain(received.Headers, header => header.Field is "X-Odd" or "Bcc");
    }

    [Theory]
    [InlineData("")]
    [InlineData("ann")]
    [InlineData("ann@")]
    [InlineData("@school.example")]
    [InlineData("Ann <ann@school.example>")]
    [InlineData("ann@school.example, spy@evil.example")]
    [InlineData("ann@school.example\r\nBcc: spy@evil.example")]
    public void What_is_no_address_gets_no_mail(string address) =>
        Assert.Null(MailSamples.Composer().Compose(MailSamples.Some with { To = new(address, null) }));

    [Fact]
    public void Old_servers_can_carry_it()
    {
        var body = new MailBody(new string('ä', 3000), "<p>" + new string('ل', 3000) + "</p>");
        var bytes = MailSamples.Bytes(MailSamples.Some with { Subject = new string('é', 500), Body = body });

        Assert.DoesNotContain(bytes, letter => letter > 127);
        Assert.All(Encoding.ASCII.GetString(bytes).Split('\n'), line => Assert.InRange(line.Length, 0, 998));
    }

    [Fact]
    public void Without_a_sender_in_the_settings_the_public_address_is_one()
    {
        using var message = MailSamples.Composer(from: null).Compose(MailSamples.Some)!;
        Assert.Equal("no-reply@localhost", Assert.Single(message.From.Mailboxes).Address);
    }

    [Fact]
    public void A_mail_in_a_log_names_nobody()
    {
        Assert.DoesNotContain("ann", MailSamples.Some.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ann", MailSamples.Some.To.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static List<string> Headers(Mail mail)
    {
        using var received = MailSamples.Received(mail);
        return [.. received.Headers.Select(header => header.ToString())];
    }

    /// <summary>What a calendar gets: <see cref="TextPart.Text"/> has the line ends of this machine.</summary>
    private static string Decoded(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return Encoding.UTF8.GetString(content.ToArray());
    }
}
