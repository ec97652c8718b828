using System.Text;
using System.Text.Json.Nodes;
using LearningBuddy.XApi.Statements;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

public sealed class StatementValidatorTests
{
    [Theory]
    [InlineData("a plain statement", "{}")]
    [InlineData("nulls in extensions", """{"context":{"extensions":{"http://x.example/e":null}}}""")]
    [InlineData("no extensions at all", """{"result":{"extensions":{}}}""")]
    [InlineData("a group without identifier", """{"actor":{"objectType":"Group","member":[{"mbox":"mailto:a@b.example"}]}}""")]
    [InlineData("a group with identifier and no members", """{"actor":{"objectType":"Group","openid":"https://a.example"}}""")]
    [InlineData("an agent as object", """{"object":{"objectType":"Agent","mbox":"mailto:a@b.example"}}""")]
    [InlineData("one context activity without list", """{"context":{"contextActivities":{"parent":{"id":"http://x.example/p"}}}}""")]
    [InlineData("an empty list of context activities", """{"context":{"contextActivities":{"parent":[]}}}""")]
    [InlineData("no context activities", """{"context":{"contextActivities":{}}}""")]
    [InlineData("a long duration", """{"result":{"duration":"P3Y1M29DT4H35M59.14S"}}""")]
    [InlineData("weeks", """{"result":{"duration":"P4W"}}""")]
    [InlineData("a score at its bounds", """{"result":{"score":{"scaled":-1,"raw":5,"min":5,"max":6}}}""")]
    [InlineData("a choice", """{"object":{"id":"http://x.example/a","definition":{"interactionType":"choice","choices":[{"id":"a"},{"id":"b","description":{"en":"B"}}],"correctResponsesPattern":["a[,]b"]}}}""")]
    [InlineData("an attachment elsewhere", """{"attachments":[{"usageType":"http://x.example/u","display":{"en":"A"},"contentType":"text/plain; charset=utf-8","length":0,"sha2":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","fileUrl":"https://x.example/f"}]}""")]
    [InlineData("a sub-statement", """{"object":{"objectType":"SubStatement","actor":{"mbox":"mailto:a@b.example"},"verb":{"id":"http://x.example/v"},"object":{"id":"http://x.example/a"},"context":{"platform":"x"}}}""")]
    [InlineData("an authority of two", """{"authority":{"objectType":"Group","member":[{"account":{"homePage":"https://a.example","name":"c"}},{"mbox":"mailto:a@b.example"}]}}""")]
    [InlineData("a time with a zone", """{"timestamp":"2026-09-01T10:00:00.123456+02:00"}""")]
    public void Good_statements_are_taken_in_both_versions(string what, string change)
    {
        Assert.NotEmpty(what);
        Assert.Null(Validate(change, XApiVersion.V103));
        Assert.Null(Validate(change, XApiVersion.V200));
    }

