using System.Text.Json;
using LearningBuddy.XApi.Statements;
using LearningBuddy.XApi.Statements.Model;

namespace LearningBuddy.XApi.Profile;

/// <summary>
/// Writes a mapped statement for one destination. The result is kept as it is and sent again as it is: a re-send never conflicts.
/// </summary>
public static class StatementRenderer
{
    private static readonly Words ProfileName =
        new("Learning Buddy profile 1.0", "Learning-Buddy-Profil 1.0",
            "Profil Learning Buddy 1.0", "Perfil de Learning Buddy 1.0", "ملف Learning Buddy 1.0");

    /// <summary>The statement as UTF-8 JSON.</summary>
    /// <param name="s">The statement.</param>
    /// <param name="d">Where it goes.</param>
    public static byte[] Render(MappedStatement s, StatementDestination d)
    {
        ArgumentNullException.ThrowIfNull(s);
        ArgumentNullException.ThrowIfNull(d);
        return JsonSerializer.SerializeToUtf8Bytes(ToStatement(s, d), StatementJsonContext.Default.Statement);
    }

    private static Statement ToStatement(MappedStatement s, StatementDestination d)
    {
        var names = new ActorNames(d.Naming, s.ToolRoot);
        return new Statement
        {
            Id = s.Id,
            Actor = names.Of(s.Actor),
            Verb = new Verb(s.Verb.Iri, s.Verb.Display.In(s.Language)),
            Object = s.ObjectPerson is { } person ? names.Of(person) : ToActivity(s.Object!, s, d),
            Result = s.Outcome is { } outcome ? ToResult(outcome, d) : null,
            Context = ToContext(s, d, names),
            Timestamp = XApiTimestamp.Format(s.Timestamp),
            Attachments = d.AttachmentLinks && s.Files.Count > 0 ? [.. s.Files.Select(file => ToAttachment(file, s, d))] : null,
        };
    }

    private static Result? ToResult(Outcome outcome, StatementDestination d)
    {
        var result = new Result
        {
            Score = outcome.Mark is { } mark ? new Score(mark.Scaled, mark.Raw, mark.Min, mark.Max) : null,
            Success = outcome.Success,
            Completion = outcome.Completion,
            Response = d.FreeText ? outcome.Response : null,
            Duration = outcome.Duration is { } duration ? XApiDuration.Format(duration) : null,
            Extensions = outcome.Extensions,
        };
        return result == new Result() ? null : result;
    }

    private static Context ToContext(MappedStatement s, StatementDestination d, ActorNames names)
    {
        var isActivity = s.ObjectPerson is null;
        var context = new Context
        {
            Registration = s.Registration,
            ContextActivities = new ContextActivities
            {
                Parent = s.Parent is { } parent ? [ToActivity(parent, s, d)] : null,
                Grouping = ToActivities(s.Grouping, s, d),
                Category = [new Activity(ProfileIris.Version, new ActivityDefinition(ActivityTypes.Profile, ProfileName.In(s.Language)))],
                Other = ToActivities(s.Other, s, d),
            },
            Language = s.Language,
            Platform = isActivity ? s.Platform : null,
            Revision = isActivity ? s.Revision?.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
            Statement = s.AnswersStatement is { } answered ? new StatementRef(answered) : null,
            Extensions = s.Extensions.Count > 0 ? s.Extensions : null,
        };
        return d.Version == XApiVersion.V103 ? WithInstructorAndTeam(context, s, names) : WithAgentsAndGroups(context, s, names);
    }

    private static Context WithInstructorAndTeam(Context context, MappedStatement s, ActorNames names) => context with
    {
        Instructor = s.People.FirstOrDefault(person => person.Role == Roles.Facilitator) is { } facilitator
            ? names.Of(facilitator.Who)
            : null,
        Team = s.Team is { } team ? ToGroup(team, s) : null,
    };

    private static Context WithAgentsAndGroups(Context context, MappedStatement s, ActorNames names) => context with
    {
        ContextAgents = s.People.Count > 0 ? [.. s.People.Select(person => new ContextAgent(names.Of(person.Who), [person.Role]))] : null,
        ContextGroups = s.Team is { } team ? [new ContextGroup(ToGroup(team, s), [team.Role])] : null,
    };

    private static Group ToGroup(Team team, MappedStatement s) => new(team.Name, new Account(s.ToolRoot, team.Key));

    private static List<StatementObject>? ToActivities(
        IReadOnlyList<NeutralActivity> activities, MappedStatement s, StatementDestination d) =>
        activities.Count > 0 ? [.. activities.Select(activity => ToActivity(activity, s, d))] : null;

    private static Activity ToActivity(NeutralActivity activity, MappedStatement s, StatementDestination d) => new(
        activity.Id,
        new ActivityDefinition(
            activity.Type,
            d.FreeText && activity.PersonalTitle is { Length: > 0 } title
                ? new Dictionary<string, string> { [s.Language] = title }
                : activity.Name));

    private static Attachment ToAttachment(LinkedFile file, MappedStatement s, StatementDestination d) => new(
        file.UsageType,
        d.FreeText ? new Dictionary<string, string> { [s.Language] = file.Name } : file.NeutralName.In(s.Language),
        file.ContentType,
        file.Length,
        file.Sha256,
        $"{s.ToolRoot}/files/{file.Sha256}");
}
