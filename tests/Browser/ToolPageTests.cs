using System.Text;
using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>Every page of the tool, as learner, buddy and teacher see it, in the school's frame.</summary>
public sealed class ToolPageTests(PlayedStage stage) : IClassFixture<PlayedStage>
{
    /// <summary>What is seen when something can't be done: nothing leads there in a story in which all goes well.</summary>
    private static readonly string[] WithoutALink = ["buddies/toolate", "notready", "nocourse"];

    /// <summary>Pages of the LMS's "add an activity", which <see cref="Picker_has_no_finding"/> looks at.</summary>
    private static readonly string[] InThePicker = ["setup/add", "setup/edit", "setup/found", "setup/model", "setup/preview"];

    /// <summary>Pages that other tests go to; each of them says that it looked at its own.</summary>
    private static readonly string[] InStories = [.. PagesOfTheTool.OfAsking, .. PagesOfTheTool.OfSprints, .. PagesOfTheTool.OfGroupSessions];

    /// <summary>Names what reaches over the edge of the page, or null.</summary>
    private const string WhatIsTooWide = """
        () => {
          if (document.documentElement.scrollWidth <= innerWidth) return null;
          const over = [...document.querySelectorAll('body *')].filter(e => {
            const box = e.getBoundingClientRect();
            return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) && !e.closest('.table, .visually-hidden, svg');
          });
          return over.filter(e => !over.some(other => other !== e && e.contains(other)))
            .slice(0, 4).map(e => `${e.tagName.toLowerCase()}.${e.className} "${e.textContent.trim().slice(0, 30)}"`).join(', ') || 'something';
        }
        """;

    [Theory]
    [InlineData("phone", 360, "Light", "", 100)]
    [InlineData("French desktop, dark", 1280, "Dark", "fr", 100)]
    [InlineData("narrow, dark, large text", 320, "Dark", "", 200)]
    [InlineData("Arabic, forced colours", 360, "Light", "ar", 100)]
    [InlineData("Spanish desktop, dark", 1100, "Dark", "es", 100, Traits = ["Part", "Long"])]
    public async Task Page_has_no_finding_and_fits_its_width(string look, int width, string theme, string language, int textSize)
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var page = await chromium.OpenAsync(width);
        await page.EmulateMediaAsync(new() { ForcedColors = look.Contains("forced", StringComparison.Ordinal) ? ForcedColors.Active : null });
        var lms = new Lms(stage.Whole, page);
        var findings = new List<string>();
        var visited = new HashSet<string>(StringComparer.Ordinal);

        foreach (var (role, sub) in new[] { ("learner", Journey.Learner), ("buddy", Journey.Buddy), ("teacher", Journey.Teacher) })
        {
            await stage.JourneyOf(lms).OpenAsync(sub);
            // In an LMS's frame a page is light, unless the person wants it dark; it is in the language that the person wants.
            await lms.PreferAsync(theme, language);
            async Task LookAsync(string name)
            {
                visited.Add(name);
                await lms.ToolFrame.EvaluateAsync("size => { document.documentElement.style.fontSize = size }", $"{textSize}%");
                await Screenshots.TakeAsync(page, $"tool-{role}-{name.Replace('/', '-')}-{width}-{theme}-{language}".ToLowerInvariant().TrimEnd('-'));
                findings.AddRange((await Axe.FindingsAsync(lms.ToolFrame)).Select(f => $"{role} {name} ({look}): {f}"));
                if (await lms.ToolFrame.EvaluateAsync<string?>(WhatIsTooWide) is { } parts)
                    findings.Add($"{role} {name} ({look}) is wider than its frame: {parts}");
                if (textSize == 100)
                    findings.AddRange(await TextSpacing.FindingsAsync(lms.ToolFrame, $"{role} {name} ({look})"));
            }

            await new Walk(lms).EachAsync(LookAsync, role == "learner" ? WithoutALink : []);
        }

