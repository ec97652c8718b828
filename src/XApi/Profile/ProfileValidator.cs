using System.Text.Json;

namespace LearningBuddy.XApi.Profile;

/// <summary>Checks statements against the templates of a profile document (Profiles 1.0, "Statement Template Validation").</summary>
public sealed class ProfileValidator
{
    private readonly IReadOnlyList<StatementTemplate> templates;

    private ProfileValidator(IReadOnlyList<StatementTemplate> templates) => this.templates = templates;

    /// <value>Checks against the profile of this tool.</value>
    public static ProfileValidator OfJourneys { get; } = Read(JourneyProfile.Document);

    /// <summary>Reads the templates of a profile.</summary>
    /// <param name="document">JSON-LD of Profiles 1.0.</param>
    public static ProfileValidator Read(ReadOnlyMemory<byte> document)
    {
        using var profile = JsonDocument.Parse(document);
        return new ProfileValidator([.. profile.RootElement.GetProperty("templates").EnumerateArray().Select(TemplateReader.Read)]);
    }

    /// <summary>Checks one statement.</summary>
    /// <param name="statement">The statement; its context activities stand in lists.</param>
    /// <param name="find">Looks up a statement that is referred to, or null where none can be.</param>
    public ProfileMatch Check(JsonElement statement, Func<Guid, JsonElement?>? find = null)
    {
        var speaking = templates.Where(template => template.SpeaksFor(statement)).ToList();
        var broken = speaking
            .SelectMany(template => template.Rules
                .Where(rule => !rule.IsKept(statement))
                .Select(rule => $"{template.Id}: {rule.Location} {rule.Presence}"))
            .Concat(speaking
                .Where(template => !FollowsReference(template, statement, find))
                .Select(template => $"{template.Id}: context.statement"))
            .ToList();
        return new ProfileMatch([.. speaking.Where(template => !template.IsGeneral).Select(template => template.Id)], broken);
    }

    private bool FollowsReference(StatementTemplate template, JsonElement statement, Func<Guid, JsonElement?>? find)
    {
        if (template.ContextStatementRefTemplates.Count == 0
            || JsonPaths.Select(statement, "$.context.statement.id") is not [var id]
            || find?.Invoke(id.GetGuid()) is not { } referred)
        {
            return true;
        }

        return templates.Any(other => template.ContextStatementRefTemplates.Contains(other.Id) && other.SpeaksFor(referred));
    }
}

/// <summary>How a statement stands to a profile.</summary>
/// <param name="Templates">Templates that speak for it, beside the general ones.</param>
/// <param name="Broken">Rules it breaks; empty when it is good.</param>
public sealed record ProfileMatch(IReadOnlyList<string> Templates, IReadOnlyList<string> Broken)
{
    /// <value>At least one template speaks for it and all their rules are kept.</value>
    public bool IsGood => Templates.Count > 0 && Broken.Count == 0;
}
