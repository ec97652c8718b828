using System.Text.Json;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Tests.Integration.Lti.Lms;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace LearningBuddy.Tests.Integration.Lti;

public sealed class DeepLinkingTests
{
    private static readonly MoodleCapture Moodle = new("4.5");

    private static readonly DeepLinkingSettings Settings =
        new(new Uri("http://localhost:8100/mod/lti/contentitem_return.php?course=2&id=1&sesskey=a"), ["ltiResourceLink"], true, null, "opaque");

    private static readonly ContentItem Item = new()
    {
        Title = "Lead a remote team",
        Text = "Practise and prove",
        Url = new Uri("http://localhost:8110/lti/launch"),
        Custom = new Dictionary<string, string> { ["content_id"] = "8f2c" },
        LineItem = new("Lead a remote team", 100, "8f2c", "journey", new Uri("http://localhost:8110/lti/launch")),
        FrameHeight = 700,
        AvailableFrom = new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.FromHours(1)),
        DueAt = new DateTimeOffset(2026, 12, 18, 22, 0, 0, TimeSpan.Zero),
    };

    [Fact]
    public async Task A_response_is_signed_by_a_key_that_we_publish()
    {
        await using var network = new RecordedPlatform();
        await using var tool = await Moodle.StartToolAsync(network);

        var jwt = await SignAsync(tool, Settings, Item);

        var keys = new JsonWebKeySet(await tool.Browser.GetStringAsync("/lti/jwks", TestContext.Current.CancellationToken));
        var key = Assert.Single(keys.Keys);
        Assert.Equal(("RSA", "RS256", "sig"), (key.Kty, key.Alg, key.Use));
        Assert.Null(key.D);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(jwt, new TokenValidationParameters
        {
            IssuerSigningKeys = keys.Keys,
            ValidIssuer = Moodle.Platform.ClientId,
            ValidAudience = Moodle.Site,
            ValidateLifetime = false,
        });
        Assert.True(result.IsValid, result.Exception?.Message);
    }

    [Fact]
    public async Task No_link_is_sent_to_a_platform_that_takes_none()
    {
        await using var network = new RecordedPlatform();
        await using var tool = await Moodle.StartToolAsync(network);

        var claims = Claims(await SignAsync(tool, Settings with { AcceptTypes = ["link", "html", "file"], AcceptMultiple = false }, Item));

        Assert.Equal(0, claims.GetProperty("https://purl.imsglobal.org/spec/lti-dl/claim/content_items").GetArrayLength());
    }

    public static TheoryData<string> OpaqueTexts => ["14hj6W~+/=&amp;\\\"<é>😀::false::_1216_1", "", new string('d', 30_000)];

    [Theory]
    [MemberData(nameof(OpaqueTexts))]
    public async Task Data_come_back_letter_by_letter(string data)
    {
        await using var network = new RecordedPlatform();
        await using var tool = await Moodle.StartToolAsync(network);

        var claims = Claims(await SignAsync(tool, Settings with { Data = data }, Item));

        Assert.Equal(data, claims.GetProperty("https://purl.imsglobal.org/spec/lti-dl/claim/data").GetString());
    }

    [Fact]
    public async Task A_link_carries_its_column_its_identity_and_its_dates()
    {
        await using var network = new RecordedPlatform();
        await using var tool = await Moodle.StartToolAsync(network);

        var claims = Claims(await SignAsync(tool, Settings, Item));

        Assert.Equal("LtiDeepLinkingResponse", claims.GetProperty("https://purl.imsglobal.org/spec/lti/claim/message_type").GetString());
        Assert.Equal("1", claims.GetProperty("https://purl.imsglobal.org/spec/lti/claim/deployment_id").GetString());
        Assert.Equal("opaque", claims.GetProperty("https://purl.imsglobal.org/spec/lti-dl/claim/data").GetString());
        Assert.Equal(300, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
        var item = Items(claims)[0];
        Assert.Equal("8f2c", item.GetProperty("custom").GetProperty("content_id").GetString());
        Assert.Equal(100, item.GetProperty("lineItem").GetProperty("scoreMaximum").GetDouble());
        Assert.Equal("8f2c", item.GetProperty("lineItem").GetProperty("resourceId").GetString());
        Assert.True(item.GetProperty("lineItem").TryGetProperty("submissionReview", out _));
        Assert.Equal(700, item.GetProperty("iframe").GetProperty("height").GetInt32());
        Assert.Equal("2026-12-01T08:00:00Z", item.GetProperty("available").GetProperty("startDateTime").GetString());
        Assert.Equal("2026-12-18T22:00:00Z", item.GetProperty("submission").GetProperty("endDateTime").GetString());
    }

    [Fact]
    public async Task What_the_platform_does_not_take_is_left_out()
    {
        await using var network = new RecordedPlatform();
        await using var tool = await Moodle.StartToolAsync(network);

        var claims = Claims(await SignAsync(tool, Settings with { AcceptMultiple = false, AcceptLineItem = false, Data = null }, Item, Item));

        Assert.False(Assert.Single(Items(claims)).TryGetProperty("lineItem", out _));
        Assert.False(claims.TryGetProperty("https://purl.imsglobal.org/spec/lti-dl/claim/data", out _));
    }

    [Fact]
    public async Task A_teacher_may_change_their_mind_and_an_error_is_told()
    {
        await using var network = new RecordedPlatform();
        await using var tool = await Moodle.StartToolAsync(network);

        var empty = Claims(await SignAsync(tool, Settings));
        var error = Claims(await tool.Get<DeepLinkingResponse>().SignErrorAsync(
            Moodle.Platform, "1", Settings, "Please choose a template.", "no template", TestContext.Current.CancellationToken));

        Assert.Empty(Items(empty));
        Assert.Equal("Please choose a template.", error.GetProperty("https://purl.imsglobal.org/spec/lti-dl/claim/errormsg").GetString());
    }

    [Theory]
    [InlineData("contentId")]
    [InlineData("content-id")]
    [InlineData("")]
    public void A_name_that_would_come_back_changed_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => Item with { Custom = new Dictionary<string, string> { [name] = "x" } });

    [Fact]
    public async Task The_way_back_keeps_the_platforms_query_and_runs_no_inline_script()
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;

        await DeepLinkingReturn.WriteAsync(context, Settings, "a.b.c", ["http://localhost:8100"], "de");

        var page = System.Text.Encoding.UTF8.GetString(body.ToArray());
        Assert.Contains("action=\"http://localhost:8100/mod/lti/contentitem_return.php?course=2&amp;id=1&amp;sesskey=a\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"JWT\" value=\"a.b.c\"", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"de\"", page, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors http://localhost:8100", context.Response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_is_published_before_it_signs_and_the_old_one_stays_for_a_while()
    {
        await using var network = new RecordedPlatform();
        await using var tool = await Moodle.StartToolAsync(network);
        var store = tool.Get<IToolKeyStore>();
        var overlap = TimeSpan.FromHours(1);
        var old = new JsonWebToken(await SignAsync(tool, Settings)).Kid;

        await store.RotateAsync(overlap, TestContext.Current.CancellationToken);
        var during = new JsonWebToken(await SignAsync(tool, Settings)).Kid;
        var published = new JsonWebKeySet(await tool.Browser.GetStringAsync("/.well-known/jwks.json", TestContext.Current.CancellationToken)).Keys.Count;
        tool.Clock.Advance(overlap);
        var after = new JsonWebToken(await SignAsync(tool, Settings)).Kid;
        tool.Clock.Advance(overlap);
        var remaining = new JsonWebKeySet(await tool.Browser.GetStringAsync("/lti/jwks", TestContext.Current.CancellationToken)).Keys;

        Assert.Equal(old, during);
        Assert.Equal(2, published);
        Assert.NotEqual(old, after);
        Assert.Equal(after, Assert.Single(remaining).Kid);
    }

    private static Task<string> SignAsync(LtiHost tool, DeepLinkingSettings settings, params ContentItem[] items) =>
        tool.Get<DeepLinkingResponse>().SignAsync(Moodle.Platform, "1", settings, items, TestContext.Current.CancellationToken);

    private static JsonElement Claims(string jwt) => JsonDocument.Parse(Base64UrlEncoder.Decode(jwt.Split('.')[1])).RootElement;

    private static List<JsonElement> Items(JsonElement claims) =>
        [.. claims.GetProperty("https://purl.imsglobal.org/spec/lti-dl/claim/content_items").EnumerateArray()];
}
