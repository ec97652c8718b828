using System.Net;
using Xunit;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>The tool's pickup folder as the mailboxes of the people it wrote to.</summary>
public sealed class MailboxTests
{
    private const string OneClick = "List-Unsubscribe=One-Click";

    [Fact]
    public async Task Everybody_sees_their_own_mails()
    {
        using var folder = new PickupFolder();
        folder.Write("first", PickupFolder.Learner, "Hello <you>");
        folder.Write("second", PickupFolder.Buddy, "For the buddy");
        folder.Write("third", PickupFolder.Learner.ToUpperInvariant(), "Later");
        await using var lms = await StartAsync(folder);

        var all = await ReadAsync(lms, "/mailbox");
        var own = await ReadAsync(lms, $"/mailbox?to={Uri.EscapeDataString(PickupFolder.Learner)}");

        AssertInOrder(all, "Amara Okonkwo", "2 mails", "Jürgen Groß", "1 mail,");
        AssertInOrder(own, "Later", "Plain words of third", "Hello <you>", "Plain words of first");
        Assert.DoesNotContain("For the buddy", own, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("odd.eml", "")]
    [InlineData("odd.eml", "\0\u00ff\n\r\0")]
    [InlineData("odd.eml", "Subject: To nobody\r\n\r\nHi")]
    [InlineData("odd.part", "To: half@harbour.example\r\nSubject: Half\r\n\r\nHi")]
    public async Task File_that_is_no_mail_to_anybody_is_passed_over(string name, string content)
    {
        using var folder = new PickupFolder();
        folder.WriteFile(name, content);
        folder.Write("whole", PickupFolder.Learner, "Whole");
        await using var lms = await StartAsync(folder);

        var all = await ReadAsync(lms, "/mailbox");
        using var odd = await lms.Client.GetAsync("/mailbox/odd", TestContext.Current.CancellationToken);

        Assert.Single(all.Split("/mailbox?to=")[1..]);
        Assert.Contains("Amara Okonkwo", all, StringComparison.Ordinal);
        Assert.Equal(404, (int)odd.StatusCode);
    }

    [Fact]
    public async Task Mail_that_is_written_again_is_read_again()
    {
        using var folder = new PickupFolder();
        folder.Write("mail", PickupFolder.Learner, "Before");
        await using var lms = await StartAsync(folder);
        await ReadAsync(lms, "/mailbox/mail");

        folder.Write("mail", PickupFolder.Learner, "After");
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, "mail.eml"), new DateTime(2026, 3, 13, 0, 0, 0, DateTimeKind.Utc));

