using System.Globalization;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Practice;

namespace LearningBuddy.LtiTool.Features.Setup;

/// <summary>The fields of the set-up form, as they were typed.</summary>
public sealed class DefinitionForm
{
    /// <summary>Title.</summary>
    public string? Title { get; set; }

    /// <summary>What it is for.</summary>
    public string? Summary { get; set; }

    /// <summary>Behaviours, in order; a row without a statement is left out.</summary>
    public IList<BehaviourRow> Behaviours { get; init; } = [];

    /// <summary>Names and guidance of the rubric's levels, in order.</summary>
    public IList<LevelRow> Levels { get; init; } = [];

    /// <summary>Value of the level that confirms.</summary>
    public int PassLevel { get; set; }

    /// <summary>Confirmed situations needed.</summary>
    public int Situations { get; set; } = 2;

    /// <summary>Different days needed.</summary>
    public int Dates { get; set; } = 2;

    /// <summary>Whether a buddy must have seen one.</summary>
    public bool OtherEyes { get; set; }

    /// <summary>Points.</summary>
    public string? Maximum { get; set; }

    /// <summary>First day, as a date input writes it.</summary>
    public string? StartsOn { get; set; }

    /// <summary>Last day.</summary>
    public string? EndsOn { get; set; }

    /// <summary>IANA time zone.</summary>
    public string? TimeZone { get; set; }

    /// <summary>What other systems record that may count; a row without a verb is left out.</summary>
    public IList<FoundRow> Found { get; init; } = [];

    /// <summary>What was typed, over what is not in the form.</summary>
    public JourneyDefinition Over(JourneyDefinition before)
    {
        var behaviours = Behaviours.Where(row => !string.IsNullOrWhiteSpace(row.Statement)).Select(row => row.ToBehaviour()).ToList();
        return before with
        {
            Title = (Title ?? "").Trim(),
            Summary = (Summary ?? "").Trim(),
            Behaviours = behaviours,
            Rubric = new Rubric([.. before.Rubric.Levels.Select((level, i) => i < Levels.Count ? Levels[i].Over(level) : level)], PassLevel),
            Certification = new CertificationRule(Situations, Dates, OtherEyes),
            Grade = new GradeRule(double.TryParse(Maximum, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) ? points : 0),
            StartsOn = Day(StartsOn),
            EndsOn = Day(EndsOn),
            TimeZone = string.IsNullOrWhiteSpace(TimeZone) ? before.TimeZone : TimeZone.Trim(),

            FoundRules = [.. Found.Where(row => !string.IsNullOrWhiteSpace(row.Verb)).Select(row => row.ToRule())],

            // An exercise for a behaviour that was taken out goes with it.
            Reinforcement = before.Reinforcement with
            {
                Exercises = [.. before.Reinforcement.Exercises.Where(exercise => behaviours.Exists(behaviour => behaviour.Id == exercise.BehaviourId))],
            },
        };
    }

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A behaviour as typed.</summary>
public sealed class BehaviourRow
{
    /// <summary>Its key; empty for a new one.</summary>
    public string? Id { get; set; }

    /// <summary>What a competent person does.</summary>
    public string? Statement { get; set; }

    /// <summary>How it shows.</summary>
    public string? ShownBy { get; set; }

    /// <summary>Keys stay once given: evidence refers to them.</summary>
    public Behaviour ToBehaviour() => new(
        string.IsNullOrWhiteSpace(Id) ? "b-" + Guid.NewGuid().ToString("N")[..8] : Id,
        Cut(Statement, 200),
        Cut(ShownBy, 400));

    private static string Cut(string? typed, int longest)
    {
        var text = (typed ?? "").Trim();
        return text.Length <= longest ? text : text[..longest];
    }
}

/// <summary>A level as typed.</summary>
public sealed class LevelRow
{
    /// <summary>One to three words.</summary>
    public string? Name { get; set; }

    /// <summary>How a reviewer recognises it.</summary>
    public string? Guidance { get; set; }

    /// <summary>What was typed, over the level it belongs to.</summary>
    public RubricLevel Over(RubricLevel level) => level with
    {
        Name = string.IsNullOrWhiteSpace(Name) ? level.Name : Name.Trim(),
        Guidance = (Guidance ?? "").Trim(),
    };
}

/// <summary>A rule for evidence found elsewhere, as typed.</summary>
public sealed class FoundRow
{
    /// <summary>IRI of the verb.</summary>
    public string? Verb { get; set; }

    /// <summary>IRI of the activity, or its beginning and a star.</summary>
    public string? Activity { get; set; }

    /// <summary>The behaviour it may show.</summary>
    public string? BehaviourId { get; set; }

    /// <summary>Lowest scaled score, or empty.</summary>
    public string? MinScaled { get; set; }

    /// <summary>Whether success is needed.</summary>
    public bool NeedsSuccess { get; set; }

    /// <summary>What was typed, as the domain keeps it.</summary>
    public FoundRule ToRule() => new(
        (Verb ?? "").Trim(),
        (Activity ?? "").Trim(),
        BehaviourId ?? "",
        double.TryParse(MinScaled, NumberStyles.Float, CultureInfo.InvariantCulture, out var least) ? least : null,
        NeedsSuccess);
}
