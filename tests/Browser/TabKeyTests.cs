using LearningBuddy.Tests.Browser.Engines;
using LearningBuddy.Tests.Browser.Stage;
using Microsoft.Playwright;
using Xunit;

namespace LearningBuddy.Tests.Browser;

/// <summary>Whatever can be used on a page is reached with the Tab key, in the order in which it stands there, and shows that it has the focus.</summary>
public sealed class TabKeyTests(PlayedStage stage) : IClassFixture<PlayedStage>
{
    /// <summary>How often Tab stops within one control at most: day, month, year and calendar of a date.</summary>
    private const int MostStops = 4;

    /// <summary>
    /// Numbers what can be used and is shown; of radio buttons with one name a browser stops at one. The body takes the focus, so that
    /// the first Tab leads to the first.
    /// </summary>
    private const string Begin = """
        () => {
          const radios = new Set();
          const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')]
            .filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }))
            .filter(one => {
              if (one.type !== 'radio') return true;
              const name = `${one.name} ${one.form ? [...document.forms].indexOf(one.form) : ''}`;
              return !radios.has(name) && radios.add(name);
            });
          window.usable = all;
          document.body.tabIndex = -1;
          document.body.focus();
          return all.length;
        }
        """;

    /// <summary>Which of them has the focus, by number, and whether that can be seen; -1 for another, -2 outside of the page.</summary>
    private const string Where = "() => { " + Keys.IsMarked + """
          const one = document.activeElement;
          if (!document.hasFocus() || !one || one === document.body) return [-2, 1];
          const place = one.type === 'radio'
            ? window.usable.findIndex(other => other.type === 'radio' && other.name === one.name && other.form === one.form)
            : window.usable.indexOf(one);
          return [place, isMarked(one) ? 1 : 0];
        }
        """;

    private const string Name = "place => window.usable[place].outerHTML.slice(0, 120)";

    [Theory]
    [InlineData("learner", Journey.Learner)]
    [InlineData("buddy", Journey.Buddy)]
    [InlineData("teacher", Journey.Teacher)]
    public async Task Every_control_of_every_page_is_reached_and_shows_it(string role, string sub)
    {
        await using var chromium = await Chromium.StartAsync(ThirdPartyCookies.Blocked);
        var lms = new Lms(stage.Whole, await chromium.OpenAsync(1100));
        var findings = new List<string>();
        await stage.JourneyOf(lms).OpenAsync(sub);
        await new Walk(lms).EachAsync(async name => findings.AddRange(await FindingsAsync(lms, $"{role} {name}")));

        Findings.None(findings);
    }

    private static async Task<List<string>> FindingsAsync(Lms lms, string name)
    {
        var findings = new List<string>();
        var count = await lms.ToolFrame.EvaluateAsync<int>(Begin);
        var reached = new List<int>();
        for (var press = 0; press < (count * MostStops) + 3; press++)
        {
            await lms.Page.Keyboard.PressAsync("Tab");
            if (await lms.ToolFrame.EvaluateAsync<int[]>(Where) is not [>= -1 and var place, var isSeen])
            {
                break;
            }

            // A date is several stops: within it the part shows the focus.
            if (isSeen == 0 && place >= 0 && !reached.Contains(place))
                findings.Add($"{name} shows no focus: {await NameAsync(lms, place)}");
            reached.Add(place);
        }

        foreach (var missed in Enumerable.Range(0, count).Except(reached))
            findings.Add($"{name} is not reached: {await NameAsync(lms, missed)}");
        if (!reached.Where(place => place >= 0).SequenceEqual(reached.Where(place => place >= 0).Order()))
            findings.Add($"{name} is reached in another order than it stands there: {string.Join(' ', reached)}");
        return findings;
    }

    private static Task<string> NameAsync(Lms lms, int place) => lms.ToolFrame.EvaluateAsync<string>(Name, place);
}
