using LearningBuddy.XApi.Lrs.Storage;

namespace LearningBuddy.LtiTool.Startup;

/// <summary>Whether this node could write when it last tried.</summary>
internal sealed class StorageState
{
    private volatile bool isFull;

    /// <summary>Whether the last write found the disk full.</summary>
    public bool IsFull => isFull;

    /// <summary>Takes note of what a write threw.</summary>
    /// <returns>Whether it was the disk.</returns>
    public bool Note(Exception? fault)
    {
        var full = StorageFull.Is(fault);
        isFull |= full;
        return full;
    }

    /// <summary>A write went through again.</summary>
    public void Recovered() => isFull = false;
}
