using System.Globalization;
using System.Text.Encodings.Web;
using LearningBuddy.LtiTool.Texts;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

/// <summary>How a text comes to a page, an attribute or a mail.</summary>
public sealed class LocalizerTests
{
    private static readonly Localizer English = In("en-GB");

    [Fact]
    public void Words_of_people_are_encoded_and_isolated_on_a_page() =>
        Assert.Equal("Review for <bdi>Ada &lt;3&gt;</bdi>", Html(English["reviews.review-of", "Ada <3>"]));

    [Fact]
    public void A_number_is_isolated_where_the_text_runs_from_right_to_left()
    {
        Assert.Equal("<bdi>5</bdi> متعلّمين", System.Net.WebUtility.HtmlDecode(Html(In("ar").Count("reviews.learner-count", 5))));
        Assert.Equal("5 learners", Html(English.Count("reviews.learner-count", 5)));
    }

    [Fact]
    public void A_text_within_a_text_is_no_one_s_word() =>
        Assert.Equal("2 confirmed situations on 1 day.", Html(English["grades.certified-after", English.Count("grades.confirmed-situations", 2), English.Count("shared.on-different-days", 1)]));

    [Fact]
    public void A_title_stays_clean_unless_its_words_run_the_other_way()
    {
        Assert.Equal("Review for Ada", English.Plain("reviews.review-of", "Ada"));
        Assert.Equal("Review for \u2068عائشة\u2069", English.Plain("reviews.review-of", "عائشة"));
    }

    [Theory]
    [InlineData("en", "1, 3, 6")]
    [InlineData("ar", "\u200F1، 3، 6")]
    public void A_list_runs_as_the_reader_s_language_does(string language, string expected) =>
        Assert.Equal(expected, In(language).List(["1", "3", "6"]));

    [Fact]
    public void Numbers_are_written_as_the_reader_writes_them() =>
        Assert.Equal("1,5 von 3 Punkten", In("de-AT").Count("shared.points-of", 3, 1.5).ToString());

    [Theory]
    [InlineData("ar", "1.5", "5")]
    [InlineData("ar-MA", "1,5", "5")]
    [InlineData("ar-EG", "١٫٥", "٥")]
    [InlineData("fa-IR", "1.5", "5")]
    public void Digits_are_those_of_the_reader_s_country(string culture, string written, string counted)
    {
        var texts = In(culture);

        Assert.Contains(counted, texts.Count("shared.points-of", 5, 1.5).ToString(), StringComparison.Ordinal);
        Assert.Equal(counted, texts.Number(5));
        Assert.Equal(written.Length, texts.Number(1.5).Length);
    }

    [Fact]
    public void A_fraction_in_these_digits_has_a_point_where_no_country_is_named() => Assert.Equal("1.5", In("ar").Number(1.5));

    [Theory]
    [InlineData("en", 1, "1 grade needs a look")]
    [InlineData("en", 2, "2 grades need a look")]
    [InlineData("de", 1, "1 Note sollten Sie ansehen")]
    [InlineData("ar", 2, "درجتان تحتاجان إلى نظرة")]
    public void What_is_counted_agrees_with_its_number(string language, int number, string expected) =>
        Assert.Equal(expected, In(language).Count("reviews.marks-to-look-at", number).ToString());

    [Fact]
    public void A_language_without_texts_is_told_in_English_with_its_own_numbers()
    {
        var texts = In("pl-PL");

        Assert.Equal(("en", "ltr"), (texts.Language, texts.Direction));
        Assert.Equal("1,5 of 3 points", texts.Count("shared.points-of", 3, 1.5).ToString());
    }

    [Fact]
    public void A_day_is_written_large_where_a_sentence_begins() =>
        Assert.Equal(("today", "Today"), (English.Plain("shared.today"), English.Start("shared.today").ToString()));

    [Fact]
    public void The_pseudo_language_marks_every_text_and_keeps_its_places() =>
        Assert.Equal("[[Révíéw för Ada]]", Localizer.For(LanguageTags.Find("qps-ploc")!).Plain("reviews.review-of", "Ada"));

#if DEBUG
    [Fact]
    public void A_text_that_is_missing_is_noticed() =>
        Assert.Contains("evidence.no-such-text", Assert.Throws<InvalidOperationException>(() => English["evidence.no-such-text"]).Message, StringComparison.Ordinal);
#endif

    [Theory]
    [InlineData("de_AT", "de-AT")]
    [InlineData("de-XX-unknown", "de")]
    [InlineData("$CurrentLocale", null)]
    [InlineData(null, null)]
    public void A_platform_s_tag_is_read(string? tag, string? culture) => Assert.StartsWith(culture ?? "", LanguageTags.Find(tag)?.Name ?? "", StringComparison.Ordinal);

    private static Localizer In(string culture) => Localizer.For(CultureInfo.GetCultureInfo(culture));

    private static string Html(LocalizedText text)
    {
        using var writer = new StringWriter();
        text.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
