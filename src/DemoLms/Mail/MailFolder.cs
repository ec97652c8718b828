using System.Collections.Concurrent;
using System.Security;
using MimeKit;

namespace LearningBuddy.DemoLms.Mail;

/// <summary>The folder a tool puts its mails into instead of sending them, one <c>.eml</c> file per mail.</summary>
internal sealed partial class MailFolder(DemoLmsOptions options, ILogger<MailFolder> logger)
{
    // A file is read once, and again when another one has taken its place. Null is one that no mail could be made of.
    private readonly ConcurrentDictionary<(string Name, DateTime WrittenAt), ReceivedMail?> known = new();

    /// <value>False where the host wasn't told of a folder.</value>
    public bool IsSet => !string.IsNullOrWhiteSpace(options.MailFolder);

    /// <summary>Everything that can be read, newest first; nothing where the folder is missing.</summary>
    public IReadOnlyList<ReceivedMail> Mails() =>
    [
        .. Files().Select(Read).OfType<ReceivedMail>().OrderByDescending(m => m.At).ThenByDescending(m => m.Id, StringComparer.Ordinal),
    ];

    /// <summary>Somebody's mails, newest first.</summary>
    /// <param name="address">In upper or lower case.</param>
    public IReadOnlyList<ReceivedMail> MailsTo(string address) =>
        [.. Mails().Where(m => m.To.Contains(address, StringComparer.OrdinalIgnoreCase))];

    /// <param name="id">The file's name without its ending. It is only compared, so that no id leads out of the folder.</param>
    public ReceivedMail? Find(string id) => Files().Where(f => IdOf(f) == id).Select(Read).FirstOrDefault();

    private List<FileInfo> Files()
    {
        if (!IsSet)
            return [];
        try
        {
            return [.. new DirectoryInfo(options.MailFolder!).EnumerateFiles("*.eml")];
        }
        catch (DirectoryNotFoundException)
        {
            // The tool makes it for its first mail.
            return [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SecurityException)
        {
            Log.FolderNotRead(logger, failure.GetType().Name);
            return [];
        }
    }

    private ReceivedMail? Read(FileInfo file)
    {
        var key = (file.Name, file.LastWriteTimeUtc);
        if (known.TryGetValue(key, out var mail))
            return mail;
        try
        {
            using var content = file.OpenRead();
            using var message = MimeMessage.Load(content);
            mail = ReceivedMail.Of(IdOf(file), message, new DateTimeOffset(file.LastWriteTimeUtc));
            // Almost anything can be taken for a message, but not everything for one to somebody.
            if (mail.To.Count == 0)
                return known[key] = PassOver(file, "it names no reader");
            return known[key] = mail;
        }
        catch (FormatException)
        {
            return known[key] = PassOver(file, "it is no message");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It may be readable next time.
            return PassOver(file, failure.GetType().Name);
        }
    }

    private ReceivedMail? PassOver(FileInfo file, string reason)
    {
        Log.PassedOver(logger, IdOf(file), reason);
        return null;
    }

    private static string IdOf(FileInfo file) => Path.GetFileNameWithoutExtension(file.Name);

    private static partial class Log
    {
        [LoggerMessage(6020, LogLevel.Warning, "Mail {Mail} is passed over: {Reason}")]
        public static partial void PassedOver(ILogger logger, string mail, string reason);

        [LoggerMessage(6021, LogLevel.Warning, "The mail folder can't be read: {Reason}")]
        public static partial void FolderNotRead(ILogger logger, string reason);
    }
}
