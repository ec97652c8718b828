extern alias demolms;

using System.Text.Json.Nodes;
using demolms::LearningBuddy.DemoLms.World;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>What the form of an activity holds: everything of an item that Moodle uses, and nothing else.</summary>
internal sealed record RecordedForm(
    string Name, string Address, string Text, string Icon, string Custom, string Container,
    double? Maximum, string ResourceId, string Tag, string ReviewAddress, string ReviewCustom)
{
    // Moodle's numbers in the form: as the tool says, embedded, in a new window.
    private const string Default = "1";
    private const string Embedded = "2";
    private const string NewWindow = "4";

    /// <summary>The recorded form. From 4.5 on its container is hidden and means nothing.</summary>
    public static RecordedForm Of(JsonObject result, string version)
    {
        var form = result["formFilledIn"]!;
        string Field(string name) => form[name]!.GetValue<string>();
        double? maximum = form["instructorchoiceacceptgrades"]!.GetValue<bool>() ? double.Parse(Field("grade[modgrade_point]")) : null;
        return new(
            Field("name"), Field("toolurl"), Field("introeditor[text]"), Field("icon"), Field("instructorcustomparameters"),
            version == "4.5" ? Default : Field("launchcontainer"),
            maximum, Field("lineitemresourceid"), Field("lineitemtag"), Field("lineitemsubreviewurl"), Field("lineitemsubreviewparams"));
    }

    /// <summary>The same of an activity in the demo LMS.</summary>
    public static RecordedForm Of(Activity activity, LineItem? column) => new(
        activity.Title, activity.Url ?? "", activity.Text, activity.IconUrl ?? "", Lines(activity.Custom),
        activity.IsEmbedded ? Embedded : activity.OpensInWindow ? NewWindow : Default,
        column?.ScoreMaximum, column?.ResourceId ?? "", column?.Tag ?? "",
        column?.SubmissionReview?["url"]?.GetValue<string>() ?? "",
        Lines((column?.SubmissionReview?["custom"]?.AsObject() ?? []).Select(one => KeyValuePair.Create(one.Key, one.Value!.GetValue<string>()))));

    private static string Lines(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('\n', parameters.Select(one => $"{one.Key}={one.Value}"));
}
