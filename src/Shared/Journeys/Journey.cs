using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Journeys;

/// <summary>One run of a learning design on one resource link of one course.</summary>
public sealed class Journey
{
    private Journey()
    {
    }

    /// <summary>Makes the run for a link seen for the first time; it has no design yet.</summary>
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

    /// <summary>The <c>content_id</c> of its design, or null while a teacher still has to make it.</summary>
    public Guid? DesignId { get; private set; }

    /// <summary>Which version of the design holds; 0 while there is none.</summary>
    public int DesignNumber { get; private set; }

    /// <summary>
    /// The <c>content_id</c> of the link that was dealt with last: another one means that content was selected again in the LMS.
    /// </summary>
    public Guid? LinkedDesignId { get; set; }

    /// <summary>The link's line item, or null while unknown.</summary>
    public string? LineItemUrl { get; set; }

    /// <summary>The line item container, or null when the platform offers no grades.</summary>
    public string? LineItemsUrl { get; set; }

    /// <summary>When the link was first launched, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>From now on this version holds.</summary>
    public void Follow(DesignVersion version)
    {
        DesignId = version.DesignId;
        DesignNumber = version.Number;
    }

    /// <summary>Another link of the course turned out to be this one: the platform writes its id differently now.</summary>
    /// <param name="other">The journey that was begun for it.</param>
    public void TakeLinkOf(Journey other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ResourceLinkId = other.ResourceLinkId;
        (LineItemUrl, LineItemsUrl) = (other.LineItemUrl ?? LineItemUrl, other.LineItemsUrl ?? LineItemsUrl);
    }
}
