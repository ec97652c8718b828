using LearningBuddy.Shared.Practice;

namespace LearningBuddy.Shared.Journeys;

/// <summary>What a journey is made of: the learning design as an instructor set it up. Portable; holds nothing about people.</summary>
public sealed record JourneyDefinition
{
    /// <summary>The template it was made from.</summary>
    public required string TemplateId { get; init; }

    /// <summary>What learners read first; 1 to 120 characters.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences on what this is for.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Behavioural statements, 1 to 12.</summary>
    public required IReadOnlyList<Behaviour> Behaviours { get; init; }

    /// <summary>The levels evidence is reviewed on.</summary>
    public required Rubric Rubric { get; init; }

    /// <summary>When a behaviour counts as certified.</summary>
    public CertificationRule Certification { get; init; } = new();

    /// <summary>Rules of the learning buddy.</summary>
    public BuddyPolicy Buddy { get; init; } = new();

    /// <summary>How confirmed evidence becomes points.</summary>
    public GradeRule Grade { get; init; } = new();

    /// <summary>What is asked after the course.</summary>
    public ReinforcementPolicy Reinforcement { get; init; } = new();

    /// <summary>What other systems record that may count as practice; empty for none.</summary>
    public IReadOnlyList<FoundRule> FoundRules { get; init; } = [];

    /// <summary>Situations to choose from; empty when the journey has none.</summary>
    public IReadOnlyList<Sprint> Sprints { get; init; } = [];

    /// <summary>First day, in the journey's time zone, or null for "open now".</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day for evidence, in the journey's time zone, or null for none. Later evidence is taken all the same.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>IANA name of the time zone dates are meant in.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>The behaviour with this key, or null.</summary>
    public Behaviour? FindBehaviour(string id) => Behaviours.FirstOrDefault(behaviour => behaviour.Id == id);
}

/// <summary>A behavioural statement: what a competent person does, and how it shows.</summary>
/// <param name="Id">Stable key within the definition: lower-case letters, digits, hyphens.</param>
/// <param name="Statement">What the person does, in words that follow "I …", e.g. "draw out quiet voices".</param>
/// <param name="ShownBy">How somebody else can see it.</param>
public sealed record Behaviour(string Id, string Statement, string ShownBy = "");

/// <summary>A professional situation to learn and apply.</summary>
/// <param name="Id">Stable key within the definition.</param>
/// <param name="Title">Its name.</param>
/// <param name="Minutes">How long its resources take; 0 when unknown.</param>
/// <param name="BehaviourIds">What it trains.</param>
public sealed record Sprint(string Id, string Title, int Minutes, IReadOnlyList<string> BehaviourIds);

/// <summary>Levels of a review, lowest first.</summary>
/// <param name="Levels">At least two, values rising.</param>
/// <param name="PassLevel">The lowest level that confirms; one of the levels' values.</param>
public sealed record Rubric(IReadOnlyList<RubricLevel> Levels, int PassLevel)
{
    /// <summary>Lowest value.</summary>
    public int Lowest => Levels[0].Value;

    /// <summary>Highest value.</summary>
    public int Highest => Levels[^1].Value;
}

/// <summary>One level of a rubric.</summary>
/// <param name="Value">Its number.</param>
/// <param name="Name">One to three words.</param>
/// <param name="Guidance">How a reviewer recognises it.</param>
public sealed record RubricLevel(int Value, string Name, string Guidance = "");
