using LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using MimeKit;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>The demo LMS's own pages: a newcomer sees them first.</summary>
public sealed class LmsPageTests
{
    private static readonly DateTimeOffset SentAt = new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero);

    private static readonly (string Name, string Path)[] Pages =
    [
        ("start", "/"), ("control", "/control"), ("mailboxes", "/mailbox"),
        ("mailbox", "/mailbox?to=a.okonkwo@harbour.example"), ("mail", "/mailbox/invitation"), ("mail-plain", "/mailbox/invitation?part=text"),
        ("mail-arabic", "/mailbox/arabic?part=text"), ("sign-in", "/moodle/mod/lti/view.php?l=101"), ("courses", "/moodle/as/3"), ("course", "/moodle/as/3/courses/2"),
        ("grades", "/moodle/as/3/courses/2/grades"), ("people", "/moodle/as/3/courses/2/people"), ("nowhere", "/moodle/as/3/courses/99"),
    ];

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Page_has_no_finding_and_fits_its_width(int width, ColorScheme scheme)
    {
        using var mails = new TemporaryFolder();
        await WriteMailsAsync(mails.Path);
        await using var lms = await LmsStage.StartAsync(toolUrl: null, mails.Path);
        Furnish(lms.World);
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Allowed);
        var page = await chromium.OpenAsync(width);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var findings = new List<string>();

        foreach (var (name, path) in Pages)
        {
            await page.GotoAsync(lms.Url + path);
            await Screenshots.TakeAsync(page, $"lms-{name}-{width}-{scheme}".ToLowerInvariant());
            await EmptyMailsAsync(page);
            findings.AddRange(await Axe.FindingsAsync(page));
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
                findings.Add($"{path} is wider than {width} pixels");
        }

        Findings.None(findings);
    }

    /// <summary>Axe waits forever for a frame that runs no scripts. What a mail looks like is the tool's matter; the frame is the page's.</summary>
    private static async Task EmptyMailsAsync(IPage page) => await page.EvaluateAsync(
        """
        () => Promise.all([...document.querySelectorAll('iframe[sandbox]')].map(frame => new Promise(loaded => {
            frame.onload = loaded;
            frame.removeAttribute('sandbox');
            frame.srcdoc = '<!doctype html><html lang=en><title>Empty</title><main><h1>Empty</h1></main>';
        })))
        """);

    private static void Furnish(DemoWorld world)
    {
        var course = world.FindSchool("moodle")!.FindCourse("2")!;
        course.Add(new Activity("101", 101, "Practise and prove", "Six weeks from knowing to doing.", null, []));
        var column = new LineItem(102, "Practise and prove", 100) { ActivityId = "101" };
        column.Set("5", new Grade(82.5, "The pause before your question made the difference.", world.Clock.GetUtcNow()));
        course.Add(column);
    }

    private static async Task WriteMailsAsync(string folder)
    {
        await WriteAsync("invitation", "a.okonkwo@harbour.example", "Jürgen said yes", "You are learning buddies now.\n\nhttp://localhost:9/n/1");
        await WriteAsync("arabic", "l.haddad@harbour.example", "رفيقك في التعلّم ينتظر", "مرحبًا ليلى\n\nhttp://localhost:9/n/2");

        async Task WriteAsync(string id, string to, string subject, string words)
        {
            using var mail = new MimeMessage { Subject = subject, Date = SentAt };
            mail.From.Add(MailboxAddress.Parse("Learning Buddy <buddy@tool.example>"));
            mail.To.Add(MailboxAddress.Parse(to));
            mail.Headers.Add(HeaderId.ListUnsubscribe, "<http://localhost:9/n/1/stop>");
            mail.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
            mail.Body = new MultipartAlternative
            {
                new TextPart("plain") { Text = words },
                new TextPart("html") { Text = $"<!doctype html><html lang=en><head><title>{subject}</title></head><body><h1>{subject}</h1>" },
                new TextPart("calendar") { Text = "BEGIN:VEVENT\nSUMMARY:Talk\nDTSTART:20260313T100000Z\nEND:VEVENT" },
            };
            await mail.WriteToAsync(Path.Combine(folder, id + ".eml"));
        }
    }
}
