using System.Collections.Immutable;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Spine;

/// <summary>
/// What a change is about. Nobody else changes these at the same time: their locks are taken in one order everywhere, so that two changes
/// never wait for each other. The learners among them are loaded before the change begins.
/// </summary>
public sealed class Subjects
{
    private Subjects(ImmutableArray<Guid> participations, IEnumerable<SubjectLock> locks) =>
        (Participations, Locks) = (participations, [.. locks.Distinct().OrderBy(one => one.Key)]);

    /// <summary>Nothing that anybody else changes.</summary>
    public static Subjects None { get; } = new([], []);

    /// <summary>Learners to load.</summary>
    internal ImmutableArray<Guid> Participations { get; }

    /// <summary>Locks, in the order in which they are taken.</summary>
    internal ImmutableArray<SubjectLock> Locks { get; }

    /// <summary>These learners.</summary>
    public static Subjects Of(params IEnumerable<Guid> participations)
    {
        var all = participations.Distinct().ToImmutableArray();
        return new(all, [.. all.Select(id => new SubjectLock(id, IsShared: false))]);
    }

    /// <summary>
    /// Somebody who is about to begin a journey: once, however often they press. The journey's design doesn't change meanwhile.
    /// </summary>
    public static Subjects Beginning(Guid journeyId, Guid personId) =>
        new([], [new(journeyId, IsShared: true), new(DerivedId.From(journeyId, personId.ToString("N")), IsShared: false)]);

    /// <summary>A journey's design.</summary>
    public static Subjects Design(Guid journeyId) => new([], [new(journeyId, IsShared: false)]);

    /// <summary>Work that only one node does at a time.</summary>
    public static Subjects Work(string name) => new([], [new(DerivedId.From(Guid.Empty, name), IsShared: false)]);

    /// <summary>The same, and one thing more: a person who supports a limited number of learners, or a draft that saves meet on.</summary>
    public Subjects And(Guid id) => new(Participations, Locks.Add(new(id, IsShared: false)));

    /// <summary>The same, and something that many may rely on at a time while nobody changes it.</summary>
    public Subjects AndShared(Guid id) => new(Participations, Locks.Add(new(id, IsShared: true)));
}

/// <summary>One lock.</summary>
/// <param name="Key">Of what.</param>
/// <param name="IsShared">Whether others may hold it shared at the same time.</param>
internal readonly record struct SubjectLock(Guid Key, bool IsShared);
