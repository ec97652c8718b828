namespace LearningBuddy.Shared.Sessions;

/// <summary>
/// For which of their topics people are placed: whoever has two goes where the groups come out best, which is where the fewest people
/// are left over.
/// </summary>
internal static class BreakoutTopics
{
    /// <summary>One topic for each, or none.</summary>
    /// <param name="people">In order of their ids.</param>
    /// <param name="most">Most people in a group.</param>
    public static IReadOnlyList<Placed> Choose(IReadOnlyList<Attendee> people, int most)
    {
        var chosen = Gather(people);
        while (Better(people, chosen, most) is var (id, topic))
        {
            chosen[id] = topic;
        }

        return [.. people.Select(one => new Placed(one.Id, chosen[one.Id]))];
    }

    /// <summary>The topic that most could talk about gets all of them, then the next.</summary>
    private static Dictionary<Guid, string?> Gather(IReadOnlyList<Attendee> people)
    {
        var chosen = people.ToDictionary(one => one.Id, _ => (string?)null);
        var left = people.Where(one => one.TopicIds.Length > 0).ToList();
        while (left.Count > 0)
        {
            var topic = left.SelectMany(one => one.TopicIds.Distinct(StringComparer.Ordinal)).CountBy(id => id)
                .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).First().Key;
            left.Where(one => one.TopicIds.Contains(topic)).ToList().ForEach(one => chosen[one.Id] = topic);
            left.RemoveAll(one => one.TopicIds.Contains(topic));
        }

        return chosen;
    }

    /// <summary>The first change of one person's topic that leaves fewer people over, or null.</summary>
    private static (Guid Id, string Topic)? Better(IReadOnlyList<Attendee> people, Dictionary<Guid, string?> chosen, int most)
    {
        var counts = chosen.Values.OfType<string>().CountBy(id => id).ToDictionary(StringComparer.Ordinal);
        int Over(string topic, int more) =>
            counts.GetValueOrDefault(topic) + more is var all ? all - BreakoutGroups.Fitting(all, most) : 0;

        foreach (var one in people)
        {
            if (chosen[one.Id] is not { } now)
            {
                continue;
            }

            foreach (var topic in one.TopicIds.Order(StringComparer.Ordinal).Where(topic => topic != now))
            {
                if (Over(now, -1) + Over(topic, 1) < Over(now, 0) + Over(topic, 0))
                {
                    return (one.Id, topic);
                }
            }
        }

        return null;
    }
}