    [Theory]
    [InlineData("LRS-004", "verb.display.en", """{"verb":{"id":"http://x.example/v","display":{"en":null}}}""")]
    [InlineData("LRS-002", "result", """{"result":null}""")]
    [InlineData("LRS-007", "Actor", """{"Actor":{}}""")]
    [InlineData("LRS-007", "object.definition.Name", """{"object":{"id":"http://x.example/a","definition":{"Name":{}}}}""")]
    [InlineData("LRS-007", "actor.account.extra", """{"actor":{"account":{"homePage":"https://a.example","name":"n","extra":1}}}""")]
    [InlineData("LRS-008", "actor.account.name", """{"actor":{"account":{"homePage":"https://a.example"}}}""")]
    [InlineData("LRS-004", "actor.account.name", """{"actor":{"account":{"homePage":"https://a.example","name":1042}}}""")]
    [InlineData("LRS-020", "actor", """{"actor":{"name":"nobody"}}""")]
    [InlineData("LRS-020", "actor", """{"actor":{"mbox":"mailto:a@b.example","openid":"https://a.example"}}""")]
    [InlineData("LRS-014", "actor.mbox", """{"actor":{"mbox":"a@b.example"}}""")]
    [InlineData("LRS-014", "actor.mbox", """{"actor":{"mbox":"mailto:a.b.example"}}""")]
    [InlineData("LRS-015", "actor.mbox_sha1sum", """{"actor":{"mbox_sha1sum":"abc"}}""")]
    [InlineData("LRS-021", "actor", """{"actor":{"objectType":"Group"}}""")]
    [InlineData("LRS-022", "actor.member[0].objectType", """{"actor":{"objectType":"Group","member":[{"objectType":"Group","mbox":"mailto:a@b.example"}]}}""")]
    [InlineData("LRS-022", "object.objectType", """{"object":{"objectType":"activity","id":"http://x.example/a"}}""")]
    [InlineData("LRS-009", "verb.id", """{"verb":{"id":"attended"}}""")]
    [InlineData("LRS-009", "verb.id", """{"verb":{"id":"ab=c://should.fail.com"}}""")]
    [InlineData("LRS-009", "context.extensions.x", """{"context":{"extensions":{"x":1}}}""")]
    [InlineData("LRS-010", "context.registration", """{"context":{"registration":"60d112fc31505150892c4e1e41ddf21f"}}""")]
    [InlineData("LRS-011", "timestamp", """{"timestamp":"01/011/2015"}""")]
    [InlineData("LRS-011", "timestamp", """{"timestamp":"2008-09-15T15:53:00.601-00:00"}""")]
    [InlineData("LRS-012", "result.duration", """{"result":{"duration":"P4W1D"}}""")]
    [InlineData("LRS-012", "result.duration", """{"result":{"duration":"P0003-06-04T12:30:05"}}""")]
    [InlineData("LRS-013", "verb.display.a12345678", """{"verb":{"id":"http://x.example/v","display":{"a12345678":"x"}}}""")]
    [InlineData("LRS-005", "result.score.raw", """{"result":{"score":{"raw":"3"}}}""")]
    [InlineData("LRS-006", "result.success", """{"result":{"success":"true"}}""")]
    [InlineData("LRS-040", "result.score.scaled", """{"result":{"score":{"scaled":1.01}}}""")]
    [InlineData("LRS-041", "result.score.raw", """{"result":{"score":{"raw":7,"min":0,"max":6}}}""")]
    [InlineData("LRS-042", "result.score.min", """{"result":{"score":{"min":6,"max":6}}}""")]
    [InlineData("LRS-023", "context.team", """{"context":{"team":{"mbox":"mailto:a@b.example"}}}""")]
    [InlineData("LRS-024", "authority", """{"authority":{"objectType":"Group","member":[{"mbox":"mailto:a@b.example"}]}}""")]
    [InlineData("LRS-025", "object.object", """{"object":{"objectType":"SubStatement","actor":{"mbox":"mailto:a@b.example"},"verb":{"id":"http://x.example/v"},"object":{"objectType":"SubStatement"}}}""")]
    [InlineData("LRS-007", "object.id", """{"object":{"objectType":"SubStatement","id":"60d112fc-3150-5150-892c-4e1e41ddf21f","actor":{"mbox":"mailto:a@b.example"},"verb":{"id":"http://x.example/v"},"object":{"id":"http://x.example/a"}}}""")]
    [InlineData("LRS-030", "object.definition.interactionType", """{"object":{"id":"http://x.example/a","definition":{"interactionType":"true-faLse"}}}""")]
    [InlineData("LRS-030", "object.definition.interactionType", """{"object":{"id":"http://x.example/a","definition":{"correctResponsesPattern":["a"]}}}""")]
    [InlineData("LRS-031", "object.definition.scale", """{"object":{"id":"http://x.example/a","definition":{"interactionType":"choice","scale":[{"id":"a"}]}}}""")]
    [InlineData("LRS-032", "object.definition.choices[1].id", """{"object":{"id":"http://x.example/a","definition":{"interactionType":"choice","choices":[{"id":"a"},{"id":"a"}]}}}""")]
    [InlineData("LRS-008", "object.definition.choices[0].id", """{"object":{"id":"http://x.example/a","definition":{"interactionType":"choice","choices":[{"description":{"en":"A"}}]}}}""")]
    [InlineData("LRS-004", "object.definition.choices[0].id", """{"object":{"id":"http://x.example/a","definition":{"interactionType":"choice","choices":[{"id":1}]}}}""")]
    [InlineData("LRS-050", "context.platform", """{"object":{"objectType":"Agent","mbox":"mailto:a@b.example"},"context":{"platform":"x"}}""")]
    [InlineData("LRS-050", "context.revision", """{"object":{"objectType":"StatementRef","id":"60d112fc-3150-5150-892c-4e1e41ddf21f"},"context":{"revision":"1"}}""")]
    [InlineData("LRS-007", "context.contextActivities.parents", """{"context":{"contextActivities":{"parents":[]}}}""")]
    [InlineData("LRS-060", "object", """{"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"}}""")]
    [InlineData("LRS-061", "version", """{"version":"0.9.9"}""")]
    [InlineData("LRS-061", "version", """{"version":"1.1.0"}""")]
    [InlineData("LRS-016", "attachments[0].sha2", """{"attachments":[{"usageType":"http://x.example/u","display":{"en":"A"},"contentType":"text/plain","length":1,"sha2":"zz"}]}""")]
    [InlineData("LRS-005", "attachments[0].length", """{"attachments":[{"usageType":"http://x.example/u","display":{"en":"A"},"contentType":"text/plain","length":1.5,"sha2":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}]}""")]
    [InlineData("LRS-008", "attachments[0].display", """{"attachments":[{"usageType":"http://x.example/u","contentType":"text/plain","length":1,"sha2":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}]}""")]
    public void Each_broken_rule_is_named_with_its_place(string number, string path, string change)
    {
        foreach (var version in Enum.GetValues<XApiVersion>())
        {
            var problem = Validate(change, version);

            Assert.NotNull(problem);
            Assert.Equal((number, path), (problem.Number, problem.Path));
        }
    }

