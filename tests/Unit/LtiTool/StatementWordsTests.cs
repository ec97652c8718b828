using System.Globalization;
using System.Text.Json;
using LearningBuddy.LtiTool.Features.Statements;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>A reader meets verbs and things in the reader's own language, whatever language the journey and its statements are in.</summary>
public sealed class StatementWordsTests
{
    private const string Adl = "http://adlnet.gov/expapi/activities/";
    private const string Ours = "https://w3id.org/xapi/learning-buddy/activity-types/";

    [Theory]
    [InlineData("fr", """{"id":"http://activitystrea.ms/approve","display":{"en":"confirmed"}}""", "a validé")]
    [InlineData("fr-CA", """{"id":"http://activitystrea.ms/approve","display":{"en":"confirmed","fr":"a confirmé"}}""", "a confirmé")]
    [InlineData("it", """{"id":"http://activitystrea.ms/approve","display":{"de":"bestätigte"}}""", "confirmed")]
    [InlineData("fr", """{"id":"https://verbs.example/waved","display":{"en":"waved","de":"winkte"}}""", "waved")]
    [InlineData("fr", """{"id":"https://verbs.example/waved","display":{"en-US":"waved"}}""", "waved")]
    [InlineData("fr", """{"id":"https://verbs.example/waved"}""", null)]
    public void A_verb_s_own_words_come_first_then_the_profile_s_then_English_then_any(string reader, string verb, string? words)
    {
        using var document = JsonDocument.Parse(verb);
        Assert.Equal(words, StatementWords.FindVerb(document.RootElement, CultureInfo.GetCultureInfo(reader)));
    }

    [Theory]
    [InlineData("ar", Ours + "practice-evidence", "Practice evidence 633f61", "مثال من الممارسة 633f61")]
    [InlineData("de-AT", Adl + "question", "Question", "Frage")]
    [InlineData("fr", Adl + "meeting", "Buddy talk 2 of 6", "Échange du binôme 2 sur 6")]
    [InlineData("fr", Adl + "meeting", "Buddy meeting 2 of 6", "Échange du binôme 2 sur 6")]
    [InlineData("it", Ours + "buddy-pairing", "Learning-buddy pairing", "Learning-buddy pairing")]
    [InlineData("es", "http://id.tincanapi.com/activitytype/goal", "Goal of the week", "Goal of the week")]
    [InlineData("es", "https://types.example/question", "Question", "Question")]
    public void A_thing_is_called_as_the_profile_does_and_people_s_own_words_stay(string reader, string type, string name, string shown)
    {
        using var document = JsonDocument.Parse($$$"""{"type":"{{{type}}}","name":{"en":"{{{name}}}"}}""");
        Assert.Equal(shown, StatementWords.FindName(document.RootElement, CultureInfo.GetCultureInfo(reader)));
    }
}
