namespace LearningBuddy.Shared.Journeys;

/// <summary>What a definition must hold to, whoever wrote it: a form, a template file or a deep link of last year.</summary>
public static class DefinitionRules
{
    /// <summary>The longest title.</summary>
    public const int LongestTitle = 120;

    /// <summary>Most behaviours of one journey.</summary>
    public const int MostBehaviours = 12;

    /// <summary>Lists what is wrong; empty when all is well. Paths are those of the template's JSON, so that both form and file can point at the place.</summary>
    public static IReadOnlyList<DefinitionFault> Check(JourneyDefinition definition)
    {
        var faults = new List<DefinitionFault>();
        CheckTitle(definition, faults);
        CheckBehaviours(definition, faults);
        CheckRubric(definition.Rubric, faults);
        CheckNumbers(definition, faults);
        CheckExercises(definition, faults);
        return faults;
    }

    private static void CheckTitle(JourneyDefinition definition, List<DefinitionFault> faults)
    {
        if (string.IsNullOrWhiteSpace(definition.Title))
        {
            faults.Add(new("title", "Give it a title."));
        }
        else if (definition.Title.Length > LongestTitle)
        {
            faults.Add(new("title", "Make the title 120 characters or shorter."));
        }
    }

    private static void CheckBehaviours(JourneyDefinition definition, List<DefinitionFault> faults)
    {
        if (definition.Behaviours.Count is 0 or > MostBehaviours)
        {
            faults.Add(new("behaviours", "Name one to twelve behaviours."));
        }

        if (definition.Behaviours.Any(behaviour => string.IsNullOrWhiteSpace(behaviour.Statement)))
        {
            faults.Add(new("behaviours", "Say in words what each behaviour is."));
        }

        if (definition.Behaviours.DistinctBy(behaviour => behaviour.Id).Count() != definition.Behaviours.Count)
        {
            faults.Add(new("behaviours", "Each behaviour needs a key of its own."));
        }
    }

    private static void CheckRubric(Rubric rubric, List<DefinitionFault> faults)
    {
        if (rubric.Levels.Count < 2)
        {
            faults.Add(new("rubric.levels", "A rubric has at least two levels."));
            return;
        }

        if (rubric.Levels.Zip(rubric.Levels.Skip(1)).Any(pair => pair.First.Value >= pair.Second.Value))
        {
            faults.Add(new("rubric.levels", "List the levels from lowest to highest."));
        }

        if (rubric.Levels.All(level => level.Value != rubric.PassLevel) || rubric.PassLevel == rubric.Lowest)
        {
            faults.Add(new("rubric.passLevel", "The level that confirms is one of the levels, and not the lowest."));
        }
    }

    private static void CheckNumbers(JourneyDefinition definition, List<DefinitionFault> faults)
    {
        if (definition.Grade.Maximum is not (> 0 and <= 1000))
        {
            faults.Add(new("grade.maximum", "Points lie between 1 and 1000."));
        }

        if (definition.Certification is not { Situations: >= 1 and <= 10, Dates: >= 1 } rule || rule.Dates > rule.Situations)
        {
            faults.Add(new("certification", "Ask for one to ten situations, and for no more dates than situations."));
        }

        if (definition.EndsOn < definition.StartsOn)
        {
            faults.Add(new("endsOn", "The last day lies after the first."));
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(definition.TimeZone, out _))
        {
            faults.Add(new("timeZone", "Use a time zone's name, such as Europe/Berlin."));
        }
    }

    private static void CheckExercises(JourneyDefinition definition, List<DefinitionFault> faults)
    {
        if (definition.FoundRules.Any(rule => definition.FindBehaviour(rule.BehaviourId) is null))
        {
            faults.Add(new("foundRules", "What is found elsewhere shows one of the behaviours."));
        }

        if (definition.FoundRules.Any(rule => !rule.Verb.Contains(':', StringComparison.Ordinal) || !rule.Activity.Contains(':', StringComparison.Ordinal)))
        {
            faults.Add(new("foundRules", "Verb and activity are whole addresses, such as http://adlnet.gov/expapi/verbs/passed."));
        }

        foreach (var exercise in definition.Reinforcement.Exercises.Where(exercise => definition.FindBehaviour(exercise.BehaviourId) is null))
        {
            faults.Add(new("reinforcement.exercises", $"The exercise '{exercise.Id}' trains a behaviour that isn't there: '{exercise.BehaviourId}'."));
        }
    }
}

/// <summary>One thing that is wrong with a definition.</summary>
/// <param name="Path">Where, as in the template's JSON.</param>
/// <param name="Message">What to do about it; a whole sentence.</param>
public readonly record struct DefinitionFault(string Path, string Message);
