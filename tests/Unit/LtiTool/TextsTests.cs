using System.Globalization;
using System.Text.RegularExpressions;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.LtiTool.Features.Setup;
using LearningBuddy.LtiTool.Features.Admin;
using LearningBuddy.LtiTool.Features.Evidence;
using LearningBuddy.LtiTool.Features.Preferences;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Tests.Unit.Architecture;
using LearningBuddy.XApi.Client;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>Whatever people read is a text with an id, in every language, and no text is there for nothing.</summary>
public sealed partial class TextsTests
{
    private static readonly TextCatalog English = TextCatalog.Of(TextCatalog.Fallback);
    private static readonly HashSet<string> Whole = [.. English.Ids.Select(WithoutPlural)];

    /// <summary>Texts in the themes of learners that facilitators or guests alone read, or whoever has no journey yet.</summary>
    private static readonly string[] ReadByOthersAlone =
    [
        "grades.activity-gone", "grades.need-a-look#one", "grades.need-a-look#other", "reviews.marks-to-look-at#one",
        "reviews.marks-to-look-at#other", "grades.done-look", "grades.kept-in-gradebook", "grades.missing-in-gradebook", "grades.no-marks-yet",
        "reviews.challenge-hint", "reviews.done-discarded", "reviews.done-given", "reviews.done-returned", "reviews.gaps",
        "reviews.if-you-confirm", "reviews.level-missing", "reviews.nobody-started", "reviews.nobody-waits",
        "reviews.nothing-to-see-hint", "reviews.outcome-nothing", "reviews.pass-level-missing", "reviews.people-need-you#one",
        "reviews.people-need-you#other", "reviews.piece-waits", "reviews.worked-hint", "reviews.worked-missing", "reviews.your-answer",
        "reviews.your-comment-on", "today.no-course-add", "journeys.guest", "journeys.guest-code", "shared.no-role",
        "shared.no-role-to-do", "today.no-course", "today.no-course-why", "today.not-ready-why",
        "buddies.group-what-you-see", "buddies.suggest-choose-one", "buddies.suggest-gone", "buddies.suggest-nobody-left",
    ];

    /// <summary>French texts that have <em>de</em> before a number.</summary>
    private static readonly string[] WithNumbersAlone =
    [
        "admin.clock-ahead", "admin.clock-behind", "buddies.offer-legend", "certification.team-few", "grades.kept-in-gradebook",
        "grades.summary", "reviews.read-within", "sessions.lead-hint", "sessions.publish-hint", "sessions.summary",
        "statements.by-day-caption",
    ];

    public static TheoryData<string> Languages => [.. TextCatalog.Languages];

    [Fact]
    public void Every_id_in_pages_and_code_is_a_text() => Assert.DoesNotContain(Used(), use => !Whole.Contains(use.Id));

    [Fact]
    public void Every_text_is_used()
    {
        var used = Used().Select(use => use.Id).Concat(UsedByCode()).ToHashSet();
        Assert.DoesNotContain(Whole, id => !used.Contains(id) && !(id.EndsWith("#start", StringComparison.Ordinal) && used.Contains(id[..^6])));
    }

    [Fact]
    public void Every_code_has_its_text() => Assert.DoesNotContain(UsedByCode(), id => !Whole.Contains(id));

