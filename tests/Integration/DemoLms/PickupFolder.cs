using MimeKit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>A folder of mails as a tool leaves them, gone afterwards.</summary>
internal sealed class PickupFolder : IDisposable
{
    public const string Learner = "a.okonkwo@harbour.example";
    public const string Buddy = "j.gross@harbour.example";

    private static readonly DateTimeOffset FirstMailAt = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learning-buddy-");
    private int written;

    public string Path => folder.FullName;

    /// <summary>Writes a mail, an hour after the one before.</summary>
    /// <param name="stop">What <c>List-Unsubscribe</c> says; null leaves it out.</param>
    /// <param name="stopPost">What <c>List-Unsubscribe-Post</c> says; null leaves it out.</param>
    /// <param name="calendar">The calendar part; null leaves it out.</param>
    public void Write(string id, string to, string subject, string? stop = null, string? stopPost = null, string? calendar = null)
    {
        using var mail = new MimeMessage { Subject = subject, Date = FirstMailAt.AddHours(written++) };
        mail.From.Add(new MailboxAddress("Learning Buddy", "no-reply@tool.example"));
        mail.To.Add(new MailboxAddress("Somebody", to));
        if (stop is not null)
            mail.Headers.Add(HeaderId.ListUnsubscribe, stop);
        if (stopPost is not null)
            mail.Headers.Add(HeaderId.ListUnsubscribePost, stopPost);
        var body = new MultipartAlternative
        {
            new TextPart("plain") { Text = $"Plain words of {id}: https://tool.example/n/{id}." },
            new TextPart("html") { Text = $"<!doctype html><html><head><title>{id}</title></head><body><p>Formatted words of {id}</p></body></html>" },
        };
        if (calendar is not null)
            body.Add(new TextPart("calendar") { Text = calendar });
        mail.Body = body;
        mail.WriteTo(System.IO.Path.Combine(Path, id + ".eml"));
    }

    /// <summary>Writes a file as it is.</summary>
    public void WriteFile(string name, string content) => File.WriteAllText(System.IO.Path.Combine(Path, name), content);

    public void Dispose() => folder.Delete(recursive: true);
}
