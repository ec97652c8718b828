using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.LtiTool.Features.Sprints;

/// <summary>Sprints in the set-up: how many are chosen, and what is in each.</summary>
public sealed class SprintsSectionForm() : SectionForm<SprintsSection>("sprints")
{
    /// <summary>Most sprints that the form shows: more come from a file.</summary>
    public const int MostRows = 12;

    /// <summary>Whether these fields were in the form: an emptied one says as much as a filled one.</summary>
    public bool IsWhole { get; set; }

    /// <summary>How many of them each learner chooses; an empty field is all.</summary>
    public int? Choose { get; set; }

    /// <summary>Days each is planned for.</summary>
    public int? DaysEach { get; set; }

    /// <summary>Whether learners see one thing at a time.</summary>
    public bool SmallSteps { get; set; }

    /// <summary>The sprints, in order; a row without words is left out.</summary>
    public IList<SprintRow> Sprints { get; set; } = [];

    /// <summary>Rows to show: those there are, and one to add.</summary>
    public IEnumerable<SprintRow> Rows => Sprints.Concat(
        Enumerable.Repeat(SprintRow.Of(new Sprint("", "", 0, [])), Math.Clamp(MostRows - Sprints.Count, 0, 1)));

    /// <inheritdoc />
    protected override SprintsSection Default(JourneyDesign design) => new([]);

    /// <inheritdoc />
    protected override void Fill(SprintsSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        (Choose, DaysEach, SmallSteps) = (section.Choose, section.DaysEach, section.SmallSteps);
        Sprints = [.. section.Sprints.Select(SprintRow.Of)];
    }

    /// <summary>A behaviour that was taken out is trained no more.</summary>
    protected override SprintsSection Over(SprintsSection before, JourneyDesign design)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(design);
        bool Trains(string id) => design.FindBehaviour(id) is { Retired: false };
        IEnumerable<Sprint> typed = Sprints.Count == 0
            ? before.Sprints
            : [.. Sprints.Where(row => row.HasWords).Select(row => row.ToSprint(before.Find(row.Id ?? "")))];
        return before with
        {
            Choose = IsWhole ? Choose ?? 0 : before.Choose,
            DaysEach = IsWhole ? DaysEach ?? 0 : before.DaysEach,
            SmallSteps = IsWhole ? SmallSteps : before.SmallSteps,
            Sprints = [.. typed.Select(sprint => sprint with { BehaviourIds = [.. sprint.BehaviourIds.Where(Trains).Distinct()] })],
        };
    }
}

/// <summary>A sprint as typed.</summary>
public sealed class SprintRow
{
    /// <summary>Its key; empty for a new one.</summary>
    public string? Id { get; set; }

    /// <summary>Its name.</summary>
    public string? Title { get; set; }

    /// <summary>Where one meets it at work.</summary>
    public string? Situation { get; set; }

    /// <summary>Keys of what it trains.</summary>
    public IList<string> BehaviourIds { get; set; } = [];

    /// <summary>What to read and watch, and one to add; a row without words is left out.</summary>
    public IList<PartRow> Resources { get; set; } = [];

    /// <summary>What to do, and one to add; a row without words is left out.</summary>
    public IList<PartRow> Activities { get; set; } = [];

    /// <summary>Questions, one a line.</summary>
    public string? Questions { get; set; }

    /// <summary>Whether there is a sprint at all: one whose title is missing is told, not lost.</summary>
    public bool HasWords => CleanText.IsVisible(Title) || CleanText.IsVisible(Situation)
        || Resources.Concat(Activities).Any(part => part.HasWords);

    /// <summary>A row to be changed.</summary>
    public static SprintRow Of(Sprint sprint)
    {
        ArgumentNullException.ThrowIfNull(sprint);
        return new()
        {
            Id = sprint.Id, Title = sprint.Title, Situation = sprint.Situation, BehaviourIds = [.. sprint.BehaviourIds],
            Resources =
            [
                .. sprint.Resources.Select(one => new PartRow
                {
                    Id = one.Id, Title = one.Title, Minutes = one.Minutes, Text = one.Text, Link = one.Link, Resource = one.Kind,
                }),
                .. Spare(sprint.Resources.Count),
            ],
            Activities =
            [
                .. sprint.Activities.Select(one => new PartRow
                {
                    Id = one.Id, Title = one.Title, Minutes = one.Minutes, Text = one.Text, Activity = one.Kind,
                }),
                .. Spare(sprint.Activities.Count),
            ],
            Questions = string.Join('\n', sprint.Questions),
        };
    }

    /// <summary>Keys stay once given: what was chosen and ticked off refers to them.</summary>
    /// <param name="before">The sprint as it was, or null.</param>
    public Sprint ToSprint(Sprint? before) => new(
        TypedKey.Of(Id, "s-"), Line(Title, Sprint.LongestTitle), before?.Minutes ?? 0, [.. BehaviourIds])
    {
        Situation = CleanText.Cut(CleanText.Of(Situation).Trim(), Sprint.LongestText),
        Resources = [.. Resources.Where(row => row.HasWords).Select(row => row.ToResource()).Take(Sprint.MostParts)],
        Activities = [.. Activities.Where(row => row.HasWords).Select(row => row.ToActivity()).Take(Sprint.MostParts)],
        Questions =
        [
            .. CleanText.Of(Questions).Split('\n').Where(CleanText.IsVisible)
                .Select(words => Line(words, Sprint.LongestText)).Take(Sprint.MostQuestions),
        ],
    };

    private static IEnumerable<PartRow> Spare(int there) => there < Sprint.MostParts ? [new PartRow()] : [];

    private static string Line(string? typed, int longest) => CleanText.Cut(CleanText.Line(typed), longest);
}

/// <summary>A resource or an activity as typed.</summary>
public sealed class PartRow
{
    private const int UsualMinutes = 5;

    /// <summary>Its key; empty for a new one.</summary>
    public string? Id { get; set; }

    /// <summary>What it is called.</summary>
    public string? Title { get; set; }

    /// <summary>How long it takes.</summary>
    public int? Minutes { get; set; }

    /// <summary>What a resource is.</summary>
    public ResourceKind Resource { get; set; }

    /// <summary>With whom, or where, an activity is done.</summary>
    public ActivityKind Activity { get; set; }

    /// <summary>The words, or what to do.</summary>
    public string? Text { get; set; }

    /// <summary>Where it is.</summary>
    public string? Link { get; set; }

    /// <summary>Whether there is anything at all: one whose title is missing is told, not lost.</summary>
    public bool HasWords => new[] { Title, Text, Link }.Any(CleanText.IsVisible);

    /// <summary>As a resource.</summary>
    public SprintResource ToResource() => new(TypedKey.Of(Id, "r-"), Named, Minutes ?? UsualMinutes)
    {
        Kind = Resource,
        Text = CleanText.Cut(CleanText.Of(Text).Trim(), SprintResource.LongestText),
        Link = CleanText.Cut(CleanText.Line(Link), SprintResource.LongestLink),
    };

    /// <summary>As an activity.</summary>
    public SprintActivity ToActivity() => new(TypedKey.Of(Id, "a-"), Named, Minutes ?? UsualMinutes)
    {
        Kind = Activity,
        Text = CleanText.Cut(CleanText.Of(Text).Trim(), Sprint.LongestText),
    };

    private string Named => CleanText.Cut(CleanText.Line(Title), Sprint.LongestTitle);
}
