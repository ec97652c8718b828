using LearningBuddy.LtiTool.Messages;
using LearningBuddy.LtiTool.Settings;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>Mails of a made-up school.</summary>
internal static class MailSamples
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 30, 8, 15, 0, TimeSpan.Zero);

    public static Mail Some { get; } = new()
    {
        Id = new Guid("6f3a1c52-90d4-4d0e-8a77-0c1de2f3a4b5"),
        To = new("ann@school.example", "Ann Lee"),
        Subject = "Farid answered your question",
        Thread = "question 17",
        Language = "en",
        Body = new("Farid answered.\n", "<p>Farid answered.</p>"),
        Stop = new Uri("https://buddy.example/n/a1b2/stop"),
    };

    public static IOptions<LearningBuddyOptions> Settings(string? from = "Learning Buddy <buddy@school.example>", string? folder = null) =>
        Options.Create(new LearningBuddyOptions { Mail = new() { From = from, PickupDirectory = folder } });

    public static MailComposer Composer(string? from = "Learning Buddy <buddy@school.example>") =>
        new(Settings(from), new FakeTimeProvider(Now));

    /// <summary>A mail as its receiver's program reads it.</summary>
    public static MimeMessage Received(Mail mail)
    {
        using var bytes = new MemoryStream(Bytes(mail));
        return MimeMessage.Load(bytes);
    }

    /// <summary>A mail as it travels.</summary>
    public static byte[] Bytes(Mail mail)
    {
        using var message = Composer().Compose(mail)!;
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return bytes.ToArray();
    }
}
