using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Grades;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Path;
using LearningBuddy.Shared.Questions;
using LearningBuddy.Shared.Reviews;
using LearningBuddy.Shared.Sessions;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.SampleData.World;

/// <summary>The learning designs of the sample.</summary>
internal static class Designs
{
    private static readonly IReadOnlyList<string> EnglishExercises =
        ["Once more today: ", "From memory, in three points: ", "Look it up in the course, then: ", "Today, with somebody watching: "];

    private static readonly IReadOnlyList<string> GermanExercises =
        ["Heute noch einmal: ", "Aus dem Kopf, in drei Punkten: ", "Im Kurs nachsehen, dann: ", "Heute, und jemand schaut zu: "];

    private static readonly IReadOnlyList<(string Name, ExerciseKind Kind)> ExerciseKinds =
        [("again", ExerciseKind.Do), ("recall", ExerciseKind.Recall), ("revisit", ExerciseKind.Revisit), ("watched", ExerciseKind.Do)];

    private static readonly DesignWords English = new(
        ["Weekly team meeting with eight people", "Project review with the customer", "First talk with a new colleague",
            "Planning for the next quarter"],
        ["I prepared one question and waited for the answer.", "I said at the start what I wanted to try.", "I asked before I advised."],
        ["It took longer than usual, and it was worth it.", "Two people said more than in the last month.",
            "We parted with one clear agreement."],
        ["One can see exactly what you did.", "You stayed with it although it was uncomfortable."],
        ["Say next time what the others did then.", "Try it where it is harder."],
        ["Try it once a week", "Ask one person afterwards how it was for them", "Leave the last five minutes free"],
        "Circle", "Certificate");

    private static readonly DesignWords German = new(
        ["Übergabe an die Spätschicht", "Übergabe nach einem Notfall", "Übergabe per Telefon", "Übergabe mit einer neuen Kollegin"],
        ["Ich habe die Reihenfolge der Karte eingehalten.", "Ich habe um Wiederholung gebeten.", "Ich habe das Wichtigste zuerst gesagt."],
        ["Es gab keine Rückfrage mehr.", "Ein Missverständnis fiel sofort auf.", "Es ging schneller als sonst."],
        ["Man sieht genau, was Sie getan haben.", "Sie sind drangeblieben, obwohl es hektisch war."],
        ["Schreiben Sie beim nächsten Mal, was die anderen dann taten.", "Versuchen Sie es auch nachts."],
        ["Einmal in der Woche bewusst üben", "Danach eine Person fragen, wie es für sie war", "Die letzten fünf Minuten freihalten"],
        "Kreis", "Zertifikat");

    private static readonly Rubric Rubric = new(
        [new(0, "Not yet"), new(1, "Tried it"), new(2, "Can do it"), new(3, "Can help others")], PassLevel: 2);

    private static readonly Rubric GermanRubric = new(
        [new(0, "Noch nicht"), new(1, "Versucht"), new(2, "Kann es"), new(3, "Kann anderen helfen")], PassLevel: 2);

    /// <value>Leading meetings.</value>
    public static SampleDesign Meetings { get; } = new(
        Design("sample-meetings", "Meetings that decide", Rubric,
            [
                new("quiet-voices", "Draw out quiet voices"),
                new("clear-decision", "Close with a clear decision"),
                new("keeps-time", "Keep to the time"),
            ],
            ["Large meetings", "Meetings by video", "Meetings with customers"]),
        "Leadership academy", ["The silent meeting", "Two who argue", "The agenda that was too long"], English);

    /// <value>Giving feedback.</value>
    public static SampleDesign Feedback { get; } = new(
        Design("sample-feedback", "Feedback that helps", Rubric,
            [
                new("asks-first", "Ask before giving feedback"),
                new("one-thing", "Name one thing that could be seen"),
                new("next-step", "Agree on a next step"),
            ],
            ["Feedback to a peer", "Feedback to the boss", "Feedback after a failure"]),
        "Working together", ["The defensive colleague", "Praise that sounds hollow"], English);

    /// <value>Handing over in care, in German; certificates hold half a year.</value>
    public static SampleDesign Handover { get; } = new(
        Design("sample-handover", "Sicher übergeben", GermanRubric,
            [
                new("order", "Die Reihenfolge einhalten"),
                new("read-back", "Wiederholen lassen"),
                new("first-things", "Das Wichtigste zuerst sagen"),
            ],
            ["Übergabe am Bett", "Übergabe am Telefon", "Übergabe im Notfall"],
            GermanExercises, validDays: 180) with { Language = "de" },
        "Pflegeakademie", ["Die eilige Übergabe", "Drei Unterbrechungen"], German);

    private static JourneyDesign Design(
        string id, string title, Rubric rubric, IReadOnlyList<Behaviour> behaviours, IReadOnlyList<string> sprints,
        IReadOnlyList<string>? exercises = null, int? validDays = null) => new()
    {
        TemplateId = id,
        Title = title,
        Behaviours = behaviours,
        Sections = DesignSections.Of(
            new PathSection { Scale = [.. rubric.Levels.Select(level => level.Name)] },
            new SprintsSection([.. sprints.Select((sprint, index) => Sprint(index, sprint, behaviours))]) { Choose = 2, DaysEach = 21 },
            new BuddiesSection(),
            new SessionsSection(),
            new EvidenceSection(),
            new ReviewsSection(rubric),
            new CertificationSection(ValidDays: validDays),
            new QuestionsSection(),
            new NudgesSection
            {
                HoldOutPercent = NudgesSection.UsualHeldOut,
                Exercises = [.. Exercises(behaviours, exercises ?? EnglishExercises)],
            },
            new GradesSection()),
    };

    /// <summary>Four things to read, one to try at work.</summary>
    private static Sprint Sprint(int index, string title, IReadOnlyList<Behaviour> behaviours) =>
        new($"sprint-{index + 1}", title, 0, [.. behaviours.Select(behaviour => behaviour.Id)])
        {
            Resources = [.. Enumerable.Range(1, 4).Select(part => new SprintResource($"part-{part}", $"{title} {part}", 6 + (4 * index)))],
            Activities = [new SprintActivity("try", title, 20) { Kind = ActivityKind.Work }],
        };

    private static IEnumerable<Exercise> Exercises(IReadOnlyList<Behaviour> behaviours, IReadOnlyList<string> words) =>
        from kind in ExerciseKinds.Index()
        from behaviour in behaviours
        select new Exercise($"{kind.Item.Name}-{behaviour.Id}", words[kind.Index] + behaviour.Statement, behaviour.Id)
        {
            Kind = kind.Item.Kind,
        };
}