    [Fact]
    public void A_fault_is_told_with_what_is_known_about_it()
    {
        var design = new JourneyDesign { TemplateId = "t", Title = new string('x', DesignRules.LongestTitle + 1), Behaviours = [] };

        var told = DesignRules.Check(design).Select(fault => Localizer.For(CultureInfo.GetCultureInfo("en")).Plain(FaultTexts.IdOf(fault), [.. fault.Args]));

        Assert.Equal(["Make the title 120 characters or shorter.", "Name one to 40 behaviours."], told);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_every_text_and_no_other(string language) =>
        Assert.Equal(Whole.Order(StringComparer.Ordinal), TextCatalog.Of(language).Ids.Select(WithoutPlural).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_counts_has_exactly_the_forms_of_its_language(string language)
    {
        var counting = TextCatalog.Of(language).Ids.Where(IsPlural).ToLookup(WithoutPlural, id => id[(id.IndexOf('#') + 1)..]);
        Assert.All(counting, forms => Assert.Equal(Plurals.Forms(language).Order(StringComparer.Ordinal), forms.Order(StringComparer.Ordinal)));
        Assert.Equal(English.Ids.Where(IsPlural).Select(WithoutPlural).ToHashSet(), [.. counting.Select(forms => forms.Key)]);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_translation_has_the_same_places(string language)
    {
        var texts = TextCatalog.Of(language);
        var odd = texts.Ids.Where(id => !Places(texts, id).SetEquals(Places(English, IsPlural(id) ? WithoutPlural(id) + "#other" : id)));
        Assert.Empty(odd);
    }

    /// <summary>German alone tells friends from others: one whom the journey calls <em>du</em> never meets <em>Sie</em>.</summary>
    [Fact]
    public void Whatever_a_learner_reads_in_German_can_be_said_to_a_friend()
    {
        var german = TextCatalog.Of("de");
        var learners = german.Ids.Where(id => id.Split('.') is [not ("admin" or "addresses" or "doors" or "guests" or "lti" or "setup"), not "fault", ..]).ToList();
        var friends = german.InformalIds.ToHashSet();

        Assert.Equal([], learners.Where(id => Formal().IsMatch(german.Find(id)!)).Except(friends).Except(ReadByOthersAlone));
        Assert.Equal([], friends.Except(german.Ids));
        Assert.DoesNotContain(friends, id => Formal().IsMatch(german.Find(id + TextCatalog.Informal)!));
        Assert.DoesNotContain(friends, id => !Places(german, id).SetEquals(Places(german, id + TextCatalog.Informal)));
        Assert.All(TextCatalog.Languages.Where(language => language != "de"), language => Assert.Empty(TextCatalog.Of(language).InformalIds));
    }

    /// <summary>
    /// French writes <em>d’Amira</em>, but <em>de Farid</em>, and before an h nobody but a dictionary knows: no text has <em>de</em> or
    /// <em>que</em> before the name of a person.
    /// </summary>
    [Fact]
    public void No_French_word_runs_into_a_name()
    {
        var french = TextCatalog.Of("fr");
        var running = french.Ids.Where(id => RunsIntoAPlace().IsMatch(french.Find(id)!)).Select(WithoutPlural).Distinct();

        Assert.Empty(running.Where(id => !id.Contains(".fault.", StringComparison.Ordinal)).Except(WithNumbersAlone));
    }

    /// <summary>Whoever speaks to the computer says what is seen (WCAG 2.2, 2.5.3).</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void An_accessible_name_holds_what_is_seen(string language)
    {
        var texts = TextCatalog.Of(language);
        var pairs =
            from file in SourceTree.Files("src/LtiTool/Features", ".cshtml")
            from Match tag in NamedControl().Matches(SourceTree.Read(file))
            let names = QuotedId().Matches(tag.Groups["name"].Value).Select(id => id.Groups[1].Value)
            let seen = SeenId().Matches(tag.Groups["seen"].Value).Select(id => id.Value)
            from pair in names.Zip(seen)
            select pair;

        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair => Assert.Contains(texts.Find(pair.Second)!, texts.Find(pair.First)!, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_file_holds_the_texts_of_its_theme(string language) =>
        Assert.All(TextCatalog.ThemesOf(language), theme =>
            Assert.All(TextCatalog.IdsOf(theme, language), id => Assert.StartsWith(theme.ToLowerInvariant() + ".", id, StringComparison.Ordinal)));

    [Fact]
    public void What_counts_is_asked_for_with_its_number()
    {
        var counting = English.Ids.Where(IsPlural).Select(WithoutPlural).ToHashSet();
        Assert.DoesNotContain(Used(), use => counting.Contains(use.Id) != use.Before.EndsWith(".Count(", StringComparison.Ordinal));
    }

    [Fact]
    public void A_feature_speaks_in_its_own_texts_and_the_shared_ones()
    {
        var foreign =
            from use in Used()
            let theme = use.Id.Split('.')[0]
            where use.File.StartsWith("src/LtiTool/Features/", StringComparison.Ordinal)
                && theme is not ("shared" or "lti") && !use.File.Split('/')[3].Equals(theme, StringComparison.OrdinalIgnoreCase)
            select use;
        Assert.Empty(foreign);
    }

    [Fact]
    public void An_attribute_gets_a_text_without_elements()
    {
        var wrong =
            from file in SourceTree.Files("src/LtiTool/Features", ".cshtml")
            from Match use in HtmlInAttribute().Matches(SourceTree.Read(file))
            select $"{file}: {use.Value}";
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> UsedByCode() =>
    [
        .. Enum.GetValues<Advice>().Select(LtiTexts.IdOf).SelectMany(id => new[] { id, id + "-happened", id + "-to-do" }),
        .. Enum.GetValues<TestAdvice>().Select(TestTexts.Of),
        .. MessageKinds.All.Select(kind => MessageTexts.LineId(kind.Name)),
        .. MessageKinds.All.Where(kind => kind.LeavesTheTool).Select(kind => MessageTexts.BodyId(kind.Name)),
        .. MessageKinds.All.Where(kind => kind.CanBeSwitchedOff).Select(kind => MailKinds.TextOf(kind.Name)),
        .. Enum.GetValues<FileFault>().Select(RefusedFile.TextOf),
        .. InTheCore(FaultCode()).Select(fault => FaultTexts.IdOf(new(fault.Groups[1].Value, fault.Groups[2].Value))),
        .. SourceTree.Files("src/LtiTool/Features", "_Section.cshtml").Select(file => file.Split('/')[3].ToLowerInvariant() + ".part"),
        .. Enumerable.Range(1, Talk.InAll).SelectMany(OfTalk),
        .. InTheCore(PhaseName()).Select(phase => "today.phase." + phase.Groups[1].Value),
    ];

    private static IEnumerable<string> OfTalk(int number) =>
    [
        $"buddies.talk-{number}", $"buddies.talk-{number}-theirs",
        $"buddies.opens-{number}", $"buddies.about-{number}", $"buddies.card-title-{number}",
        .. number > 1 ? [$"buddies.recall-question-{number}"] : Array.Empty<string>(),
        .. new[] { "a", "b", "c" }.Select(place => $"buddies.card-{number}-ask-{place}"),
    ];

    /// <summary>What the rules of the core name for others to say.</summary>
    private static IEnumerable<Match> InTheCore(Regex named) =>
        from file in SourceTree.Files("src/Shared", ".cs")
        from Match match in named.Matches(SourceTree.Read(file))
        select match;

    private static IEnumerable<(string File, string Id, string Before)> Used()
    {
        var themes = TextCatalog.ThemesOf(TextCatalog.Fallback).Select(theme => theme.ToLowerInvariant()).ToHashSet();
        return
            from file in SourceTree.Files("src/LtiTool", ".cs", ".cshtml")
            from line in SourceTree.CodeLines(file)
            from Match use in QuotedId().Matches(line)
            where themes.Contains(use.Groups[1].Value.Split('.')[0]) && use.Groups[1].Value is not ("today.phase." or "statements.csv" or "statements.jsonl")
            select (file, use.Groups[1].Value, line[..use.Index]);
    }

    private static bool IsPlural(string id) => WithoutPlural(id) != id;

    private static string WithoutPlural(string id) => PluralForm().Replace(id, "");

    /// <summary>A form for one number alone may say it in words.</summary>
    private static HashSet<string> Places(TextCatalog texts, string id)
    {
        var places = Place().Matches(texts.Find(id)!).Select(place => place.Value).ToHashSet();
        if (IsPlural(id))
        {
            places.Add("{0}");
        }

        return places;
    }

    [GeneratedRegex("\"([a-z]+\\.[a-z0-9.-]+(?:#[a-z]+)?)\"")]
    private static partial Regex QuotedId();

    [GeneratedRegex("""<(?:a|button)\b[^<]*?aria-label="@T\.Plain\((?<name>.*?)\)"\s[^<]*?\stext="(?<seen>[^"@]+|@\(.*?\))""", RegexOptions.Singleline)]
    private static partial Regex NamedControl();

    [GeneratedRegex(@"[a-z]+\.[a-z0-9-]+(?:\.[a-z0-9-]+)*")]
    private static partial Regex SeenId();

    [GeneratedRegex("#(zero|one|two|few|many|other)$")]
    private static partial Regex PluralForm();

    [GeneratedRegex("""yield return new\("([\w.]+)", "([a-z-]+)"[,)]""")]
    private static partial Regex FaultCode();

    [GeneratedRegex("""new Phase\(\s*"([a-z-]+)",""")]
    private static partial Regex PhaseName();

    [GeneratedRegex(@"\b(Sie|Ihnen|Ihre?[mnrs]?)\b")]
    private static partial Regex Formal();

    [GeneratedRegex(@"\b(de|que) \{\d\}", RegexOptions.IgnoreCase)]
    private static partial Regex RunsIntoAPlace();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("""\s[a-z-]+="@T(\[|\.Count|\.Start)[^"]*""")]
    private static partial Regex HtmlInAttribute();
}
