using LearningBuddy.Shared.Events;
using LearningBuddy.Shared.Journeys;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>Test data: what does not matter in a test is said here.</summary>
internal static class A
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Learner = Guid.Parse("00000000-0000-4000-8000-000000000001");

    public static JourneyDefinition Definition() => new()
    {
        TemplateId = "test",
        Title = "Test",
        Behaviours = [new("one", "Does one"), new("two", "Does two"), new("three", "Does three")],
        Rubric = new([new(0, "Not yet"), new(1, "Tried"), new(2, "Can")], PassLevel: 2),
        Reinforcement = new() { Exercises = [new("e1", "Do one.", "one"), new("e2", "Do two.", "two")] },
    };

    public static RecordedEvent Event(JourneyEvent what, DateTimeOffset? at = null, Guid? actor = null) =>
        new(Guid.NewGuid(), Guid.Empty, Guid.Empty, Learner, actor ?? Learner, at ?? Monday, what);

    public static EvidenceRef Piece(Guid id, int revision = 1, params string[] behaviours) =>
        new(id, revision, "A piece", [.. behaviours.Select(behaviour => new BehaviourRef(behaviour, behaviour))]);

    public static RecordedEvent Submitted(Guid id, string behaviour, DateOnly? on = null, DateTimeOffset? at = null) =>
        Event(new JourneyEvent.EvidenceSubmitted(Piece(id, 1, behaviour), EvidenceKind.OnTheJob, on, []), at);

    public static RecordedEvent Confirmed(string behaviour, string comment = "Good.", Guid? id = null) =>
        Event(new JourneyEvent.EvidenceConfirmed(Piece(id ?? Guid.NewGuid(), 1, behaviour), Guid.NewGuid(), new Points(2, 0, 2), comment));
}
