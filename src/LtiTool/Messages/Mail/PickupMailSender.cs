using LearningBuddy.LtiTool.Settings;
using Microsoft.Extensions.Options;
using MimeKit;

namespace LearningBuddy.LtiTool.Messages;

/// <summary>Puts each mail into a folder as one <c>.eml</c> file, for another program to send or show.</summary>
internal sealed class PickupMailSender(IOptions<LearningBuddyOptions> options, MailComposer composer, TimeProvider clock) : IMailSender
{
    private static readonly FormatOptions AsSent = WithLinesAsSent();

    private string Folder => PickupFolder.Of(options.Value);

    public Task<IReadOnlyList<MailResult>> SendAsync(IReadOnlyList<Mail> mails, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<MailResult>>(
            [.. mails.Select(mail => ct.IsCancellationRequested ? MailResult.NotTried : Write(mail))]);

    /// <summary>Whoever watches the folder never sees half a mail: it gets its ending when it is whole and on the disk.</summary>
    private MailResult Write(Mail mail)
    {
        using var message = composer.Compose(mail);
        if (message is null)
        {
            return MailResult.NoAddress;
        }

        try
        {
            var place = Path.Combine(Directory.CreateDirectory(Folder).FullName, $"{mail.Id:N}");
            using (var file = new FileStream(place + ".part", FileMode.Create, FileAccess.Write, FileShare.None))
            {
                message.WriteTo(AsSent, file);
                file.Flush(flushToDisk: true);
            }

            File.SetLastWriteTimeUtc(place + ".part", clock.GetUtcNow().UtcDateTime);
            File.Move(place + ".part", place + ".eml", overwrite: true);
            return new MailResult.Sent();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new MailResult.Retry($"The pickup folder could not be written to: {failure.GetType().Name}.");
        }
    }

    private static FormatOptions WithLinesAsSent()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
