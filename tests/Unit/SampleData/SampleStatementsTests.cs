using System.Globalization;
using System.Text;
using System.Text.Json;
using LearningBuddy.SampleData.Output;
using LearningBuddy.XApi.Profile;
using LearningBuddy.XApi.Statements;
using Xunit;

namespace LearningBuddy.Tests.Unit.SampleData;

public sealed class SampleStatementsTests
{
    [Theory]
    [InlineData(XApiVersion.V103)]
    [InlineData(XApiVersion.V200)]
    public void Every_statement_is_valid_and_follows_its_template_alone(XApiVersion version)
    {
        var statements = Sample.Statements(Sample.Usual, version);
        var all = statements.ToDictionary(statement => statement.Id, statement => JsonElement.Parse(statement.Json.Span));
        foreach (var statement in statements)
        {
            var json = all[statement.Id];
            Assert.Null(StatementValidator.Validate(json, version));
            var match = ProfileValidator.OfJourneys.Check(json, id => all.TryGetValue(id, out var found) ? found : null);
            Assert.Empty(match.Broken);
            Assert.Equal([statement.TemplateId], match.Templates);
        }
    }

    [Fact]
    public void Every_kind_of_statement_of_the_profile_is_there()
    {
        using var profile = JsonDocument.Parse(JourneyProfile.Document);
        var templates = profile.RootElement.GetProperty("templates").EnumerateArray().Select(template => template.GetProperty("id").GetString()!);

        var made = Sample.Statements(Sample.Usual, XApiVersion.V200).Select(statement => statement.TemplateId).ToHashSet();

        Assert.Equal(["https://w3id.org/xapi/learning-buddy/templates/general"], templates.Where(id => !made.Contains(id)));
    }

    [Fact]
    public void What_leaves_the_tool_only_on_request_is_left_out_unless_asked_for()
    {
        var (some, all) = (Kinds(everything: false), Kinds(everything: true));

        Assert.Equal(
            ["evidence-drafted", "feedback-received", "grade-sent", "nudge-scheduled", "nudge-sent", "sprint-progressed"],
            all.Except(some).Order(StringComparer.Ordinal));
        Assert.Empty(some.Except(all));

        static HashSet<string> Kinds(bool everything) =>
            [.. Sample.Statements(Sample.Small(3), XApiVersion.V200, everything).Select(statement => statement.TemplateId.Split('/')[^1])];
    }

    [Fact]
    public void The_same_options_give_the_same_octets_whatever_the_machine_speaks()
    {
        var here = Text(7);
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "ar-SA", "de-DE", "th-TH" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                Assert.Equal(here, Text(7));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Another_seed_gives_other_people_and_other_ids()
    {
        var (one, other) = (Sample.Statements(Sample.Small(1), XApiVersion.V200), Sample.Statements(Sample.Small(2), XApiVersion.V200));

        Assert.Empty(one.Select(statement => statement.Id).Intersect(other.Select(statement => statement.Id)));
        Assert.Empty(Learners(one).Intersect(Learners(other)));
    }

    [Theory]
    [InlineData(37, "2025-11-01", "2026-07-01")]
    [InlineData(36, "2025-11-02", "2026-07-01")]
    [InlineData(36, "2025-11-01", "2026-07-02")]
    public void Other_options_share_no_id_so_that_two_samples_fit_into_one_store(int learners, string from, string until)
    {
        var other = Sample.Small(1) with { Learners = learners, From = Day(from), Until = Day(until) };

        Assert.Empty(Ids(Sample.Small(1)).Intersect(Ids(other)));

        static IEnumerable<Guid> Ids(LearningBuddy.SampleData.World.SampleOptions options) =>
            Sample.Statements(options, XApiVersion.V200).Select(statement => statement.Id);
        static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Everybody_is_obviously_made_up()
    {
        var text = string.Concat(Sample.Statements(Sample.Usual, XApiVersion.V200).Select(Text));

        Assert.DoesNotContain("mailto:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("mbox", text, StringComparison.Ordinal);
        Assert.All(
            Sample.Statements(Sample.Usual, XApiVersion.V200).Select(statement => JsonElement.Parse(statement.Json.Span).GetProperty("actor").GetProperty("account")).ToList(),
            account => Assert.EndsWith(".example", new Uri(account.GetProperty("homePage").GetString()!).Host, StringComparison.Ordinal));
    }

    [Fact]
    public void Ids_are_all_different_and_every_line_is_one_statement()
    {
        var statements = Sample.Statements(Sample.Usual, XApiVersion.V103);

        Assert.Distinct(statements.Select(statement => statement.Id));
        Assert.All(statements, statement => Assert.DoesNotContain('\n', Text(statement)));
    }

    private static string Text(long seed) => string.Join('\n', Sample.Statements(Sample.Small(seed), XApiVersion.V200).Select(Text));

    private static string Text(SampleStatement statement) => Encoding.UTF8.GetString(statement.Json.Span);

    private static HashSet<string> Learners(IEnumerable<SampleStatement> statements) =>
    [
        .. statements.Select(statement => JsonElement.Parse(statement.Json.Span).GetProperty("actor").GetProperty("account").GetProperty("name").GetString()!)
            .Where(name => name.StartsWith("sample-", StringComparison.Ordinal)),
    ];
}
