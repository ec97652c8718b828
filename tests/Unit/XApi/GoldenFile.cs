using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

/// <summary>
/// Files with what was agreed. To accept a change, run the tests once with <c>ACCEPT_GOLDEN=1</c> and read the difference before it is committed.
/// </summary>
internal static class GoldenFile
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void ShouldHold(string name, byte[] json)
    {
        var path = PathOf(name);
        using var document = JsonDocument.Parse(json);
        var text = JsonSerializer.Serialize(document.RootElement, Indented).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"There is no golden file {name}.");
        Assert.Equal(File.ReadAllText(path), text);
    }

    public static IReadOnlyList<string> Names() => [.. Directory.GetFiles(PathOf("")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    private static string PathOf(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "golden", name);
}
