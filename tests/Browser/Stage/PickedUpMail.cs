using MimeKit;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>Mails that the tool put into its folder.</summary>
internal static class PickedUpMail
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Waits for so many mails to an address.</summary>
    /// <returns>The newest.</returns>
    public static Task<MimeMessage> SeeAsync(ToolStage tool, string address, int count) => Eventually.SeeAsync(
        () => All(tool, address) is { } mails && mails.Count >= count ? mails[^1] : null, LongestWait, $"{count} mails to {address}:\n{tool.Log}");

    /// <summary>The first address in a mail with these words in it.</summary>
    public static string LinkIn(MimeMessage mail, string words) => mail.TextBody!.Split('\n').Select(line => line.Trim())
        .First(line => line.StartsWith("http", StringComparison.Ordinal) && line.Contains(words, StringComparison.Ordinal));

    /// <summary>Those to an address, the newest last.</summary>
    public static List<MimeMessage> All(ToolStage tool, string address) => !Directory.Exists(tool.Mails)
        ? []
        : [.. Directory.EnumerateFiles(tool.Mails, "*.eml").OrderBy(File.GetLastWriteTimeUtc).Select(file => MimeMessage.Load(file))
            .Where(mail => mail.To.Mailboxes.Any(to => to.Address == address))];
}
