using System.Text;
using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.LtiTool.Features.Setup.Models;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;
using LearningBuddy.Tests.Unit.Architecture;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>Behaviours in competencies, read from a file and written into one.</summary>
public sealed class CompetencyModelTests
{
    private const string Table = """"
        competency,role,id,behaviour,shown_by
        Virtual meetings,current,quiet-voices,draw out quiet voices,"ask by name,
        then wait"
        Coaching,next,,ask before telling,asks one open question
        ,,,"say ""thank you""",

        """";

    private static readonly string[] Bits =
        ["a", "Ask", " ", "\"", ",", ";", "\n", "\t", "'", "=", "-", "+", "@", "é", "ß", "اسأل", "🙂", "👩‍🏫", "张", "\u200f", "＝", "1", "''=", "\r"];

    [Theory]
    [InlineData(",", "\n", false)]
    [InlineData(";", "\r\n", true)]
    [InlineData("\t", "\r", false)]
    public async Task A_table_is_read_whatever_sets_cells_and_lines_apart(string separator, string end, bool hasMark)
    {
        string[] lines =
        [
            "Shown by,ignored,BEHAVIOUR,competency,role", "\"asks, waits; listens\",x,draw out quiet voices,Meetings,", ",x,keep time,meetings,NEXT", ",,,,",
        ];
        var table = string.Join(end, lines.Select((line, place) => place == 1 ? line.Replace(",x,", separator + "x" + separator, StringComparison.Ordinal)
            .Replace("voices,Meetings,", $"voices{separator}Meetings{separator}", StringComparison.Ordinal) : line.Replace(",", separator, StringComparison.Ordinal)));

        var model = await ReadAsync((hasMark ? "\ufeff" : "") + table);

        Assert.Equal([new("meetings", "Meetings", CompetencyRole.Next)], model.Competencies);
        Assert.Equal(
            [new("draw-out-quiet-voices", "draw out quiet voices", "asks, waits; listens", CompetencyId: "meetings"), new("keep-time", "keep time", CompetencyId: "meetings")],
            model.Behaviours);
    }

    [Fact]
    public async Task A_cell_may_have_several_lines_and_a_key_is_made_where_there_is_none()
    {
        var model = await ReadAsync(Table);

        Assert.Equal([new("virtual-meetings", "Virtual meetings"), new("coaching", "Coaching", CompetencyRole.Next)], model.Competencies);
        Assert.Equal(["quiet-voices", "ask-before-telling", "say-thank-you"], model.Behaviours.Select(one => one.Id));
        Assert.Equal("ask by name,\nthen wait", model.Behaviours[0].ShownBy);
        Assert.Equal(("say \"thank you\"", null), (model.Behaviours[2].Statement, model.Behaviours[2].CompetencyId));
    }

    [Theory]
    [InlineData("competency,behaviour\nA,b", 1, "setup.model.column")]
    [InlineData("", 1, "setup.model.none")]
    [InlineData("competency,behaviour,shown_by\n", 1, "setup.model.none")]
    [InlineData("competency,behaviour,shown_by\nA,,x", 2, "setup.model.no-words")]
    [InlineData("competency,behaviour,shown_by\n\nA,\"b\nc\",x\nA,,x", 5, "setup.model.no-words")]
    [InlineData("competency,behaviour,shown_by,role\nA,b,x,manager", 2, "setup.model.role")]
    [InlineData("competency,behaviour,shown_by,role\nA,b,x,next\na,c,x,current", 3, "setup.model.two-roles")]
    [InlineData("competency,behaviour,shown_by,id\nA,b,x,one\nA,c,x,one", 3, "setup.model.key-twice")]
    [InlineData("competency,behaviour,shown_by,id\nA,b,x,One two", 2, "setup.model.key")]
    [InlineData("competency,behaviour,shown_by\nA,b,ask, then wait", 2, "setup.model.cells")]
    [InlineData("competency,behaviour,shown_by\nA,b,x\nA,\"b,x\nA,c,x", 3, "setup.model.quotes")]
    [InlineData("competency,behaviour,shown_by\nA,\"b\" c,x", 2, "setup.model.quotes")]
    [InlineData("[1]", 1, "setup.template.no-object")]
    [InlineData("{\n \"behaviours\": [ ] }", 2, "setup.template.too-few")]
    [InlineData("{\n \"behaviours\": [\n { \"id\": \"a\" } ] }", 3, "setup.template.property-missing")]
    [InlineData("{\n \"behaviours\": [\n { \"id\": \"a\", \"statement\": \"b\",\n \"colour\": 1 } ] }", 4, "setup.template.property-unknown")]
    [InlineData("{\n \"behaviours\": [\n { \"id\": \"a\", \"statement\": \" \" } ] }", 3, "setup.model.no-words")]
    [InlineData("{ \"behaviours\": [\n { \"id\": \"a\", \"statement\": \"b\" },\n { \"id\": \"a\", \"statement\": \"c\" } ] }", 3, "setup.model.key-twice")]
    [InlineData("{ \"behaviours\": [\n { \"id\": \"a\", \"statement\": \"b\", \"competencyId\": \"x\" } ] }", 2, "setup.fault.behaviour-competency")]
    [InlineData("{ \"behaviours\": [\n { \"id\": \"a\", \"statement\": \"b\" }, ] }", 2, "setup.template.no-json")]
    [InlineData("{ \"behaviours\": [],\n \"behaviours\": [] }", 2, "setup.template.no-json")]
    [InlineData("{ \"behaviours\": [\n { \"id\": \"a\", \"statement\": \"\\u0007\" } ] }", 2, "setup.model.no-words")]
    [InlineData("{ \"behaviours\": 1e999 }", 1, "setup.template.no-list")]
    [InlineData("{ \"CFDocument\": {} }", 1, "setup.template.property-missing")]
    [InlineData("{\n \"CFItems\": 3 }", 2, "setup.template.no-list")]
    [InlineData("{ \"CFItems\": [\n 3 ] }", 2, "setup.template.no-object")]
    [InlineData("{ \"CFItems\": [\n { \"identifier\": \"a\" } ] }", 2, "setup.model.no-words")]
    public async Task What_is_wrong_is_told_with_its_line(string file, int line, string text)
    {
        var read = await ModelFile.ReadAsync(Encoding.UTF8.GetBytes(file));

        Assert.Null(read.Model);
        Assert.Contains((line, text), read.Faults.Select(fault => (fault.Line, fault.Text)));
    }

    [Fact]
    public async Task Too_long_and_too_many_are_told_with_their_numbers()
    {
        var table = new StringBuilder("competency,behaviour,shown_by\n").Append($"{new string('c', 81)},{new string('b', 201)},{new string('s', 401)}\n");
        for (var number = 2; number <= 41; number++)
        {
            table.Append($",does {number},\n");
        }

        var told = (await ModelFile.ReadAsync(Encoding.UTF8.GetBytes(table.ToString()))).Faults;

        Assert.Equal(
            [(2, "behaviour 201 200"), (2, "shown_by 401 400"), (2, "competency 81 80"), (42, "41 40")],
            told.Select(fault => (fault.Line, string.Join(' ', fault.Args))));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', (byte)'\n', 0xE9, (byte)'b' }, 2)]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0 }, 1)]
    [InlineData(new byte[] { (byte)'a', 0, (byte)'\n', 0 }, 1)]
    public async Task Bytes_of_another_encoding_are_told(byte[] content, int line) =>
        Assert.Equal((line, "setup.model.no-utf8"), Assert.Single((await ModelFile.ReadAsync(content)).Faults.Select(fault => (fault.Line, fault.Text))));

    [Fact]
    public async Task A_whole_template_brings_its_behaviours()
    {
        var template = await File.ReadAllBytesAsync(Path.Combine(SourceTree.Root, "lti-config", "journeys", "competency-path.json"), TestContext.Current.CancellationToken);

        var read = await ModelFile.ReadAsync(template);

        var design = DesignJson.Read(Encoding.UTF8.GetString(template));
        Assert.Equal(design.ActiveBehaviours, read.Model!.Behaviours);
        Assert.Equal(design.Competencies, read.Model.Competencies);
    }

    [Fact]
    public async Task The_example_beside_the_program_is_read()
    {
        var read = await ModelFile.ReadAsync(await File.ReadAllBytesAsync(Path.Combine(SourceTree.Root, "lti-config", "competencies-example.csv"), TestContext.Current.CancellationToken));

        Assert.Empty(read.Faults);
        Assert.Contains(read.Model!.Competencies, one => one.Role == CompetencyRole.Next);
    }

    [Fact]
    public async Task In_a_CASE_package_what_has_nothing_below_it_is_a_behaviour()
    {
        var model = await ReadAsync(CaseSample.Package);

        Assert.Equal(
            [new("0d2f8c1e-0000-4000-8000-000000000002", "Virtual meetings"), new("0d2f8c1e-0000-4000-8000-000000000005", "Brief")],
            model.Competencies);
        Assert.Equal(
            [
                new("0d2f8c1e-0000-4000-8000-000000000004", "keep the time", CompetencyId: "0d2f8c1e-0000-4000-8000-000000000002"),
                new("0d2f8c1e-0000-4000-8000-000000000003", "draw out quiet voices", "ask by name", CompetencyId: "0d2f8c1e-0000-4000-8000-000000000002"),
                new("urn-x-item-6", "ask before telling", CompetencyId: "0d2f8c1e-0000-4000-8000-000000000005"),
                new("say-thank-you", "say thank you"),
            ],
            model.Behaviours);
    }

    [Fact]
    public async Task A_CASE_package_may_stand_in_the_answer_of_a_service() =>
        Assert.Equivalent(await ReadAsync(CaseSample.Package), await ReadAsync($$"""{ "CFPackage": {{CaseSample.Package}} }"""), strict: true);

    [Fact]
    public async Task A_CASE_package_with_too_many_says_how_many()
    {
        var items = string.Join(",\n", Enumerable.Range(1, 52).Select(number => $$"""{ "identifier": "i-{{number}}", "fullStatement": "Does {{number}}" }"""));

        var fault = Assert.Single((await ModelFile.ReadAsync(Encoding.UTF8.GetBytes("{\n\"CFItems\": [" + items + "] }"))).Faults);

        Assert.Equal((2, "setup.model.too-many", 52), (fault.Line, fault.Text, fault.Args[0]));
    }

    [Fact]
    public void What_a_course_saves_it_reads_back() => Prop.ForAll(Models().ToArbitrary(), model =>
    {
        var table = ModelFile.ReadAsync(Encoding.UTF8.GetBytes(ModelCsv.Write(model))).GetAwaiter().GetResult();
        var json = ModelFile.ReadAsync(Encoding.UTF8.GetBytes(ModelJson.Write(model))).GetAwaiter().GetResult();
        Assert.Empty(table.Faults);
        Assert.Empty(json.Faults);
        Assert.Equal(model.Behaviours, json.Model!.Behaviours);
        Assert.Equal(model.Competencies, json.Model.Competencies);
        Assert.Equal(InWords(model), InWords(table.Model!));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_keeps_a_cell_from_being_run_is_taken_away_again() => Prop.ForAll(
        Gen.Elements(Bits).ListOf().Select(string.Concat).ToArbitrary(),
        text => CsvLine.Plain(CsvLine.Of(text)[1..^3].Replace("\"\"", "\"", StringComparison.Ordinal)) == text).QuickCheckThrowOnFailure();

    [Fact]
    public void No_line_of_a_table_is_run_by_a_spreadsheet() => Assert.Contains(
        "\"'=1+1\",\"current\",\"one\",\"'@SUM(1)\",\"'-2\"\r\n",
        ModelCsv.Write(new([new("c", "=1+1")], [new("one", "@SUM(1)", "-2", CompetencyId: "c")])),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Draw out quiet voices!", "draw-out-quiet-voices")]
    [InlineData("  Étonner -- là ", "etonner-la")]
    [InlineData("اسأل قبل أن تقول", null)]
    [InlineData("🙂", null)]
    public void The_same_words_give_the_same_key(string words, string? key)
    {
        var slug = ModelKeys.Slug(words);

        Assert.True(DesignKey.Is(slug));
        Assert.Equal(slug, ModelKeys.Slug(words));
        Assert.Equal(key ?? slug, slug);
        var keys = new ModelKeys();
        Assert.Equal([slug, slug + "-2", slug + "-3"], [keys.Make(words), keys.Make(words), keys.Make(words)]);
    }

    private static async Task<CompetencyModel> ReadAsync(string file)
    {
        var read = await ModelFile.ReadAsync(Encoding.UTF8.GetBytes(file));
        Assert.Empty(read.Faults);
        return read.Model!;
    }

    /// <summary>Keys of competencies are not in a table.</summary>
    private static List<(string, string, string, string?, CompetencyRole?)> InWords(CompetencyModel model) => model.Behaviours
        .Select(one => (one.Id, one.Statement, one.ShownBy, model.FindCompetency(one.CompetencyId)?.Name, model.FindCompetency(one.CompetencyId)?.Role)).ToList();

    private static Gen<CompetencyModel> Models() =>
        from count in Gen.Choose(1, 6)
        from names in Words(Competency.LongestName, isLine: true).ListOf(count)
        from statements in Words(Behaviour.LongestStatement, isLine: true).ListOf(count)
        from shown in Words(Behaviour.LongestShownBy, isLine: false).ListOf(count)
        from roles in Gen.Elements(CompetencyRole.Current, CompetencyRole.Next).ListOf(count)
        from places in Gen.Choose(-1, count - 1).ListOf(count)
        let competencies = names.DistinctBy(name => name, StringComparer.OrdinalIgnoreCase).Select((name, place) => new Competency($"c-{place}", name, roles[place])).ToList()
        select new CompetencyModel(competencies, [.. statements.Select((words, place) => new Behaviour(
            $"b-{place}", words, shown[place], CompetencyId: places[place] < 0 || places[place] >= competencies.Count ? null : $"c-{places[place]}"))]);

    /// <summary>Words as forms keep them.</summary>
    private static Gen<string> Words(int longest, bool isLine) =>
        from bits in Gen.Elements(Bits).ListOf()
        let text = string.Concat(bits)
        select CleanText.Cut(isLine ? CleanText.Line(text + "x") : CleanText.Of(text).Trim(), longest).Trim();
}
