namespace LearningBuddy.Shared.Journeys;

/// <summary>A further link of the course to a journey: it opens at a part of it, and has no column of its own.</summary>
public sealed class JourneyLink
{
    private JourneyLink()
    {
    }

    /// <summary>Ties a link to a journey.</summary>
    public JourneyLink(Guid courseId, string resourceLinkId, Guid journeyId)
    {
        CourseId = courseId;
        ResourceLinkId = resourceLinkId;
        JourneyId = journeyId;
    }

    /// <summary>The course.</summary>
    public Guid CourseId { get; private set; }

    /// <summary>
    /// The link, as the platform names it. The journey carries the same one for as long as nobody has opened the link to the whole.
    /// </summary>
    public string ResourceLinkId { get; private set; } = "";

    /// <summary>Where it leads.</summary>
    public Guid JourneyId { get; private set; }
}