        Findings.None(findings);
        Assert.Equal([], PagesOfTheTool.OfSessions.Except(visited).Except(InThePicker).Except(InStories));
    }

    /// <summary>Letters twice as large in the narrowest frame: a place's words and its count stay beside each other, and within it.</summary>
    [Fact]
    public async Task A_places_words_and_its_count_lie_on_nothing_in_a_narrow_frame_with_large_letters()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var lms = new Lms(stage.Whole, await chromium.OpenAsync(320));
        await stage.JourneyOf(lms).OpenAsync(Journey.Teacher);
        await lms.ShownAsync();
        await lms.ToolFrame.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        await Screenshots.TakeAsync(lms.Page, "places-narrow-large");

        Assert.Equal("", await lms.ToolFrame.EvaluateAsync<string>(WhatLiesOnAnother));
    }

    /// <summary>On a phone the places are one line: what waits beyond its edge is told there, and each place is reached by keys.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("ar")]
    public async Task Places_are_one_line_on_a_phone_and_what_waits_beyond_its_edge_is_told(string language)
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var lms = new Lms(stage.Whole, await chromium.OpenAsync(360));
        await stage.JourneyOf(lms).OpenAsync(Journey.Learner);
        await lms.PreferAsync("Light", language);
        await lms.ShownAsync();
        var frame = lms.ToolFrame;
        await frame.EvaluateAsync("""
            () => {
              const [line, last] = [document.querySelector('.places nav > div'), document.querySelector('.places nav > div > a:last-child')];
              last.append(Object.assign(document.createElement('span'), { className: 'count', textContent: '7' }));
              line.dispatchEvent(new Event('scroll'));
            }
            """);
        await Screenshots.TakeAsync(lms.Page, $"places-phone-{language}");

        Assert.True(await frame.EvaluateAsync<double>("document.querySelector('.places').offsetHeight") <= 49);
        Assert.Equal("7", await frame.EvaluateAsync<string>("document.querySelector('.beyond:not([hidden]) .count:not([hidden])').textContent"));
        await frame.EvaluateAsync("document.querySelector('.places nav > div > a:last-child').focus()");
        await frame.WaitForFunctionAsync("() => document.querySelectorAll('.beyond')[1].hidden && !document.querySelector('.beyond').hidden");
        await Screenshots.TakeAsync(lms.Page, $"places-phone-end-{language}");
        Assert.True(await frame.EvaluateAsync<bool>("""
            () => {
              const [line, last] = [document.querySelector('.places nav > div'), document.activeElement].map(part => part.getBoundingClientRect());
              return last.left >= line.left - 1 && last.right <= line.right + 1;
            }
            """));
    }

    /// <summary>A number is put beside each place: whoever waits, it stands there on a bad day.</summary>
    private const string WhatLiesOnAnother =
        """
        () => [...document.querySelectorAll('.places nav a')].filter((place) => {
          const count = place.querySelector('.count') ?? place.appendChild(Object.assign(document.createElement('span'), { className: 'count', textContent: '12' }));
          const words = document.createRange();
          words.selectNodeContents(place);
          words.setEndBefore(count);
          const [box, number] = [place.getBoundingClientRect(), count.getBoundingClientRect()];
          const letters = [...words.getClientRects()].filter((rect) => rect.width > 1);
          return [...letters, number].some((rect) => rect.right > box.right + 1 || rect.left < box.left - 1)
            || letters.some((rect) => rect.right > number.left + 1 && rect.left < number.right - 1 && rect.bottom > number.top + 1 && rect.top < number.bottom - 1);
        }).map((place) => place.textContent.trim()).join(', ')
        """;

    [Fact]
    public async Task Picker_has_no_finding()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var page = await chromium.OpenAsync(360);
        var lms = new Lms(stage.Whole, page);
        var findings = new List<string>();

        await lms.AddActivityAsync(stage.Whole.Moodle, Journey.Teacher, stage.Course);
        await lms.Tool.Locator("button[data-text='setup.use-template']").First.WaitForAsync();
        findings.AddRange(await Axe.FindingsAsync(page));
        await lms.Tool.Locator("button[data-text='setup.use-template']").First.ClickAsync();
        foreach (var part in new[] { "setup.part.behaviours", "reviews.part", "setup.part.all", "found.part" })
        {
            await SetUpRail.GoAsync(lms, part);
            await Screenshots.TakeAsync(page, $"tool-picker-{part}-360");
            findings.AddRange(await Axe.FindingsAsync(page));
        }

        await LookAtModelAsync(lms, page, findings);
        await SetUpRail.GoAsync(lms, "found.part");
        await lms.Tool.Locator("input[name='found.IsOn']").CheckAsync();
        await lms.Tool.Locator("a[data-text='found.try-rules']").ClickAsync();
        await lms.Tool.Locator("a[data-text='shared.back']").WaitForAsync();
        findings.AddRange(await Axe.FindingsAsync(page));
        await lms.Tool.Locator("a[data-text='shared.back']").ClickAsync();
        await lms.Tool.Locator("button[data-text='setup.preview']").WaitForAsync();
        await Screenshots.TakeAsync(page, "tool-picker-edit-360");
        findings.AddRange(await Axe.FindingsAsync(page));
        await lms.Tool.Locator("button[data-text='setup.preview']").ClickAsync();
        await lms.Tool.Locator("button[data-text='setup.add-to-course']").WaitForAsync();
        await Screenshots.TakeAsync(page, "tool-picker-preview-360");
        findings.AddRange(await Axe.FindingsAsync(page));

        await lms.AddActivityAsync(stage.Whole.Moodle, Journey.Teacher, stage.Course);
        await Screenshots.TakeAsync(page, "tool-picker-360");
        await lms.Tool.Locator("a[data-text='setup.link-to-part']").First.ClickAsync();
        await lms.Tool.Locator("h2[data-text='setup.another-link']").WaitForAsync();
        await Screenshots.TakeAsync(page, "tool-picker-another-link-360");
        findings.AddRange(await Axe.FindingsAsync(page));

        Findings.None(findings);
    }

    /// <summary>Behaviours from a file: the page, what is wrong with a file, and what another would change.</summary>
    private static async Task LookAtModelAsync(Lms lms, IPage page, List<string> findings)
    {
        await SetUpRail.GoAsync(lms, "setup.part.behaviours");
        await lms.Tool.Locator("a[data-text='setup.model-link']").ClickAsync();
        await lms.Tool.Locator("button[data-text='setup.model-check']").WaitForAsync();
        foreach (var (table, found) in new[] { ("id\n1", "#file [role=alert]"), ("competency,role,behaviour,shown_by\nCoaching,next,ask before telling,waits", "#change") })
        {
            await lms.Tool.Locator("#model-file").SetInputFilesAsync(new FilePayload { Name = "a.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
            await lms.Tool.Locator("button[data-text='setup.model-check']").ClickAsync();
            await lms.Tool.Locator(found).WaitForAsync();
            await Screenshots.TakeAsync(page, $"tool-picker-model-{(found == "#change" ? "change" : "faults")}-360");
            findings.AddRange(await Axe.FindingsAsync(page));
            if (await lms.ToolFrame.EvaluateAsync<string?>(WhatIsTooWide) is { } parts)
                findings.Add("setup/model is wider than its frame: " + parts);
        }

        await lms.Tool.Locator("a[data-text='shared.back']").ClickAsync();
        await lms.Tool.Locator("a[data-text='setup.model-link']").WaitForAsync();
    }

    [Fact]
    public async Task Arabic_runs_from_right_to_left_from_the_first_launch_on()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var page = await chromium.OpenAsync(360);
        var lms = new Lms(stage.Whole, page);
        var arabic = stage.Course.Enrolments.First(e => e.Person.Locale == "ar").Person;

        await stage.JourneyOf(lms).OpenAsync(arabic.Sub);
        await lms.ShownAsync();

        Assert.Equal("ar rtl", await lms.ToolFrame.EvaluateAsync<string>("document.documentElement.lang + ' ' + document.documentElement.dir"));
        await Screenshots.TakeAsync(page, "tool-arabic-360");
        Assert.Equal("rtl", await lms.ToolFrame.EvaluateAsync<string>("getComputedStyle(document.documentElement).direction"));
    }

    [Fact]
    public async Task Submission_review_leads_from_the_gradebook_to_the_learner()
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var lms = new Lms(stage.Whole, await chromium.OpenAsync());

        await lms.OpenGradesAsync(stage.Whole.Moodle, Journey.Teacher, stage.Course);
        await lms.Page.GetByRole(AriaRole.Link, new() { Name = "See the work of Amara Okonkwo" }).ClickAsync();

        await Assertions.Expect(lms.Tool.Locator("main#page")).ToContainTextAsync("Amara Okonkwo");
    }
}
