using System.Globalization;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Texts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>Dates as people say them: today, tomorrow, a weekday within the week, else day and month.</summary>
public sealed class DateText(CurrentSession me, TimeProvider clock, Localizer texts)
{
    /// <summary>The day of a moment, in the person's time zone, as it stands within a sentence.</summary>
    public string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, me.Zone).DateTime));

    /// <summary>A day.</summary>
    /// <param name="day">Which.</param>
    /// <param name="atStart">Whether a sentence begins with it.</param>
    /// <param name="isInList">Whether days of later weeks stand beside it: each weekday is then written short, as theirs are.</param>
    public string Day(DateOnly day, bool atStart = false, bool isInList = false)
    {
        var today = Today;
        return (day.DayNumber - today.DayNumber) switch
        {
            0 => Near("shared.today", atStart),
            1 => Near("shared.tomorrow", atStart),
            -1 => Near("shared.yesterday", atStart),
            > 1 and < 7 or < -1 and > -7 => texts.Day(day, isInList ? "ddd" : "dddd"),
            _ when day.Year == today.Year => texts.Day(day, "ddd"),
            _ => texts.Day(day, "ddd", " yyyy"),
        };
    }

    /// <summary>
    /// The day on which something happens, with the word that the language puts before a date: <em>on Monday 5 May</em>, but
    /// <em>today</em>.
    /// </summary>
    public string On(DateTimeOffset at) => On(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, me.Zone).DateTime));

    /// <summary>As <see cref="On(DateTimeOffset)"/>.</summary>
    public string On(DateOnly day) => Math.Abs(day.DayNumber - Today.DayNumber) <= 1 ? Day(day) : texts.Plain("shared.on-day", Day(day));

    /// <summary>A day with its month and without its weekday: an end of a stretch of time.</summary>
    public string Date(DateOnly day) => texts.Day(day, null);

    /// <summary>The time of day, in the person's time zone.</summary>
    public string Time(DateTimeOffset at) => texts.InDigits(TimeZoneInfo.ConvertTime(at, me.Zone).ToString("t", texts.Culture));

    /// <summary>The exact moment, with its time zone: what hovering shows.</summary>
    public string Exactly(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, me.Zone);
        return texts.InDigits(local.ToString("f", texts.Culture)) + $" ({texts.Zone(me.Zone)})";
    }

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), me.Zone).DateTime);

    private string Near(string id, bool atStart) => (atStart ? texts.Start(id) : texts[id]).ToString();
}

/// <summary><c>&lt;day at="…"&gt;</c>: a day as people say it, the exact moment on hover and for machines.</summary>
[HtmlTargetElement("day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayTag(DateText say) : TagHelper
{
    /// <summary>The moment.</summary>
    public DateTimeOffset At { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", say.Exactly(At));
        output.Attributes.SetAttribute("dir", "auto");
        output.Content.SetContent(say.Day(At));
    }
}
