using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.Nudges;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>
/// One learner's history, told in short sentences (<see cref="StorySentences"/>): each is noted, all that follows from it follows, and time
/// passes only where a sentence says so. Whoever is named in a sentence has an id that comes from the name.
/// </summary>
internal sealed class Story
{
    private readonly List<RecordedEvent> history = [];
    private readonly Dictionary<(string Kind, Guid Subject), DateTimeOffset> due = [];
    private readonly TimeZoneInfo zone;

    private Story(JourneyDesign design, TimeZoneInfo zone) =>
        (Design, this.zone, Pace) = (design, zone, MessagePace.Default with { Zone = zone });

    public static Guid Learner { get; } = Id("learner");

    public JourneyDesign Design { get; set; }

    public Progress Progress { get; private set; } = Progress.None;

    public DateTimeOffset Now { get; private set; } = A.Monday;

    /// <summary>Whether the learner is in the course.</summary>
    public bool IsInCourse { get; set; } = true;

    /// <summary>When the learner wants to be reached.</summary>
    public MessagePace Pace { get; set; }

    public IReadOnlyList<RecordedEvent> History => history;

    /// <summary>What is due and has not come yet.</summary>
    public IEnumerable<(string Kind, Guid Subject, DateTimeOffset At)> Due =>
        due.Select(item => (item.Key.Kind, item.Key.Subject, item.Value));

    /// <summary>What followed from the last sentence beside what it says itself.</summary>
    public IReadOnlyList<JourneyEvent> Followed { get; private set; } = [];

    public IReadOnlyList<NextStep> Steps => StepRules.For(Design, Progress, Now);

    /// <summary>What waits for people because of this learner, as the tool counts it.</summary>
    public IReadOnlyList<Attention> Attention =>
    [
        .. Themes.All.Where(theme => theme.IsOn(Design) && theme.Attention is not null)
            .SelectMany(theme => theme.Attention!(Design, Progress)),
    ];

    /// <summary>Tells a story from the start.</summary>
    public static Story Of(JourneyDesign design, string sentences, TimeZoneInfo? zone = null)
    {
        var story = new Story(design, zone ?? TimeZoneInfo.Utc);
        foreach (var sentence in sentences.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            StorySentences.Tell(story, sentence);
        }

        return story;
    }

    public static Story Of(string design, string sentences) => Of(A.Design(design), sentences);

    /// <summary>The same name is the same thing in every story.</summary>
    public static Guid Id(string name) => DerivedId.From(Guid.Empty, name);

    /// <summary>Something happened.</summary>
    public RecordedEvent Happened(JourneyEvent what, Guid? by = null)
    {
        var before = history.Count;
        var first = Record(what, by ?? Learner);
        Consequences.Follow(
            first,
            further => Record(further.What, further.By.PersonId),
            later => due[(later.Kind, later.Subject)] = later.At);

        Followed = [.. history.Skip(before + 1).Select(entry => entry.What)];
        return first.Event;

        Happening Record(JourneyEvent entry, Guid actor)
        {
            var recorded = new RecordedEvent(
                Id($"event {history.Count}"), Id("journey"), Id("participation"), Learner, actor, Now, entry);
            var happening = new Happening(Design, Progress, Progress.After(recorded), recorded, zone);
            Progress = happening.After;
            history.Add(recorded);
            // One entry after the other, as in life: days are not touched by it.
            Now += TimeSpan.FromMilliseconds(1);
            return happening;
        }
    }

    /// <summary>Time passes; what becomes due meanwhile comes at its time, or is left where nothing comes of it.</summary>
    public void Wait(TimeSpan time, bool withoutTheWorker)
    {
        var until = Now + time;
        while (!withoutTheWorker && due.Where(item => item.Value <= until).OrderBy(item => item.Value).ToList() is [var (key, at), ..])
        {
            Now = at > Now ? at : Now;
            due.Remove(key);
            if (StorySentences.WhenDue(this, key.Kind, key.Subject) is { } what)
            {
                Happened(what, Guid.Empty);
            }
        }

        Now = until;
    }

    /// <summary>A new version of the design holds.</summary>
    public void Redesign(JourneyDesign design)
    {
        Design = design;
        Happened(new DesignChanged(2), Guid.Empty);
    }

    /// <summary>The nudge that was planned as the first, second …</summary>
    public NudgeRef Nudge(int number) => Progress.Of<NudgesProgress>().All[number - 1].Nudge;
}
