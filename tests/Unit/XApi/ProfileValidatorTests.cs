using System.Text;
using System.Text.Json;
using LearningBuddy.XApi.Profile;
using LearningBuddy.XApi.Statements;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

public sealed class ProfileValidatorTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public void A_statement_of_another_profile_matches_nothing()
    {
        var match = Check("""{"verb":{"id":"http://x.example/v"},"object":{"id":"http://x.example/a"}}""");

        Assert.Empty(match.Templates);
        Assert.False(match.IsGood);
    }

    [Fact]
    public void A_broken_rule_is_named()
    {
        var confirmed = Golden("evidence-confirmed").Replace("\"success\": true", "\"success\": false", StringComparison.Ordinal);

        var match = Check(confirmed);

        Assert.Equal(["https://w3id.org/xapi/learning-buddy/templates/evidence-confirmed: $.result.success included"], match.Broken);
    }

    [Fact]
    public void A_reference_to_the_wrong_kind_of_statement_is_named()
    {
        using var accepted = JsonDocument.Parse(Golden("buddy-accepted"));
        using var started = JsonDocument.Parse(Golden("journey-started"));

        var match = ProfileValidator.OfJourneys.Check(accepted.RootElement, _ => started.RootElement);

        Assert.Equal(["https://w3id.org/xapi/learning-buddy/templates/buddy-accepted: context.statement"], match.Broken);
    }

    [Fact]
    public void What_is_missing_everywhere_is_told_by_the_general_template()
    {
        var match = Check(Golden("journey-started").Replace("60d112fc-3150-5150-892c-4e1e41ddf21f", "", StringComparison.Ordinal)
            .Replace("\"registration\": \"\",", "", StringComparison.Ordinal));

        Assert.Equal(["https://w3id.org/xapi/learning-buddy/templates/general: $.context.registration included"], match.Broken);
    }

    private static string Golden(string name)
    {
        using var array = JsonDocument.Parse(GoldenFile.Read($"{name}.{XApiVersion.V200.ToHeader()}.json"));
        return JsonSerializer.Serialize(array.RootElement[0], Indented);
    }

    private static ProfileMatch Check(string json)
    {
        using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json));
        return ProfileValidator.OfJourneys.Check(document.RootElement);
    }
}
