namespace LearningBuddy.Shared.Journeys;

/// <summary>A further link of the course to a journey: it opens at a part of it, and has a column of its own only where asked.</summary>
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

    /// <summary>Address of the link's own column, where the teacher asked for one and a launch has told it; else null.</summary>
    public string? LineItemUrl { get; private set; }

    /// <summary>Why the column didn't take the last score, in the platform's words; null when it did.</summary>
    public string? ColumnFault { get; private set; }
}
