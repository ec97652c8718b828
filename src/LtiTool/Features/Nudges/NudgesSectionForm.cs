using System.Globalization;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>Exercises in the set-up: when they come, to whom, and what they ask for.</summary>
public sealed class NudgesSectionForm() : SectionForm<NudgesSection>("nudges")
{
    private static readonly char[] Separators = [',', ';', ' ', '،', '\t', '\n'];

    /// <summary>What begins a plan; null where the form had none of these fields.</summary>
    public NudgeStart? From { get; set; }

    /// <summary>Days of the plan, as typed, separated by commas.</summary>
    public string? Days { get; set; }

    /// <summary>The share of learners who get none, in percent; an empty field is nobody.</summary>
    public int? HoldOutPercent { get; set; }

    /// <summary>The exercises, in order; a row without a word is left out.</summary>
    public IList<ExerciseRow> Exercises { get; set; } = [];

    /// <summary>Rows to show: those there are, and one to add.</summary>
    public IEnumerable<ExerciseRow> Rows => Exercises.Concat(
        Enumerable.Repeat(new ExerciseRow(), Math.Clamp(NudgesSection.MostExercises - Exercises.Count, 0, 1)));

    /// <inheritdoc />
    protected override NudgesSection Default(JourneyDesign design) => new() { HoldOutPercent = NudgesSection.UsualHeldOut };

    /// <inheritdoc />
    protected override void Fill(NudgesSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        (From, HoldOutPercent) = (section.From, section.HoldOutPercent);
        Days = string.Join(", ", section.Days.Select(day => day.ToString(CultureInfo.InvariantCulture)));
        Exercises = [.. section.Exercises.Select(ExerciseRow.Of)];
    }

    /// <summary>An exercise about something that was taken out goes with it.</summary>
    protected override NudgesSection Over(NudgesSection before, JourneyDesign design)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(design);
        var typed = Exercises.Count == 0
            ? before.Exercises
            : [.. Exercises.Where(row => row.HasWords).Select(row => row.ToExercise(design))];
        return before with
        {
            From = From ?? before.From,
            Days = From is null ? before.Days : [.. DaysTyped(Days ?? "")],
            HoldOutPercent = From is null ? before.HoldOutPercent : HoldOutPercent ?? 0,
            Exercises = [.. typed.Where(exercise => exercise.IsOf(design))],
        };
    }

    /// <summary>What is no number is day 0, which the rules find.</summary>
    private static IEnumerable<int> DaysTyped(string typed) =>
        from word in typed.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        select int.TryParse(AsciiDigits(word), NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day : 0;

    private static string AsciiDigits(string word) =>
        string.Concat(word.Select(one => char.IsDigit(one) ? (char)('0' + char.GetNumericValue(one)) : one));
}

/// <summary>An exercise as typed.</summary>
public sealed class ExerciseRow
{
    /// <summary>Tells a sprint's key from a behaviour's.</summary>
    public const string OfSprint = "sprint:";

    /// <summary>Its key; empty for a new one.</summary>
    public string? Id { get; set; }

    /// <summary>What it asks for.</summary>
    public ExerciseKind Kind { get; set; }

    /// <summary>What it is about: the key of a behaviour, or of a sprint with <see cref="OfSprint"/> before it.</summary>
    public string? BehaviourId { get; set; }

    /// <summary>What to do.</summary>
    public string? Text { get; set; }

    /// <summary>The same in other words, one wording a line.</summary>
    public string? OtherWordings { get; set; }

    /// <summary>Where it is usually done.</summary>
    public string? Place { get; set; }

    /// <summary>What a good answer has in it.</summary>
    public string? Answer { get; set; }

    /// <summary>The part of the course.</summary>
    public string? Link { get; set; }

    /// <summary>Whether there is an exercise at all.</summary>
    public bool HasWords => CleanText.IsVisible(Text) || CleanText.IsVisible(OtherWordings) || CleanText.IsVisible(Answer);

    /// <summary>A row to be changed.</summary>
    public static ExerciseRow Of(Exercise exercise)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        return new()
        {
            Id = exercise.Id, Kind = exercise.Kind, Text = exercise.Text,
            BehaviourId = exercise.SprintId is { } sprint ? OfSprint + sprint : exercise.BehaviourId,
            OtherWordings = string.Join('\n', exercise.Wordings.Skip(1)), Place = exercise.Place, Answer = exercise.Answer,
            Link = exercise.Link,
        };
    }

    /// <summary>The behaviour that its mail names: its own, or the first that its sprint trains; null for none.</summary>
    public Behaviour? Trains(JourneyDesign design)
    {
        var exercise = ToExercise(design);
        IReadOnlyList<string> ids = exercise.SprintId is { } sprint
            ? design.Find<SprintsSection>()?.Find(sprint)?.BehaviourIds ?? [] : [exercise.BehaviourId];
        return ids.Select(design.FindBehaviour).OfType<Behaviour>().FirstOrDefault();
    }

    /// <summary>
    /// Keys stay once given: what was asked refers to them. What is too much or too long stays as it was typed: the rules say so, and
    /// nothing of it is lost.
    /// </summary>
    public Exercise ToExercise(JourneyDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        var sprint = BehaviourId?.StartsWith(OfSprint, StringComparison.Ordinal) == true ? BehaviourId[OfSprint.Length..] : null;
        var behaviour = sprint is null ? design.FindBehaviour(BehaviourId ?? "") ?? design.ActiveBehaviours.FirstOrDefault() : null;
        return new(TypedKey.Of(Id, "e-"), CleanText.Line(Text), behaviour?.Id ?? "")
        {
            SprintId = sprint,
            Kind = Kind,
            OtherWordings =
            [
                .. CleanText.Of(OtherWordings).Split('\n').Where(CleanText.IsVisible).Select(line => CleanText.Line(line)),
            ],
            Place = CleanText.Line(Place),
            Answer = CleanText.Line(Answer),
            Link = CleanText.Cut(CleanText.Line(Link), Exercise.LongestLink),
        };
    }
}
