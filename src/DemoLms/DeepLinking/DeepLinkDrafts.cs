using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.DeepLinking;

/// <summary>Chosen items that the teacher hasn't saved yet: nothing is created before.</summary>
internal sealed class DeepLinkDrafts
{
    private readonly ConcurrentDictionary<string, DeepLinkDraft> drafts = new();

    public string Keep(PreparedLaunch launch, IReadOnlyList<JsonObject> items)
    {
        var id = Ids.Secret();
        drafts[id] = new DeepLinkDraft(launch, items);
        return id;
    }

    /// <summary>Takes a draft out; a second save of the same form finds nothing.</summary>
    public DeepLinkDraft? Take(string id) => drafts.TryRemove(id, out var draft) ? draft : null;
}

/// <summary>What the teacher is about to save.</summary>
internal sealed record DeepLinkDraft(PreparedLaunch Launch, IReadOnlyList<JsonObject> Items);
