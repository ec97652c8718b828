using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>Words that can't be taken any more, given back to whoever typed them: each field that holds some, under its own name.</summary>
internal static partial class GivenWords
{
    /// <summary>What the fields for words are called on their pages. Choices, days and numbers are made again quickly.</summary>
    private static readonly Dictionary<string, string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Situation"] = "shared.the-situation",
        ["Action"] = "shared.what-i-did",
        ["Outcome"] = "shared.what-happened",
        ["Next"] = "shared.what-next-time",
        ["Links"] = "shared.links",
        ["Worked"] = "shared.what-worked",
        ["Challenge"] = "shared.what-to-try",
        ["words"] = "evidence.attest-words",
        ["text"] = "questions.text-label",
        ["reason"] = "buddies.why-not",
        ["recall"] = "buddies.remember",
        ["question"] = "buddies.one-question",
        ["when"] = "buddies.plan-when",
        ["will"] = "buddies.plan-will",
        ["note"] = "buddies.note-label",
        ["place"] = "buddies.place",
        ["message"] = "shared.mail-words",
        ["name"] = "shared.name",
        ["Title"] = "setup.title-label",
        ["Summary"] = "setup.summary-label",
        ["Behaviours[].Statement"] = "setup.behaviour-words",
        ["Behaviours[].ShownBy"] = "setup.behaviour-shown-by",
        ["Behaviours[].Competency"] = "setup.competency",
        ["why"] = "sprints.why-label",
        ["hard"] = "sessions.hard-label",
        ["sessions.Prompts"] = "sessions.setup-prompts",
        ["path.Scale"] = "path.setup-scale",
        ["sprints.Sprints[].Title"] = "sprints.setup-title",
        ["sprints.Sprints[].Situation"] = "sprints.setup-situation",
        ["sprints.Sprints[].Questions"] = "sprints.setup-questions",
        ["sprints.Sprints[].Resources[].Title"] = "sprints.setup-part-title",
        ["sprints.Sprints[].Resources[].Text"] = "sprints.setup-text",
        ["sprints.Sprints[].Resources[].Link"] = "sprints.setup-link",
        ["sprints.Sprints[].Activities[].Title"] = "sprints.setup-part-title",
        ["sprints.Sprints[].Activities[].Text"] = "sprints.setup-what",
        ["buddies.FirstPrompts"] = "buddies.talk-1",
        ["buddies.SecondPrompts"] = "buddies.talk-2",
        ["buddies.ThirdPrompts"] = "buddies.talk-3",
        ["nudges.Exercises[].Text"] = "nudges.setup-text",
        ["nudges.Exercises[].OtherWordings"] = "nudges.setup-wordings",
        ["nudges.Exercises[].Place"] = "nudges.setup-place",
        ["nudges.Exercises[].Answer"] = "nudges.setup-answer",
        ["nudges.Exercises[].Link"] = "nudges.setup-link",
        ["reviews.Levels[].Name"] = "shared.name",
        ["reviews.Levels[].Guidance"] = "reviews.level-guidance",
    };

    /// <summary>The id of what a field for words is called; null for any other field.</summary>
    public static string? LabelOf(string field) => Labels.GetValueOrDefault(Split(field).Name);

    /// <summary>The words as HTML; empty when there are none.</summary>
    /// <param name="typed">The fields of the form.</param>
    /// <param name="heading">The id of the heading above them.</param>
    /// <param name="texts">The reader's texts.</param>
    public static string Html(IReadOnlyList<KeyValuePair<string, string>> typed, string heading, Localizer texts)
    {
        var html = new StringBuilder();
        foreach (var (field, words) in typed)
        {
            if (LabelOf(field) is { } label && !string.IsNullOrWhiteSpace(words))
            {
                html.Append(html.Length == 0 ? $"<h2>{PlainPage.Html(texts[heading])}</h2>" : "").Append(Field(field, label, words, texts));
            }
        }

        return html.ToString();
    }

    private static string Field(string field, string label, string words, Localizer texts)
    {
        var number = Split(field).Place is { } place ? " " + (place + 1).ToString(texts.Culture) : "";
        var id = WebUtility.HtmlEncode("given-" + field);
        return $"""
            <div class="field"><label for="{id}">{PlainPage.Html(texts[label])}{number}</label>
            <textarea id="{id}" readonly dir="auto">{WebUtility.HtmlEncode(words)}</textarea></div>
            """;
    }

    /// <summary>The name of a field without its places in lists, such as <c>Behaviours[].Statement</c>, and the first of them.</summary>
    private static (string Name, int? Place) Split(string field)
    {
        var places = Index().Matches(field);
        return places.Count > 0 && int.TryParse(places[0].ValueSpan[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && place < int.MaxValue
                ? (Index().Replace(field, "[]"), place)
                : (field, null);
    }

    [GeneratedRegex(@"\[\d+\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Index();
}
