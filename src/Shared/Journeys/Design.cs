using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Journeys;

/// <summary>
/// A learning design that a deep link points at: a row of numbered versions. What survives a course copy. What was typed last is kept
/// beside them while it still has faults.
/// </summary>
public sealed class Design
{
    private Design()
    {
    }

    /// <summary>Begins a design; its first version is made with <see cref="Publish"/>.</summary>
    /// <param name="id">Our own key.</param>
    /// <param name="platformId">The registration.</param>
    /// <param name="contextId">The course.</param>
    /// <param name="createdAt">UTC.</param>
    /// <param name="before">The first version gets the number after this one: a copy goes on counting where the journey stands.</param>
    public Design(Guid id, Guid platformId, string contextId, DateTimeOffset createdAt, int before = 0)
    {
        LatestNumber = before;
        Id = id;
        PlatformId = platformId;
        ContextId = contextId;
        CreatedAt = createdAt;
    }

    /// <summary>The <c>content_id</c> that travels in custom parameters and in the line item's <c>resourceId</c>.</summary>
    public Guid Id { get; private set; }

    /// <summary>The registration it was made at: contexts are only unique within one.</summary>
    public Guid PlatformId { get; private set; }

    /// <summary>The course it was made in.</summary>
    public string ContextId { get; private set; } = "";

    /// <summary>Number of the newest version; 0 before the first.</summary>
    public int LatestNumber { get; private set; }

    /// <summary>Title of the newest version: what lists show.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What was typed last, while it still has faults; null when the newest version is what was typed.</summary>
    public JourneyDesign? Draft { get; private set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Who can start from it, as a template of one's own.</summary>
    public DesignShelf Shelf { get; private set; }

    /// <summary>Keeps it as a template, or takes it off the shelf.</summary>
    public void PutOn(DesignShelf shelf) => Shelf = shelf;

    /// <summary>Makes the next version.</summary>
    /// <exception cref="ArgumentException">It has faults: see <see cref="DesignRules.Check"/>.</exception>
    public DesignVersion Publish(JourneyDesign content, Guid byPersonId, DateTimeOffset now)
    {
        if (DesignRules.Check(content).Count > 0)
        {
            throw new ArgumentException("A design with faults is kept as a draft.", nameof(content));
        }

        LatestNumber++;
        Title = content.Title;
        Draft = null;
        return new DesignVersion(Id, LatestNumber, content, byPersonId, now);
    }

    /// <summary>Keeps what was typed although it has faults.</summary>
    public void KeepDraft(JourneyDesign typed) => Draft = typed;

    /// <summary>What was typed is the newest version again.</summary>
    public void DropDraft() => Draft = null;
}

/// <summary>Who can start from a design. Part of the stored format.</summary>
public enum DesignShelf
{
    /// <summary>It belongs to an activity, and is copied inside the course only.</summary>
    None,

    /// <summary>A template of its course.</summary>
    Course,

    /// <summary>A template of all courses of the platform.</summary>
    Platform,

    /// <summary>It was a template and is none any more.</summary>
    Removed,
}

/// <summary>One version of a design. Never changed: evidence, reviews and events refer to it by its number.</summary>
public sealed class DesignVersion
{
    private DesignVersion()
    {
    }

    internal DesignVersion(Guid designId, int number, JourneyDesign content, Guid byPersonId, DateTimeOffset madeAt)
    {
        DesignId = designId;
        Number = number;
        Content = content;
        MadeBy = byPersonId;
        MadeAt = madeAt;
    }

    /// <summary>The design.</summary>
    public Guid DesignId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>What holds.</summary>
    public JourneyDesign Content { get; private set; } = null!;

    /// <summary>Who made it; empty for one that came with a course copy.</summary>
    public Guid MadeBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset MadeAt { get; private set; }
}
