using System.Security.Cryptography;
using System.Text;
using LearningBuddy.XApi.Lrs.Http;
using LearningBuddy.XApi.Statements;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

/// <summary>What browsers, proxies and programs make of a request.</summary>
public sealed class LrsRequestFormsTests
{
    private const string Hash = "0a4d55a8d778e5022fab701977c5d840bbc486d0";

    [Theory]
    [InlineData("\"" + Hash + "\"", true)]
    [InlineData("\"" + Hash + "-gzip\"", true)]
    [InlineData("\"" + Hash + ";br\"", true)]
    [InlineData("W/\"" + Hash + "\"", true)]
    [InlineData("0A4D55A8D778E5022FAB701977C5D840BBC486D0", true)]
    [InlineData("\"other\", \"" + Hash + "\"", true)]
    [InlineData("*", true)]
    [InlineData("\"1a4d55a8d778e5022fab701977c5d840bbc486d0\"", false)]
    [InlineData("\"" + Hash + "0\"", false)]
    [InlineData("\"other\"", false)]
    [InlineData("\"\"", false)]
    public void A_tag_says_the_same_after_a_proxy(string header, bool matches) =>
        Assert.Equal(matches, SentDocument.Matches(header, $"\"{Hash}\""));

    [Theory]
    [InlineData("BINARY", true)]
    [InlineData("binary ", true)]
    [InlineData("Binary", true)]
    [InlineData("base64", false)]
    [InlineData("", false)]
    public async Task The_encoding_of_a_part_is_read_in_any_letters(string encoding, bool isTaken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData("hello"u8));
        var body = "preamble\n\r\n--b\r\ncontent-type: application/json\r\n\r\n{}\r\n--b\r\ncontent-type: text/plain\r\n"
            + $"content-transfer-encoding: {encoding}\r\nx-experience-api-hash: {hash}\r\n\r\nhello\r\n--b--\r\n";

        var (content, refusal) = await MultipartStatements.ReadAsync(Request() with { Body = Encoding.UTF8.GetBytes(body) }, "b");

        Assert.Equal(isTaken, content is not null);
        Assert.Equal(isTaken ? null : "LRS-131", refusal?.Problem?.Number);
    }

    [Theory]
    [InlineData("2026-07-12T15:33:18.656000 00:00", XApiVersion.V103, "%2B")]
    [InlineData("2026-07-12T15:33:18.656000 00:00", XApiVersion.V200, "%2B")]
    [InlineData("03/05/2026 2:12 PM", XApiVersion.V103, "e.g.")]
    [InlineData("1767225600", XApiVersion.V200, "e.g.")]
    [InlineData("", XApiVersion.V103, "e.g.")]
    [InlineData("2026-01-01T00:00:00.0000000", XApiVersion.V200, "zone")]
    [InlineData("2026-01-01T00:00:00.0000000", XApiVersion.V103, null)]
    [InlineData("2026-07-12T15:33:18.656000+00:00", XApiVersion.V200, null)]
    public void A_time_that_is_none_is_explained(string text, XApiVersion version, string? words)
    {
        var reader = new ParameterReader(Request() with { Version = version, Query = new Dictionary<string, string> { ["since"] = text } });

        var moment = reader.Timestamp("since");

        Assert.Equal(words is null, moment is not null);
        if (words is not null)
        {
            Assert.Equal("LRS-141", reader.Refusal!.Problem!.Number);
            Assert.Contains("“since”", reader.Refusal.Problem.Message, StringComparison.Ordinal);
            Assert.Contains(words, reader.Refusal.Problem.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("text/plain;charset=UTF-8", "GET", false)]
    [InlineData("application/x-www-form-urlencoded; charset=UTF-8", "GET", true)]
    [InlineData("application/x-www-form-urlencoded", "get", true)]
    [InlineData("application/x-www-form-urlencoded", "TRACE", false)]
    public async Task The_alternate_syntax_names_the_content_type_that_it_is_not(string contentType, string method, bool isTaken)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.QueryString = new QueryString("?method=" + method);
        context.Request.ContentType = contentType;
        context.Request.Body = new MemoryStream("stateId=bookmark"u8.ToArray());

        var (parts, refusal) = await RequestParts.ReadAsync(context, 0);

        Assert.Equal(isTaken ? "GET" : null, parts?.Method);
        Assert.Equal(isTaken ? null : "LRS-114", refusal?.Problem?.Number);
        if (contentType.StartsWith("text", StringComparison.Ordinal))
        {
            Assert.Contains(contentType, refusal!.Problem!.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over()
    {
        Assert.Null(JsonText.TryParse(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}' }, out var document));
        document!.Dispose();
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00 })]
    [InlineData(new byte[] { 0x7B, 0x00, 0x7D, 0x00 })]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x7B, 0x7D })]
    public void Another_encoding_is_not_JSON(byte[] body) => Assert.Equal("LRS-001", JsonText.TryParse(body, out _)!.Number);

    private static LrsRequest Request() => new()
    {
        Method = "GET",
        Version = XApiVersion.V103,
        Query = new Dictionary<string, string>(),
        Headers = new HeaderDictionary(),
        Path = "/xapi/statements",
    };
}
