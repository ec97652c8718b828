using System.Text.Json;
using LearningBuddy.XApi.Statements;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

public sealed class StatementComparisonTests
{
    private const string Actor = """ "actor":{"mbox":"mailto:a@b.example"} """;
    private const string Verb = """ "verb":{"id":"http://x.example/v"} """;
    private const string Object = """ "object":{"id":"http://x.example/a"} """;

    [Theory]
    [InlineData(Actor, """ "actor":{"objectType":"Agent","mbox":"mailto:a@B.example"} """)]
    [InlineData(Verb, """ "verb":{"id":"http://x.example/v","display":{"en":"did"}} """)]
    [InlineData(Object, """ "object":{"objectType":"Activity","id":"http://x.example/a","definition":{"name":{"en":"A"}}} """)]
    [InlineData(Object, Object + """, "stored":"2026-01-01T00:00:00Z","authority":{"mbox":"mailto:x@y.example"},"version":"1.0.3","timestamp":"2026-01-01T00:00:00Z" """)]
    [InlineData(Object + """, "result":{"duration":"PT1.234S"} """, Object + """, "result":{"duration":"PT1.23S"} """)]
    [InlineData(
        Object + """, "context":{"contextActivities":{"parent":{"id":"http://x.example/p"}}} """,
        Object + """, "context":{"contextActivities":{"parent":[{"id":"http://x.example/p","definition":{}}]}} """)]
    [InlineData(
        Object + """, "context":{"registration":"60D112FC-3150-5150-892C-4E1E41DDF21F"} """,
        Object + """, "context":{"registration":"60d112fc-3150-5150-892c-4e1e41ddf21f"} """)]
    [InlineData(
        """ "actor":{"objectType":"Group","member":[{"openid":"https://a.example"},{"openid":"https://b.example"}]} """,
        """ "actor":{"objectType":"Group","member":[{"openid":"https://b.example"},{"openid":"https://a.example"}]} """)]
    [InlineData(Object + """, "result":{"score":{"raw":1.0}} """, Object + """, "result":{"score":{"raw":1}} """)]
    public void These_are_the_same(string one, string other) => Assert.True(AreSame(one, other));

    [Theory]
    [InlineData(Actor, """ "actor":{"mbox":"mailto:c@b.example"} """)]
    [InlineData(Verb, """ "verb":{"id":"http://x.example/w"} """)]
    [InlineData(Object, """ "object":{"id":"http://x.example/b"} """)]
    [InlineData(Object, """ "object":{"objectType":"StatementRef","id":"60d112fc-3150-5150-892c-4e1e41ddf21f"} """)]
    [InlineData(Object, Object + """, "result":{"success":true} """)]
    [InlineData(Object + """, "result":{"duration":"PT60S"} """, Object + """, "result":{"duration":"PT1M"} """)]
    [InlineData(Object + """, "result":{"response":"a"} """, Object + """, "result":{"response":"b"} """)]
    [InlineData(
        Object + """, "context":{"extensions":{"http://x.example/e":null}} """,
        Object + """, "context":{"extensions":{"http://x.example/e":1}} """)]
    [InlineData(
        Object + """, "context":{"contextActivities":{"parent":[{"id":"http://x.example/p"}]}} """,
        Object + """, "context":{"contextActivities":{"parent":[{"id":"http://x.example/q"}]}} """)]
    [InlineData(
        """ "actor":{"objectType":"Group","member":[{"openid":"https://a.example"},{"openid":"https://a.example"}]} """,
        """ "actor":{"objectType":"Group","member":[{"openid":"https://a.example"},{"openid":"https://b.example"}]} """)]
    public void These_are_not(string one, string other)
    {
        Assert.False(AreSame(one, other));
        Assert.False(AreSame(other, one));
    }

    private static bool AreSame(string one, string other) => StatementComparison.AreSame(Whole(one), Whole(other));

    /// <summary>A statement of these parts, filled up with the plain ones.</summary>
    private static JsonElement Whole(string parts)
    {
        var all = new[] { (Name: "actor", Text: Actor), (Name: "verb", Text: Verb), (Name: "object", Text: Object) }
            .Where(part => !parts.TrimStart().StartsWith($"\"{part.Name}\"", StringComparison.Ordinal))
            .Select(part => part.Text)
            .Append(parts);
        return JsonElement.Parse("{" + string.Join(',', all) + "}");
    }
}