    [Theory]
    [InlineData("""{"context":{"contextAgents":[{"objectType":"contextAgent","agent":{"mbox":"mailto:a@b.example"},"relevantTypes":["http://x.example/t"]}]}}""", null, null)]
    [InlineData("""{"context":{"contextAgents":[{"objectType":"contextAgent","agent":{"mbox":"mailto:a@b.example"}}]}}""", null, null)]
    [InlineData("""{"context":{"contextAgents":[{"objectType":"contextAgent","agent":{"mbox":"mailto:a@b.example"},"relevantTypes":[]}]}}""", "LRS-051", "context.contextAgents[0].relevantTypes")]
    [InlineData("""{"context":{"contextAgents":[{"objectType":"contextagent","agent":{"mbox":"mailto:a@b.example"}}]}}""", "LRS-022", "context.contextAgents[0].objectType")]
    [InlineData("""{"context":{"contextGroups":[{"objectType":"contextGroup","group":{"mbox":"mailto:a@b.example"}}]}}""", "LRS-022", "context.contextGroups[0].group.objectType")]
    [InlineData("""{"context":{"contextGroups":[{"objectType":"contextGroup"}]}}""", "LRS-008", "context.contextGroups[0].group")]
    public void Context_agents_and_groups_belong_to_the_newer_version(string change, string? number, string? path)
    {
        var problem = Validate(change, XApiVersion.V200);

        Assert.Equal((number, path), (problem?.Number, problem?.Path));
        Assert.Equal("LRS-052", Validate(change, XApiVersion.V103)!.Number);
    }

    [Fact]
    public void The_newer_version_takes_statements_of_the_older_one_and_not_the_other_way_round()
    {
        Assert.Null(Validate("""{"version":"1.0.3"}""", XApiVersion.V200));
        Assert.Equal("LRS-061", Validate("""{"version":"2.0.0"}""", XApiVersion.V103)!.Number);
    }

    [Fact]
    public void A_time_without_zone_is_taken_by_the_older_version_only()
    {
        Assert.Null(Validate("""{"timestamp":"2026-09-01T10:00:00"}""", XApiVersion.V103));
        Assert.Equal("LRS-011", Validate("""{"timestamp":"2026-09-01T10:00:00"}""", XApiVersion.V200)!.Number);
    }

    [Theory]
    [InlineData("actor")]
    [InlineData("verb")]
    [InlineData("object")]
    public void A_statement_has_all_three_parts(string part)
    {
        var statement = JsonNode.Parse(Plain)!.AsObject();
        statement.Remove(part);

        var problem = StatementValidator.Validate(Encoding.UTF8.GetBytes(statement.ToJsonString()), XApiVersion.V200);

        Assert.Equal(("LRS-008", part), (problem!.Number, problem.Path));
    }

    [Theory]
    [InlineData("""{"actor":1,"actor":2}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"a":"\udc00\ud800"}""")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{} {}")]
    public void What_is_not_strict_JSON_is_refused(string text) =>
        Assert.Equal("LRS-001", StatementValidator.Validate(Encoding.UTF8.GetBytes(text), XApiVersion.V200)!.Number);

    [Fact]
    public void Text_that_is_not_UTF8_is_refused() =>
        Assert.Equal("LRS-001", StatementValidator.Validate(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' }, XApiVersion.V200)!.Number);

    [Fact]
    public void Escaped_characters_outside_the_first_plane_are_taken() =>
        Assert.Null(Validate("""{"verb":{"id":"http://x.example/v","display":{"en":"\\\ud83d\ude00"}}}""", XApiVersion.V200));

    private const string Plain = """{"id":"60d112fc-3150-5150-892c-4e1e41ddf21f","actor":{"mbox":"mailto:a@b.example"},"verb":{"id":"http://x.example/v"},"object":{"id":"http://x.example/a"}}""";

    /// <summary>The plain statement with some of its parts replaced.</summary>
    private static StatementProblem? Validate(string change, XApiVersion version)
    {
        var changes = JsonNode.Parse(change)!.AsObject();
        var parts = JsonNode.Parse(Plain)!.AsObject()
            .Where(part => !changes.ContainsKey(part.Key))
            .Concat(changes)
            .Select(part => $"\"{part.Key}\":{part.Value?.ToJsonString() ?? "null"}");
        return StatementValidator.Validate(Encoding.UTF8.GetBytes("{" + string.Join(',', parts) + "}"), version);
    }
}