        Assert.Contains("After", await ReadAsync(lms, "/mailbox/mail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_that_is_missing_is_an_empty_mailbox()
    {
        using var folder = new PickupFolder();
        await using var lms = await DemoLmsHost.StartAsync(register: false, mailFolder: Path.Combine(folder.Path, "not-yet"));

        Assert.Contains("No mail yet", await ReadAsync(lms, "/mailbox"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/mailbox/other")]
    [InlineData("/mailbox/..%2Foutside")]
    [InlineData("/mailbox/..%5Coutside")]
    [InlineData("/mailbox/other/html")]
    public async Task Mail_that_is_not_in_the_folder_is_not_here(string address)
    {
        using var folder = new PickupFolder();
        folder.Write("outside", PickupFolder.Learner, "Outside");
        var inside = Directory.CreateDirectory(Path.Combine(folder.Path, "inside"));
        await using var lms = await DemoLmsHost.StartAsync(register: false, mailFolder: inside.FullName);

        using var answer = await lms.Client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal((404, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Formatted_part_runs_no_scripts_and_opens_links_in_new_tabs()
    {
        using var folder = new PickupFolder();
        folder.Write("mail", PickupFolder.Learner, "Subject");
        await using var lms = await StartAsync(folder);

        var page = await ReadAsync(lms, "/mailbox/mail");
        using var part = await lms.Client.GetAsync("/mailbox/mail/html", TestContext.Current.CancellationToken);

        Assert.Contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"", page, StringComparison.Ordinal);
        var policy = Assert.Single(part.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
        Assert.StartsWith(
            "<!doctype html><html><head><base target=\"_blank\"><title>",
            await part.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_part_has_links_that_end_before_the_full_stop()
    {
        using var folder = new PickupFolder();
        folder.Write("mail", PickupFolder.Learner, "Subject");
        await using var lms = await StartAsync(folder);

        Assert.Contains(
            ">Plain words of mail: <a href=\"https://tool.example/n/mail\" target=\"_blank\" rel=\"noreferrer\">https://tool.example/n/mail</a>.</div>",
            await ReadAsync(lms, "/mailbox/mail?part=text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_part_is_told_in_words()
    {
        using var folder = new PickupFolder();
        folder.Write("mail", PickupFolder.Learner, "Subject", calendar: """
            BEGIN:VCALENDAR
            METHOD:REQUEST
            BEGIN:VEVENT
            DTSTART;TZID="Europe/Berlin":20260313T100000
            DTEND:20260313T093000Z
            SUMMARY;LANGUAGE=en:Talk with Jürgen\, the first of
              three
            BEGIN:VALARM
            SUMMARY:Not this
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """);
        await using var lms = await StartAsync(folder);

        AssertInOrder(
            await ReadAsync(lms, "/mailbox/mail"),
            "Invitation: ", "Talk with Jürgen, the first of three", "Fri 13 Mar 2026, 10:00 Europe/Berlin – Fri 13 Mar 2026, 09:30 UTC");
    }

    [Theory]
    [InlineData(202, "Unsubscribed.", "answered 202 Accepted")]
    [InlineData(302, "Not unsubscribed.", "answered 302 Found")]
    [InlineData(410, "Not unsubscribed.", "answered 410 Gone")]
    public async Task One_click_posts_what_the_standard_asks_for_and_tells_the_answer(int status, string outcome, string answer)
    {
        using var folder = new PickupFolder();
        await using var lms = await StartAsync(folder);
        // Longer than a line of a mail may be before it is folded.
        var url = $"{lms.Tool.Url}/unsubscribe/{status}?token={new string('t', 120)}";
        folder.Write("mail", PickupFolder.Learner, "Subject", $"<mailto:stop@tool.example>, <{url}>", OneClick);

        using var pressed = await lms.Client.PostAsync("/mailbox/mail/unsubscribe", content: null, TestContext.Current.CancellationToken);
        var page = await ReadAsync(lms, pressed.Headers.Location!.ToString());

        Assert.Equal(["application/x-www-form-urlencoded List-Unsubscribe=One-Click"], lms.Tool.UnsubscribePosts);
        AssertInOrder(page, outcome, answer);
    }

    [Fact]
    public async Task Tool_that_is_away_unsubscribes_nobody()
    {
        using var folder = new PickupFolder();
        folder.Write("mail", PickupFolder.Learner, "Subject", "<http://127.0.0.1:9/stop>", OneClick);
        await using var lms = await StartAsync(folder);

        using var pressed = await lms.Client.PostAsync("/mailbox/mail/unsubscribe", content: null, TestContext.Current.CancellationToken);

        AssertInOrder(await ReadAsync(lms, "/mailbox/mail"), "Not unsubscribed.", "127.0.0.1:9 couldn't be reached");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("<https://tool.example/stop>", null)]
    [InlineData("<https://tool.example/stop>", "List-Unsubscribe=Two-Clicks")]
    [InlineData("<mailto:stop@tool.example>", OneClick)]
    [InlineData("https://tool.example/stop", OneClick)]
    public async Task Mail_without_one_click_has_no_button(string? stop, string? stopPost)
    {
        using var folder = new PickupFolder();
        folder.Write("mail", PickupFolder.Learner, "Subject", stop, stopPost);
        await using var lms = await StartAsync(folder);

        var page = await ReadAsync(lms, "/mailbox/mail");
        using var pressed = await lms.Client.PostAsync("/mailbox/mail/unsubscribe", content: null, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("Unsubscribe", page, StringComparison.Ordinal);
        Assert.Equal(404, (int)pressed.StatusCode);
    }

    private static Task<DemoLmsHost> StartAsync(PickupFolder folder) => DemoLmsHost.StartAsync(register: false, mailFolder: folder.Path);

    /// <returns>The page with its characters as people read them.</returns>
    private static async Task<string> ReadAsync(DemoLmsHost lms, string address) =>
        WebUtility.HtmlDecode(await lms.Client.GetStringAsync(address, TestContext.Current.CancellationToken)).Replace("<bdi>", "", StringComparison.Ordinal);

    private static void AssertInOrder(string page, params string[] words)
    {
        var place = 0;
        foreach (var word in words)
        {
            var found = page.IndexOf(word, place, StringComparison.Ordinal);
            Assert.True(found >= 0, $"“{word}” is missing after position {place} of:\n{page}");
            place = found + word.Length;
        }
    }
}
