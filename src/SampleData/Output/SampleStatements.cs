using LearningBuddy.SampleData.Play;
using LearningBuddy.SampleData.World;
using LearningBuddy.XApi.Profile;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.SampleData.Output;

/// <summary>Makes statements of what happened, by the same mapper and renderer as the tool: the sample can't drift from the profile.</summary>
/// <param name="version">Form of the statements.</param>
/// <param name="everything">Also what leaves the tool only where a destination asks for it: drafts, deliveries, progress.</param>
internal sealed class SampleStatements(XApiVersion version, bool everything)
{
    private static readonly Uri Tool = new("https://buddy.example");

    /// <value>As for the embedded record store.</value>
    private readonly StatementDestination form = new(version, new ActorNaming.PlatformAccount(), FreeText: true);

    private readonly Dictionary<Cohort, IReadOnlyDictionary<Guid, PersonAccount>> people = [];

    /// <summary>The statements, in the order of what happened.</summary>
    public IEnumerable<SampleStatement> Of(IEnumerable<LearnerEvent> events) =>
        from entry in events
        from mapped in StatementMapper.Map(entry.Recorded, SceneOf(entry))
        where everything || mapped.OnByDefault
        select new SampleStatement(mapped.Id, mapped.TemplateId, StatementRenderer.Render(mapped, form));

    private StatementScene SceneOf(LearnerEvent entry) => new()
    {
        ToolBase = Tool,
        JourneyId = entry.Cohort.JourneyId,
        JourneyTitle = entry.Cohort.Definition.Title,
        Course = entry.Cohort.Course,
        Registration = entry.Registration,
        Language = entry.Cohort.Design.Language,
        People = PeopleOf(entry.Cohort),
        FacilitatorId = entry.Cohort.Facilitators[0].Id,
    };

    private IReadOnlyDictionary<Guid, PersonAccount> PeopleOf(Cohort cohort)
    {
        if (!people.TryGetValue(cohort, out var accounts))
        {
            people[cohort] = accounts = cohort.Members.Concat(cohort.Facilitators).ToDictionary(person => person.Id, person => person.Account);
        }

        return accounts;
    }
}

/// <summary>A statement of the sample.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TemplateId">The template of the profile it follows.</param>
/// <param name="Json">UTF-8, without a line break.</param>
internal sealed record SampleStatement(Guid Id, string TemplateId, ReadOnlyMemory<byte> Json);
