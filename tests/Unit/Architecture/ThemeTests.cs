using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine.Due;
using LearningBuddy.Shared.Core;
using Xunit;

namespace LearningBuddy.Tests.Unit.Architecture;

/// <summary>A theme is a few files and a line in each list: whatever a theme has is in its list, and no other place knows every theme.</summary>
public sealed partial class ThemeTests
{
    /// <summary>The only places that may name the parts of every theme. The sample has its own list of what becomes due.</summary>
    private static readonly string[] Lists =
    [
        "src/Shared/Core/Themes.cs", "src/Shared/Core/StepRules.cs", "src/Shared/Core/Consequences.cs",
        "src/XApi/Profile/StatementMapper.cs", "src/LtiTool/Delivery/DueKinds.cs", "src/SampleData/Play/DueItems.cs",
        "src/LtiTool/Features/Shared/Place.cs",
    ];

    /// <summary>
    /// Texts in events that are no ids: codes, addresses and digests, and two names of the design, frozen as they were. Nobody's own words.
    /// </summary>
    private static readonly string[] Codes =
    [
        "GradeSent.LineItem", "GradeSent.ActivityProgress", "GradeSent.GradingProgress", "NudgeActedOn.Action", "HelpAsked.About",
        "FileRef.ContentType", "FileRef.Sha256", "SelfAssessed.ScaleLabel", "ViewGiven.ScaleLabel", "PracticeAttempted.Scenario",
    ];

    private static readonly Type[] Domain = typeof(Theme).Assembly.GetTypes();
    private static readonly Type[] Events = Concrete<JourneyEvent>().Where(type => type != typeof(UnknownEvent)).ToArray();
    private static readonly Type[] Steps = Concrete<NextStep>().ToArray();

    public static TheoryData<Type> EveryStep => [.. Steps];

    [Fact]
    public void Every_event_is_listed_by_the_theme_of_its_folder()
    {
        var listed = Themes.All.SelectMany(theme => theme.Events.Select(type => (theme.Name, type.Type.Name)));
        Assert.Equal(Events.Select(type => (FolderOf(type), type.Name)).Order(), listed.Order());
    }

    [Fact]
    public void Every_section_and_every_progress_belongs_to_the_theme_of_its_folder()
    {
        Assert.Equal(
            Concrete<IDesignSection>().Select(type => (FolderOf(type), type)).OrderBy(pair => pair.type.Name),
            Themes.All.Where(theme => theme.Section is not null).Select(theme => (theme.Name, theme.Section!)).OrderBy(pair => pair.Item2.Name));
        Assert.Equal(
            Concrete<IThemeProgress>().Select(type => (FolderOf(type), type)).OrderBy(pair => pair.type.Name),
            Themes.All.Where(theme => theme.Start is not null).Select(theme => (theme.Name, theme.Start!.GetType()))
                .OrderBy(pair => pair.Item2.Name));
    }

    [Fact]
    public void Every_step_rule_is_asked_once() => AssertListed(
        Rules<IEnumerable<NextStep>>(typeof(JourneyDesign), typeof(Progress), typeof(DateTimeOffset)),
        StepRules.All);

    [Fact]
    public void Every_consequence_is_asked_once() =>
        AssertListed(Rules<IEnumerable<Follows>>(typeof(Happening).MakeByRefType()), Consequences.All);

    [Fact]
    public void Whatever_waits_for_somebody_is_counted() => AssertListed(
        Rules<IEnumerable<Attention>>(typeof(JourneyDesign), typeof(Progress)),
        Themes.All.Select(theme => theme.Attention).OfType<AttentionRule>());

    [Fact]
    public void Whatever_has_a_date_is_in_calendars() => AssertListed(
        Rules<IEnumerable<Upcoming>>(typeof(JourneyDesign), typeof(Progress)),
        Themes.All.Select(theme => theme.Upcoming).OfType<UpcomingRule>());

