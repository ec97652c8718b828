using LearningBuddy.LtiTool.Features.Shared;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class CsvLineTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-2", "'-2")]
    [InlineData(" =1+1", "' =1+1")]
    [InlineData("\u200b=1+1", "'\u200b=1+1")]
    [InlineData("\u00a0\ufeff+1", "'\u00a0\ufeff+1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠SUM(1)", "'＠SUM(1)")]
    [InlineData("\tA", "'\tA")]
    [InlineData("\r=1+1", "'\r'=1+1")]
    [InlineData("\n=1+1", "'\n'=1+1")]
    [InlineData(" \nA", "' \nA")]
    [InlineData("a\";=1+1", "a\"\";'=1+1")]
    [InlineData("a\n =1+1", "a\n' =1+1")]
    [InlineData("Jörg Müller-Łęcki 张", "Jörg Müller-Łęcki 张")]
    [InlineData("one; two = 2, three@four", "one; two = 2, three@four")]
    [InlineData("", "")]
    public void No_cell_is_run_by_a_spreadsheet(string text, string cell) => Assert.Equal($"\"{cell}\"\r\n", CsvLine.Of(text));

    [Fact]
    public void Cells_are_apart_by_commas() => Assert.Equal("\"a\",\"b, c\"\r\n", CsvLine.Of("a", "b, c"));

    [Fact]
    public void A_table_begins_with_the_mark_of_its_encoding() => Assert.Equal([0xEF, 0xBB, 0xBF], System.Text.Encoding.UTF8.GetBytes(CsvLine.Start));
}
