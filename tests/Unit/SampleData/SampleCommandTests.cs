using System.Text.Json;
using Xunit;

namespace LearningBuddy.Tests.Unit.SampleData;

public sealed class SampleCommandTests
{
    [Fact]
    public async Task It_writes_one_statement_a_line()
    {
        var (code, output, error) = await Sample.RunAsync("--seed", "3", "--learners", "12", "--from", "2026-01-01", "--until", "2026-04-01", "--version", "1.0.3");

        var lines = output.TrimEnd('\n').Split('\n');
        Assert.Equal(0, code);
        Assert.Equal($"{lines.Length} statements.", error.Trim());
        Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, JsonElement.Parse(line).ValueKind));
        Assert.DoesNotContain("contextAgents", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_writes_the_same_to_a_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            var (code, output, _) = await Sample.RunAsync("--learners", "5", "--out", file);

            Assert.Equal(0, code);
            Assert.Empty(output);
            Assert.Equal((await Sample.RunAsync("--learners", "5")).Output, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("--learners 0", "--learners is a number from 1 to 5000.")]
    [InlineData("--learners many", "Cannot parse argument 'many' for option '--learners' as expected type 'System.Int32'.")]
    [InlineData("--from yesterday", "--from is a day such as 2026-03-31.")]
    [InlineData("--until 2025-11-20", "--until lies at least 56 days after --from.")]
    [InlineData("--version 3", "--version is 2.0.0 or 1.0.3.")]
    [InlineData("--to ftp://records.example --key k --secret s", "--to is an address such as http://localhost:5080/xapi/.")]
    [InlineData("--to http://records.example/xapi/ --key k", "--to needs --key and --secret.")]
    [InlineData("--to http://records.example/xapi/ --key k --secret s --out x", "--out and --to don't go together.")]
    [InlineData("--sed 7", "Unrecognized command or argument '--sed'.")]
    public async Task A_wrong_command_line_is_told_in_one_line(string line, string words)
    {
        var (code, output, error) = await Sample.RunAsync(line.Split(' '));

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Equal(words, error.Trim());
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told()
    {
        var (code, _, error) = await Sample.RunAsync("--learners", "5", "--out", "/no/such/folder/x.jsonl");

        Assert.Equal(1, code);
        Assert.Contains("/no/such/folder", error, StringComparison.Ordinal);
    }
}
