namespace LearningBuddy.XApi.Lrs.Storage;

/// <summary>What is known of activities.</summary>
internal interface IActivityStore
{
    /// <summary>The merged definitions of those that have one, as JSON text by id.</summary>
    Task<IReadOnlyDictionary<string, string>> DefinitionsAsync(IReadOnlyCollection<string> ids, CancellationToken ct);
}
