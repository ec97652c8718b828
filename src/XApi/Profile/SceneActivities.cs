using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.XApi.Profile;

/// <summary>
/// The activities of a journey and their ids: one id means one thing for ever, and every id is an address of the tool
/// that answers. Names are neutral; what people wrote themselves is kept apart as a personal title.
/// </summary>
internal sealed class SceneActivities(StatementScene scene)
{
    private readonly string root = ActivityIris.Root(scene.ToolBase);

    public NeutralActivity Journey =>
        new(ActivityIris.Journey(scene.ToolBase, scene.JourneyId), ActivityTypes.Course, Authored(scene.Design.Title));

    public NeutralActivity Course => new(scene.Course.Id, scene.Course.Type, Authored(scene.Course.Title));

    public NeutralActivity Sprint(string key) => new(
        ActivityIris.Sprint(scene.ToolBase, scene.JourneyId, key),
        ActivityTypes.Module,
        Authored(scene.Design.Find<SprintsSection>()?.Find(key)?.Title ?? key));

    public NeutralActivity Competency(string key) => new(
        ActivityIris.Behaviour(scene.ToolBase, scene.JourneyId, key),
        ActivityTypes.Competency,
        Authored(scene.Design.FindBehaviour(key)?.Statement ?? key));

    public NeutralActivity Pairing(Guid id) =>
        Named("pairings", id, ActivityTypes.BuddyPairing, ActivityNames.Pairing);

    public NeutralActivity PracticePair(Guid id) =>
        Named("practice-pairs", id, ActivityTypes.BuddyPairing, ActivityNames.PracticePair);

    public NeutralActivity Circle(Guid id) => Named("circles", id, ActivityTypes.Group, ActivityNames.Circle);

    public NeutralActivity Circle(Guid id, string name) => new(root + $"circles/{id:D}", ActivityTypes.Group, Authored(name));

    public NeutralActivity Breakout(Guid id) => Named("breakouts", id, ActivityTypes.Group, ActivityNames.Breakout);

    public NeutralActivity Session(Guid id) => Named("sessions", id, ActivityTypes.GroupSession, ActivityNames.GroupSession);

    public NeutralActivity Takeaway(Guid id) => Named("takeaways", id, ActivityTypes.Takeaway, ActivityNames.Takeaway);

    public NeutralActivity Meeting(Guid id, Words name) => Named("meetings", id, ActivityTypes.Meeting, name);

    public NeutralActivity Scenario(string name) =>
        new(root + $"scenarios/{scene.JourneyId:D}/{Uri.EscapeDataString(name)}", ActivityTypes.Simulation, Authored(name));

    public NeutralActivity Evidence(Guid id, string? title = null) =>
        Named("evidence", id, ActivityTypes.PracticeEvidence, ActivityNames.Evidence.With(ShortKey(id)), title);

    public NeutralActivity Feedback(Guid id) => Named("feedback", id, ActivityTypes.Review, ActivityNames.Feedback);

    public NeutralActivity Credential(Guid id, string name) => new(root + $"credentials/{id:D}", ActivityTypes.Badge, Authored(name));

    public NeutralActivity Commitment(Guid id, string? words = null) =>
        Named("commitments", id, ActivityTypes.Commitment, ActivityNames.Commitment, words);

    public NeutralActivity Goal(Guid id, string? words = null) =>
        Named("goals", id, ActivityTypes.Goal, ActivityNames.Goal, words);

    public NeutralActivity Step(Guid id) => Named("steps", id, ActivityTypes.Step, ActivityNames.Step);

    public NeutralActivity Question(Guid id) => Named("questions", id, ActivityTypes.Question, ActivityNames.Question);

    public NeutralActivity Nudge(Guid id, string exercise) => new(
        root + $"nudges/{id:D}",
        ActivityTypes.Message,
        Authored(scene.Design.Find<NudgesSection>()?.Find(exercise)?.Text ?? exercise));

    public NeutralActivity LineItem(string address) => new(
        Uri.IsWellFormedUriString(address, UriKind.Absolute) ? address : root + $"line-items/{scene.JourneyId:D}",
        ActivityTypes.Assessment,
        ActivityNames.GradeColumn.In(scene.Language));

    /// <summary>The tool's address without a trailing slash.</summary>
    public static string ToolRoot(StatementScene scene) => scene.ToolBase.AbsoluteUri.TrimEnd('/');

    private NeutralActivity Named(string collection, Guid id, string type, Words name, string? title = null) =>
        new(root + $"{collection}/{id:D}", type, name.In(scene.Language), title);

    /// <summary>Enough of an id to tell two rows of a chart apart.</summary>
    private static string ShortKey(Guid id) => id.ToString("N")[^6..];

    private Dictionary<string, string> Authored(string text) => new() { [scene.Language] = text };
}
