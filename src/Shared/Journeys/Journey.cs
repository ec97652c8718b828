namespace LearningBuddy.Shared.Journeys;

/// <summary>One run of a learning design on one resource link of one course.</summary>
public sealed class Journey
{
    private Journey()
    {
    }

    /// <summary>Makes the run for a link seen for the first time; it has no set-up yet.</summary>
    public Journey(Guid id, Guid courseId, string resourceLinkId, DateTimeOffset createdAt)
    {
        Id = id;
        CourseId = courseId;
        ResourceLinkId = resourceLinkId;
        CreatedAt = createdAt;
    }

    /// <summary>Our own key.</summary>
    public Guid Id { get; private set; }

    /// <summary>The course.</summary>
    public Guid CourseId { get; private set; }

    /// <summary>The link, as the platform names it.</summary>
    public string ResourceLinkId { get; private set; } = "";

    /// <summary>The set-up, or null while a teacher still has to make it.</summary>
    public JourneyDefinition? Definition { get; private set; }

    /// <summary>The content this was made from; travels through deep links and course copies.</summary>
    public Guid? ContentId { get; private set; }

    /// <summary>The link's line item, or null while unknown.</summary>
    public string? LineItemUrl { get; set; }

    /// <summary>The line item container, or null when the platform offers no grades.</summary>
    public string? LineItemsUrl { get; set; }

    /// <summary>When the link was first launched, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Gives the run its set-up: made by a teacher, or copied from the content it was linked with.</summary>
    public void SetUp(JourneyDefinition definition, Guid contentId)
    {
        Definition = definition;
        ContentId = contentId;
    }
}

/// <summary>A learning design that a deep link points at; what survives a course copy.</summary>
public sealed class JourneyContent
{
    private JourneyContent()
    {
    }

    /// <summary>Keeps a design.</summary>
    public JourneyContent(Guid id, Guid platformId, string contextId, JourneyDefinition definition, DateTimeOffset createdAt)
    {
        Id = id;
        PlatformId = platformId;
        ContextId = contextId;
        Definition = definition;
        CreatedAt = createdAt;
    }

    /// <summary>The <c>content_id</c> that travels in custom parameters and in the line item's <c>resourceId</c>.</summary>
    public Guid Id { get; private set; }

    /// <summary>The registration it was made at: contexts are only unique within one.</summary>
    public Guid PlatformId { get; private set; }

    /// <summary>The course it was made in.</summary>
    public string ContextId { get; private set; } = "";

    /// <summary>The design as it holds: always free of faults.</summary>
    public JourneyDefinition Definition { get; private set; } = null!;

    /// <summary>What was typed last, while it still has faults; null when <see cref="Definition"/> is the newest.</summary>
    public JourneyDefinition? Draft { get; private set; }

    /// <summary>Keeps what was typed: as the design when it has no faults, else beside it.</summary>
    /// <returns>The faults; empty when it holds now.</returns>
    public IReadOnlyList<DefinitionFault> Edit(JourneyDefinition typed)
    {
        var faults = DefinitionRules.Check(typed);
        (Definition, Draft) = faults.Count == 0 ? (typed, null) : (Definition, typed);
        return faults;
    }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }
}
