using System.Globalization;
using LearningBuddy.DemoLms.World;

namespace LearningBuddy.DemoLms.Grades;

/// <summary>The filters of a line item list (AGS 2.0, 3.2.8).</summary>
internal static class LineItemFilter
{
    public static IReadOnlyList<LineItem> Of(Course course, IQueryCollection query) =>
    [
        .. course.LineItems
            .Where(i => Fits(query["resource_id"], i.ResourceId))
            .Where(i => Fits(query["resource_link_id"], i.ActivityId ?? ""))
            .Where(i => Fits(query["tag"], i.Tag)),
    ];

    /// <summary>A count from the query; null when it isn't a number from zero up.</summary>
    public static int? Count(IQueryCollection query, string name) =>
        int.TryParse(query[name].ToString(), CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : null;

    private static bool Fits(Microsoft.Extensions.Primitives.StringValues asked, string actual) =>
        asked.Count == 0 || asked.ToString() == actual;
}