    [Fact]
    public void Every_kind_of_due_item_has_its_class()
    {
        var names = typeof(DueKind).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(names.Order(StringComparer.Ordinal), DueKinds.All.Select(kind => kind.Name).Order(StringComparer.Ordinal));

        var classes = typeof(DueKinds).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IDueKind)));
        Assert.Equal(classes.OrderBy(type => type.Name), DueKinds.All.Select(kind => kind.Handler).OrderBy(type => type.Name));
    }

    [Fact]
    public void No_other_place_knows_every_theme()
    {
        var events = Events.ToLookup(type => type.Name, FolderOf);
        var steps = Steps.ToLookup(type => type.Name, FolderOf);
        var kinds = typeof(DueKind).GetFields().ToLookup(field => "DueKind." + field.Name, field => field.Name);
        var matters = Enum.GetNames<AttentionKind>().ToLookup(name => "AttentionKind." + name);

        var hubs =
            from file in SourceTree.Files("src", ".cs", ".cshtml")
            where !Lists.Contains(file) && SourceTree.Read(file).Contains("LearningBuddy.Shared", StringComparison.Ordinal)
            let words = SourceTree.CodeLines(file).SelectMany(line => Word().Matches(line)).Select(word => word.Value).ToHashSet()
            let named = (Events: Known(events, words), Steps: Known(steps, words), 
                Kinds: Math.Max(Known(kinds, words), Known(matters, words)))
            where named.Events > 5 || named.Steps > 3 || named.Kinds > 2
            select $"{file} names the events of {named.Events} themes, the steps of {named.Steps}, and {named.Kinds} kinds of things";
        Assert.Empty(hubs);
    }

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void Every_step_has_its_view(Type step)
    {
        var view = "src/LtiTool" + ThemeViews.PathOf((NextStep)RuntimeHelpers.GetUninitializedObject(step));

        Assert.Contains(view, SourceTree.Files("src/LtiTool/Features", ".cshtml"));
        Assert.Equal(step.Name, ModelOfView().Match(SourceTree.Read(view)).Groups[1].Value);
    }

    /// <summary>A partial is that of a step, or somebody asks for it by name.</summary>
    [Fact]
    public void Every_partial_has_its_step_or_its_place()
    {
        var asked = SourceTree.Files("src/LtiTool/Features", ".cs", ".cshtml")
            .SelectMany(file => AskedView().Matches(SourceTree.Read(file))).Select(use => use.Groups[1].Value).ToHashSet();
        var ofSteps = Steps.Select(step => $"src/LtiTool/Features/{step.Namespace!.Split('.')[^1]}/_{step.Name}.cshtml").ToHashSet();

        Assert.DoesNotContain(SourceTree.Files("src/LtiTool/Features", ".cshtml"), file =>
            Path.GetFileNameWithoutExtension(file) is ['_', .. not ("ViewImports" or "ViewStart")] and var name
            && !asked.Contains(name) && !ofSteps.Contains(file));
    }

    [Fact]
    public void What_people_write_is_in_no_event()
    {
        var texts = Events.SelectMany(type => TextsOf(type, [])).Distinct().ToList();

        Assert.Equal(Codes.Order(StringComparer.Ordinal), texts.Where(text => !IsOfIds(text)).Order(StringComparer.Ordinal));
    }

    private static bool IsOfIds(string text) => text.EndsWith("Id", StringComparison.Ordinal) || text.EndsWith("Ids", StringComparison.Ordinal);

    /// <summary>Every text in a record, and in the records inside it.</summary>
    private static IEnumerable<string> TextsOf(Type record, HashSet<Type> seen)
    {
        foreach (var property in seen.Add(record) ? record.GetProperties(BindingFlags.Instance | BindingFlags.Public) : [])
        {
            var type = property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable))
                ? property.PropertyType.GetGenericArguments()[0]
                : Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (type == typeof(string) || type == typeof(object))
            {
                yield return $"{record.Name}.{property.Name}";
            }

            foreach (var text in Domain.Contains(type) ? TextsOf(type, seen) : [])
            {
                yield return text;
            }
        }
    }

    private static int Known(ILookup<string, string> parts, HashSet<string> words) =>
        parts.Where(part => words.Contains(part.Key)).SelectMany(part => part).Distinct().Count();

    private static void AssertListed(IEnumerable<MethodInfo> there, IEnumerable<Delegate> listed) => Assert.Equal(
        there.Select(NameOf).Order(StringComparer.Ordinal),
        listed.Select(rule => NameOf(rule.Method)).Order(StringComparer.Ordinal));

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static IEnumerable<MethodInfo> Rules<T>(params Type[] parameters) =>
        from type in Domain
        where type is { IsAbstract: true, IsSealed: true }
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where !method.IsPrivate && method.ReturnType == typeof(T) && method.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(parameters)
        select method;

    private static IEnumerable<Type> Concrete<T>() =>
        Domain.Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(T)));

    /// <summary>The folder a type is in, as the theme is named.</summary>
    private static string FolderOf(Type type) => type.Namespace!.Split('.')[^1].ToLowerInvariant();

    [GeneratedRegex(@"\b(?:DueKind|AttentionKind)\.\w+|\b\w+\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"@model (?:[\w.]+\.)?(\w+)")]
    private static partial Regex ModelOfView();

    [GeneratedRegex("\"(?:/Features/\\w+/)?(_\\w+)(?:\\.cshtml)?\"")]
    private static partial Regex AskedView();
}
