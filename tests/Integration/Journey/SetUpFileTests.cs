using System.Text;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>A journey is saved as a file, and started from one.</summary>
public sealed class SetUpFileTests() : JourneyScene(onPostgres: false)
{
    private static readonly string Teaches = ScriptedSchool.Membership + "Instructor";

    [Fact]
    public async Task A_journey_starts_from_the_file_that_another_was_saved_as()
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage);
        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        await teacher.PressAsync("setup.use-template");
        var file = await FileAsync(teacher);
        var changed = file.Replace("give the first word", "give the very first word", StringComparison.Ordinal);
        Assert.NotEqual(file, changed);

        await teacher.GoAsync("/setup/add");
        await teacher.PressWithFileAsync("setup.file-take", "mine.json", Encoding.UTF8.GetBytes(changed));

        Assert.Equal(Wording.Of("setup.part.basics"), teacher.Heading);
        var texts = Stage.Look(db => db.DesignVersions.AsEnumerable().Select(row => row.Content.Find<NudgesSection>()!.Exercises[0].Text).ToList());
        Assert.Contains(texts, text => text.Contains("very first word", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ \"templateId\": \"x\", }", "Line 1")]
    [InlineData("{ \"templateId\": \"x\",\n \"title\": \"One\",\n \"colour\": 1,\n \"behaviours\": [], \"sections\": {} }", "Line 3")]
    [InlineData("no json", "Line 1")]
    [InlineData("{ \"templateId\": \"x\",\n \"title\": \"One\",\n \"title\": \"Two\" }", "Line")]
    [InlineData("{ \"templateId\": \"x\", \"title\": \"\\ud800\" }", "Line 1")]
    [InlineData("", "KiB")]
    public async Task A_file_with_faults_makes_nothing_and_says_what_and_where(string content, string told)
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage);
        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        var before = Stage.Look(db => db.DesignVersions.Count());

        await teacher.PressWithFileAsync("setup.file-take", "mine.json", Encoding.UTF8.GetBytes(content));

        Assert.Contains(told, teacher.Page.QuerySelector("#file [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, Stage.Look(db => db.DesignVersions.Count()));
    }

    private static async Task<string> FileAsync(Visitor teacher)
    {
        using var program = new HttpClient();
        var link = teacher.Page.QuerySelector("a[data-text='setup.take-file']")!.GetAttribute("href")!;
        program.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var text = await program.GetStringAsync(new Uri(teacher.Address, link));
        Assert.True(text.StartsWith('{'), link + "\n" + text);
        return text;
    }
}
