using System.Reflection;
using System.Text.Json;
using LearningBuddy.XApi.Profile;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

/// <summary>The published document and the tables in the code say the same.</summary>
public sealed class JourneyProfileTests
{
    private static readonly JsonElement Profile = JsonElement.Parse(JourneyProfile.Document.Span);

    [Fact]
    public void Every_word_of_ours_is_a_concept()
    {
        var concepts = Ids("concepts");

        Assert.All(OurWords(), iri => Assert.Contains(iri, concepts));
    }

    [Fact]
    public void Our_verbs_are_called_the_same_in_both()
    {
        var labels = Profile.GetProperty("concepts").EnumerateArray()
            .Where(concept => concept.GetProperty("type").GetString() == "Verb")
            .ToDictionary(
                concept => concept.GetProperty("id").GetString()!,
                concept => (concept.GetProperty("prefLabel").GetProperty("en").GetString(), concept.GetProperty("prefLabel").GetProperty("de").GetString()));

        Assert.All(VerbTerms().Where(verb => verb.Iri.StartsWith(ProfileIris.Base, StringComparison.Ordinal)),
            verb => Assert.Equal((verb.Display.En, verb.Display.De), labels[verb.Iri]));
    }

    [Fact]
    public void Every_verb_of_the_table_is_in_the_profile_document()
    {
        var used = Profile.GetProperty("templates").EnumerateArray()
            .Where(template => template.TryGetProperty("verb", out _))
            .Select(template => template.GetProperty("verb").GetString())
            .ToHashSet();

        Assert.Equal(used.Order(StringComparer.Ordinal), VerbTerms().Select(verb => verb.Iri).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_verb_has_one_meaning()
    {
        Assert.Distinct(VerbTerms().Select(verb => verb.Iri));
    }

    [Fact]
    public void No_two_templates_speak_for_the_same_statements()
    {
        var determining = Profile.GetProperty("templates").EnumerateArray()
            .Select(template => string.Join('|', new[]
            {
                "verb", "objectActivityType", "contextParentActivityType", "contextOtherActivityType", "attachmentUsageType",
            }.Select(name => template.TryGetProperty(name, out var value) ? value.GetRawText() : "")));

        Assert.Distinct(determining);
    }

    [Fact]
    public void Patterns_lead_to_templates_and_patterns_that_exist()
    {
        var known = Ids("templates").Concat(Ids("patterns")).ToHashSet();
        var steps = Profile.GetProperty("patterns").EnumerateArray().SelectMany(pattern => pattern.EnumerateObject())
            .Where(property => property.Name is "sequence" or "alternates" or "optional" or "oneOrMore" or "zeroOrMore")
            .SelectMany(property => property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().ToArray() : [property.Value]);

        Assert.All(steps, step => Assert.Contains(step.GetString()!, known));
    }

    [Fact]
    public void Nothing_in_the_document_is_empty()
    {
        Assert.DoesNotContain("\"\"", Profile.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("[]", Profile.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("null", Profile.GetRawText(), StringComparison.Ordinal);
    }

    private static List<string> Ids(string list) =>
        [.. Profile.GetProperty(list).EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    private static IEnumerable<VerbTerm> VerbTerms() => Fields(typeof(Verbs)).Select(field => field.GetValue(null)).OfType<VerbTerm>();

    private static IEnumerable<string> OurWords() => new[] { typeof(ActivityTypes), typeof(Roles), typeof(ExtensionIris) }
        .SelectMany(Fields)
        .Select(field => field.GetValue(null))
        .OfType<string>()
        .Concat(VerbTerms().Select(verb => verb.Iri))
        .Where(iri => iri.StartsWith(ProfileIris.Base, StringComparison.Ordinal) && !iri.EndsWith('/'));

    private static IEnumerable<FieldInfo> Fields(Type type) => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);
}
