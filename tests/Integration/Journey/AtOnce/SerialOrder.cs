namespace LearningBuddy.Tests.Integration.Journey.AtOnce;

/// <summary>The order in which deeds that ran at the same time must have happened, read from what was kept.</summary>
internal static class SerialOrder
{
    /// <summary>Puts deeds whose words were kept first, as they were kept; the others came too late.</summary>
    public static List<Deed> Of(IEnumerable<Deed> phase, Cast cast)
    {
        var reviews = cast.Stage.Look(db => db.Reviews.OrderBy(review => review.ReviewedAt).ToList()).Select(review => review.Text.Worked);
        var titles = cast.Stage.Look(db => db.DesignVersions.OrderBy(version => version.Number).ToList()).Select(version => version.Content.Title);
        var place = reviews.Concat(titles).Distinct().Select((words, index) => (words, index)).ToDictionary(pair => pair.words, pair => pair.index);
        return [.. phase.OrderBy(deed => place.GetValueOrDefault(deed.Words, int.MaxValue))];
    }
}
