using Xunit.Sdk;
using Xunit.v3;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>Begins with the classes that take minutes: one of them begun last would run alone to its end, beside an idle core.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
        [nameof(SixWeeksInMoodleTests), nameof(DevicePageTests), nameof(ToolPageTests), nameof(SprintPageTests), nameof(FileFieldTests), nameof(DraftTests), nameof(BuddyStoryTests)];

    /// <inheritdoc />
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(PlaceOf)];

    private static int PlaceOf<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        var place = Array.FindIndex(Long, name => collection.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}
