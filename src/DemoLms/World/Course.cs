using System.Collections.Concurrent;

namespace LearningBuddy.DemoLms.World;

/// <summary>What a course tells tools about people.</summary>
[Flags]
public enum Disclosure
{
    Nothing = 0,
    Names = 1,
    Email = 2,
    Everything = Names | Email,
}

/// <summary>A course of one school.</summary>
/// <param name="id">The context id tools see.</param>
/// <param name="number">The number in addresses; the same as the id in Moodle.</param>
/// <param name="deploymentId">The deployment its launches belong to.</param>
/// <param name="history">Context ids this course was copied from, newest first.</param>
public sealed class Course(string id, int number, string label, string title, string deploymentId, IReadOnlyList<string> history)
{
    private readonly ConcurrentDictionary<string, Enrolment> enrolments = new();
    private readonly ConcurrentDictionary<string, Activity> activities = new();
    private readonly ConcurrentDictionary<int, LineItem> lineItems = new();

    public string Id { get; } = id;

    public int Number { get; } = number;

    public string Label { get; } = label;

    public string Title { get; } = title;

    public string DeploymentId { get; } = deploymentId;

    /// <value>Context ids this course was copied from, newest first; platforms cut it or lose it (<c>truncated</c>, <c>timed
    /// out</c>).</value>
    public IReadOnlyList<string> History { get; set; } = history;

    /// <value>The number the registrar's office knows the course by.</value>
    public string SourcedId { get; init; } = label;

    public required DateTimeOffset StartsAt { get; init; }

    public Disclosure Disclosure { get; set; } = Disclosure.Everything;

    public IEnumerable<Enrolment> Enrolments => enrolments.Values.OrderBy(e => e.Person.FamilyName, StringComparer.Ordinal)
        .ThenBy(e => e.Person.GivenName, StringComparer.Ordinal);

    public IEnumerable<Activity> Activities => activities.Values.OrderBy(a => a.Number);

    public IEnumerable<LineItem> LineItems => lineItems.Values.OrderBy(i => i.Number);

    public void Enrol(Enrolment enrolment) => enrolments[enrolment.Person.Sub] = enrolment;

    public void Unenrol(string sub) => enrolments.TryRemove(sub, out _);

    public Enrolment? FindEnrolment(string sub) => enrolments.GetValueOrDefault(sub);

    public void Add(Activity activity) => activities[activity.Id] = activity;

    public Activity? FindActivity(string activityId) => activities.GetValueOrDefault(activityId);

    public void Add(LineItem item) => lineItems[item.Number] = item;

    public LineItem? FindLineItem(int itemNumber) => lineItems.GetValueOrDefault(itemNumber);

    public bool Remove(LineItem item) => lineItems.TryRemove(item.Number, out _);

    /// <summary>The columns that belong to an activity; a launch names the column only when there is exactly one.</summary>
    public IReadOnlyList<LineItem> LineItemsOf(Activity activity) => [.. LineItems.Where(i => i.ActivityId == activity.Id)];
}
