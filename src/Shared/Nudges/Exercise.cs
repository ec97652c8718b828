using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.Shared.Nudges;

/// <summary>A micro-exercise: five minutes or less.</summary>
/// <param name="Id">Stable key within the design.</param>
/// <param name="Text">What to do, as one sentence: the first wording.</param>
/// <param name="BehaviourId">Key of the behaviour it trains; empty where it is about a sprint.</param>
public sealed record Exercise(string Id, string Text, string BehaviourId = "")
{
    /// <summary>The longest wording and answer, in characters.</summary>
    public const int LongestText = 300;

    /// <summary>The longest address.</summary>
    public const int LongestLink = 2000;

    /// <summary>Most wordings of one exercise.</summary>
    public const int MostWordings = 6;

    /// <summary>Key of the sprint it is about, in place of one behaviour; null where it trains a behaviour.</summary>
    public string? SprintId { get; init; }

    /// <summary>What it asks for.</summary>
    public ExerciseKind Kind { get; init; }

    /// <summary>The same in other words: somebody who gets it again reads the next.</summary>
    public ImmutableArray<string> OtherWordings { get; init; } = [];

    /// <summary>What a good answer has in it, for <see cref="ExerciseKind.Recall"/>: shown after the own answer. Empty for none.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Where it is usually done, such as "a meeting": evidence of it starts with that. Empty for none.</summary>
    public string Place { get; init; } = "";

    /// <summary>The part of the course to look at again, an address of the web; empty for the course itself.</summary>
    public string Link { get; init; } = "";

    /// <summary>All wordings, the first one first.</summary>
    [JsonIgnore]
    public IEnumerable<string> Wordings => OtherWordings.IsDefaultOrEmpty ? [Text] : [Text, .. OtherWordings];

    /// <summary>Whether a design has what it is about: a behaviour that is not retired, or a sprint.</summary>
    public bool IsOf(JourneyDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return SprintId is { } sprint
            ? design.Find<SprintsSection>()?.Find(sprint) is not null
            : design.FindBehaviour(BehaviourId) is { Retired: false };
    }

    /// <summary>The wording with a number; one that was taken out is replaced by another.</summary>
    /// <param name="number">From 0.</param>
    public string Wording(int number) => Wordings.ElementAt(number % Wordings.Count());
}

/// <summary>What an exercise asks for. Part of the stored format.</summary>
public enum ExerciseKind
{
    /// <summary>Try it at work.</summary>
    Do,

    /// <summary>Answer before you look.</summary>
    Recall,

    /// <summary>Look at a part of the course again.</summary>
    Revisit,
}
