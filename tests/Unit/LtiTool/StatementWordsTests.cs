using System.Globalization;
using System.Text.Json;
using LearningBuddy.LtiTool.Features.Statements;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>A reader meets verbs in the reader's own language, whatever language the journey and its statements are in.</summary>
public sealed class StatementWordsTests
{
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
}
