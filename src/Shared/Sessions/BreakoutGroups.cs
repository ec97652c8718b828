using System.Collections.Immutable;

namespace LearningBuddy.Shared.Sessions;

/// <summary>
/// Puts people into breakout groups. Pure, and the same whatever the order in which people are named: everybody is in one group, groups
/// have three people to the most allowed wherever the number of people lets them, and nobody sits alone while others are there.
/// </summary>
public static class BreakoutGroups
{
    /// <summary>The smallest group that is wanted.</summary>
    public const int Least = 3;

    /// <summary>The groups.</summary>
    /// <param name="present">Who is there, with what they could talk about.</param>
    /// <param name="most">Most people in one, at least <see cref="Least"/>.</param>
    public static ImmutableArray<Breakout> Of(IEnumerable<Attendee> present, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, Least);
        var placed = BreakoutTopics.Choose([.. present.DistinctBy(one => one.Id).OrderBy(one => one.Id)], most);
        return [.. (ByTopic(placed, most) ?? Chop(InOrder(placed), most)).Select(ToBreakout)];
    }

    /// <summary>Whether this many people can sit in groups of the wanted size.</summary>
    internal static bool Fits(int people, int most) => people == 0 || people >= Least * Count(people, most);

    /// <summary>How many of them can, at most.</summary>
    internal static int Fitting(int people, int most)
    {
        while (!Fits(people, most))
        {
            people--;
        }

        return people;
    }

    /// <summary>Where somebody sits who comes late: in the smallest group of their topic with room, else wherever there is room.</summary>
    /// <param name="groups">Number, topic and size of each; at least one.</param>
    /// <param name="topics">What the person could talk about.</param>
    /// <param name="most">Most people in one.</param>
    /// <returns>The number of a group.</returns>
    public static int PlaceFor(
        IReadOnlyCollection<(int Number, string? TopicId, int Size)> groups, IReadOnlyCollection<string> topics, int most) =>
        groups
            .OrderBy(group => group.Size < most ? 0 : 1)
            .ThenBy(group => group.TopicId is not null && topics.Contains(group.TopicId) ? 0 : 1)
            .ThenBy(group => group.Size)
            .ThenBy(group => group.Number)
            .First().Number;

    /// <summary>Groups of one topic each, and one or more of those who are left; null where their number doesn't allow it.</summary>
    private static List<List<Placed>>? ByTopic(IReadOnlyList<Placed> placed, int most)
    {
        var (groups, left) = (new List<List<Placed>>(), new List<Placed>());
        foreach (var same in InOrder(placed).GroupBy(one => one.TopicId))
        {
            var own = same.Key is null ? 0 : Fitting(same.Count(), most);
            groups.AddRange(Chop([.. same.Take(own)], most));
            left.AddRange(same.Skip(own));
        }

        var room = groups.Sum(group => most - group.Count);
        var joining = Enumerable.Range(0, Math.Min(room, left.Count) + 1).Where(count => Fits(left.Count - count, most))
            .Select(count => (int?)count).FirstOrDefault();
        if (joining is not { } some)
        {
            return null;
        }

        // Whoever finds their own topic with room joins others first; the rest stay together.
        var inOrder = left.OrderBy(one => HasRoom(groups, one.TopicId, most) ? 0 : 1).ThenBy(one => one.TopicId is null ? 1 : 0)
            .ThenBy(one => one.TopicId, StringComparer.Ordinal).ThenBy(one => one.Id).ToList();
        foreach (var one in inOrder.Take(some))
        {
            groups.Where(group => group.Count < most)
                .OrderBy(group => group[0].TopicId == one.TopicId ? 0 : 1).ThenBy(group => group.Count).First().Add(one);
        }

        groups.AddRange(Chop([.. inOrder.Skip(some)], most));
        return groups;
    }

    private static bool HasRoom(List<List<Placed>> groups, string? topic, int most) =>
        topic is not null && groups.Exists(group => group[0].TopicId == topic && group.Count < most);

    /// <summary>Those of one topic beside each other, the largest topic first.</summary>
    private static IReadOnlyList<Placed> InOrder(IReadOnlyList<Placed> placed) =>
    [
        .. placed.GroupBy(one => one.TopicId)
            .OrderBy(same => same.Key is null ? 1 : 0).ThenByDescending(same => same.Count())
            .ThenBy(same => same.Key, StringComparer.Ordinal)
            .SelectMany(same => same.OrderBy(one => one.Id)),
    ];

    /// <summary>As few groups as hold everybody, as equal as can be, the larger ones first.</summary>
    private static List<List<Placed>> Chop(IReadOnlyList<Placed> people, int most)
    {
        var count = Count(people.Count, most);
        var (groups, at) = (new List<List<Placed>>(), 0);
        for (var number = 0; number < count; number++)
        {
            var size = (people.Count / count) + (number < people.Count % count ? 1 : 0);
            groups.Add([.. people.Skip(at).Take(size)]);
            at += size;
        }

        return groups;
    }

    private static int Count(int people, int most) => (people + most - 1) / most;

    /// <summary>A group is about what more than half of it came for.</summary>
    private static Breakout ToBreakout(List<Placed> group)
    {
        var topic = group.Where(one => one.TopicId is not null).GroupBy(one => one.TopicId)
            .FirstOrDefault(same => same.Count() * 2 > group.Count)?.Key;
        return new(topic, [.. group.Select(one => one.Id).Order()]);
    }
}

/// <summary>Somebody who is there.</summary>
/// <param name="Id">The participation.</param>
/// <param name="TopicIds">Keys of what they could talk about: sprints, or a behaviour; none where they didn't say.</param>
public sealed record Attendee(Guid Id, ImmutableArray<string> TopicIds);

/// <summary>A breakout group.</summary>
/// <param name="TopicId">What it is about, or null for whatever its people bring.</param>
/// <param name="Members">Participations, in order.</param>
public sealed record Breakout(string? TopicId, ImmutableArray<Guid> Members);

/// <summary>Somebody with the one topic they are placed for.</summary>
/// <param name="Id">The participation.</param>
/// <param name="TopicId">The topic, or null.</param>
internal readonly record struct Placed(Guid Id, string? TopicId);
