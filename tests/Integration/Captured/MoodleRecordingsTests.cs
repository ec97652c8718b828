using LearningBuddy.Tests.Integration.Lti;
using Xunit;

namespace LearningBuddy.Tests.Integration.Captured;

/// <summary>
/// No recording lies about unused: each file is named by a test of each side, or stands in <see cref="NotReplayed"/> with a reason. A
/// name is a text in a test's source, since a folder that is read by a wildcard proves nothing of a single file.
/// </summary>
public sealed class MoodleRecordingsTests
{
    /// <summary>Says where and when, and is no traffic.</summary>
    private const string About = "capture-info";

    public static TheoryData<string> Versions => [.. CapturedMoodle.Versions];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_recording_is_named_by_a_test_of_the_tool(string version) =>
        Assert.Empty(Unnamed(version, SourcesOf("Lti/Lms/Moodle"), NotReplayed.ByTheTool));

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_recording_is_named_by_a_test_of_the_demo_lms(string version) =>
        Assert.Empty(Unnamed(version, SourcesOf("DemoLms"), NotReplayed.ByTheDemoLms));

    [Fact]
    public void Every_exception_is_a_recording_that_is_there()
    {
        var all = CapturedMoodle.Versions.SelectMany(Stems).ToHashSet();

        Assert.All(NotReplayed.ByTheTool.Keys.Concat(NotReplayed.ByTheDemoLms.Keys), exception =>
            Assert.Contains(all, stem => IsMeant(exception, stem)));
    }

    /// <summary>A test that names one release alone says nothing of the other.</summary>
    [Fact]
    public void No_replay_is_of_one_release_alone() => Assert.All(
        SourcesOf("Lti/Lms/Moodle").Concat(SourcesOf("DemoLms").Where(IsMoodleReplay)).Where(source => !IsOfTheBrowser(source)),
        source => Assert.Equal(NamesRelease(source, "4.5"), NamesRelease(source, "4.2")));

    private static List<string> Unnamed(string version, IReadOnlyList<string> sources, IReadOnlyDictionary<string, string> exceptions) =>
    [
        .. Stems(version)
            .Where(stem => !exceptions.Keys.Any(exception => IsMeant(exception, stem)))
            .Where(stem => !sources.Any(source => Names(source, stem))),
    ];

    /// <summary>In one piece, or the exchange and the kind of file in the same source.</summary>
    private static bool Names(string source, string stem)
    {
        var dot = stem.IndexOf('.', StringComparison.Ordinal);
        return source.Contains($"\"{stem}\"", StringComparison.Ordinal)
            || source.Contains($"\"{stem}.", StringComparison.Ordinal)
            || (dot > 0 && source.Contains($"\"{stem[..dot]}\"", StringComparison.Ordinal)
                && source.Contains($"\"{stem[dot..]}", StringComparison.Ordinal));
    }

    private static bool IsMeant(string exception, string stem) => exception.EndsWith('/')
        ? stem.StartsWith(exception, StringComparison.Ordinal)
        : stem == exception || (!exception.Contains('.', StringComparison.Ordinal) && stem.StartsWith(exception + ".", StringComparison.Ordinal));

    /// <summary>Every file without its ending.</summary>
    private static IEnumerable<string> Stems(string version)
    {
        var root = Path.Combine(CapturedMoodle.Root, "moodle-" + version);
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(root, file), null).Replace('\\', '/'))
            .Where(stem => stem != About)
            .Distinct();
    }

    private static List<string> SourcesOf(string folder) =>
        [.. Directory.EnumerateFiles(TestFolder.Repository("tests/Integration/" + folder), "*.cs").Select(File.ReadAllText)];

    private static bool IsMoodleReplay(string source) => source.Contains("RecordedMoodle.StartAsync", StringComparison.Ordinal);

    /// <summary>Cookies are the browser's, and were looked at once.</summary>
    private static bool IsOfTheBrowser(string source) => source.Contains("\"browser-cookies.json\"", StringComparison.Ordinal);

    private static bool NamesRelease(string source, string version) => source.Contains($"\"{version}\"", StringComparison.Ordinal);
}
