using LearningBuddy.LtiTool.Messages;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>The folder that mails are put into where there is no mail server.</summary>
public sealed class MailPickupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learning-buddy-mail");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Each_mail_is_one_file()
    {
        var other = MailSamples.Some with { Id = Guid.NewGuid(), Subject = "Another" };

        var results = await Sender(folder.FullName).SendAsync([MailSamples.Some, other], Stop);

        Assert.All(results, result => Assert.IsType<MailResult.Sent>(result));
        Assert.Equal(
            new[] { $"{MailSamples.Some.Id:N}.eml", $"{other.Id:N}.eml" }.Order(StringComparer.Ordinal),
            folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
        using var read = await MimeMessage.LoadAsync(Path.Combine(folder.FullName, $"{other.Id:N}.eml"), Stop);
        Assert.Equal(("Another", "Farid answered."), (read.Subject, read.TextBody!.Trim()));
    }

    [Fact]
    public async Task A_mail_that_is_sent_again_is_still_one_file()
    {
        await Sender(folder.FullName).SendAsync([MailSamples.Some], Stop);
        await Sender(folder.FullName).SendAsync([MailSamples.Some], Stop);

        Assert.Single(folder.GetFiles());
    }

    [Fact]
    public async Task What_nobody_took_out_is_deleted_after_a_time_and_nothing_else()
    {
        await Sender(folder.FullName).SendAsync([MailSamples.Some], Stop);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "note.txt"), "Somebody's own.", Stop);
        var written = new DateTimeOffset(folder.GetFiles("*.eml").Single().LastWriteTimeUtc);
        File.SetLastWriteTimeUtc(Path.Combine(folder.FullName, "note.txt"), written.UtcDateTime);

        Assert.Equal(0, PickupFolder.Empty(folder.FullName, written));
        Assert.Equal(1, PickupFolder.Empty(folder.FullName, written.AddSeconds(1)));
        Assert.Equal("note.txt", Assert.Single(folder.GetFiles()).Name);
        Assert.Equal(0, PickupFolder.Empty(Path.Combine(folder.FullName, "none"), DateTimeOffset.MaxValue));
    }

    [Fact]
    public async Task The_folder_is_made()
    {
        await Sender(Path.Combine(folder.FullName, "a", "b")).SendAsync([MailSamples.Some], Stop);
        Assert.Single(folder.GetFiles("*.eml", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_folder_that_is_none_is_tried_again()
    {
        var file = Path.Combine(folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", Stop);

        Assert.IsType<MailResult.Retry>(Assert.Single(await Sender(file).SendAsync([MailSamples.Some], Stop)));
    }

    [Fact]
    public async Task What_is_no_address_is_refused_for_good()
    {
        var results = await Sender(folder.FullName).SendAsync([MailSamples.Some with { To = new("ann", null) }, MailSamples.Some], Stop);

        Assert.IsType<MailResult.RefusedForGood>(results[0]);
        Assert.IsType<MailResult.Sent>(results[1]);
        Assert.Single(folder.GetFiles());
    }

    private static FakeTimeProvider Clock => new(MailSamples.Now);

    private static PickupMailSender Sender(string path)
    {
        var settings = MailSamples.Settings(folder: path);
        return new(settings, new MailComposer(settings, Clock), Clock);
    }
}
