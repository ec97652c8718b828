using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace LearningBuddy.Tests.Integration.Fuzz.Kit;

/// <summary>Answers of a platform near the border between good and bad: what is in them, how it is written, and how it comes.</summary>
internal static class AnswerMutator
{
    private static readonly string[] Types =
    [
        "application/json; charset=utf-8", "application/json; charset=UTF8", "text/html; charset=iso-8859-1", "application/json; charset=utf-16",
        "application/json; charset=utf-7", "application/json; charset=nonsense", "application/json; charset=", "application/json; charset=\"", "text/html", "x",
        "", ";", "application/json; charset=\u00e9", "application/json; charset=binary, text/html", "application/octet-stream", "multipart/mixed",
    ];

    private static readonly string[] Statuses =
    [
        "200 ", "200 OK\u00e9{\"name\":\"Ann\"}", "201 Created", "202 Accepted", "204 No Content", "206 Partial Content", "299 x", "300 Multiple Choices",
        "304 Not Modified", "400 Bad Request", "400 Incorrect score received{\"a\":1}", "401 Unauthorized", "403 Forbidden", "404 Not Found", "405 No", "408 Request Timeout",
        "409 Conflict", "410 Gone", "418 Teapot", "422 Unprocessable", "429 Too Many Requests", "451 Legal", "500 Internal Server Error", "501 x", "502 x",
        "503 Unavailable", "504 x", "599 x", "600 x", "999 x",
    ];

    private static readonly string[] Places =
    [
        "//", "///", "http://[", "http://", "", "\u00e9", "/odd/place", "?again=1", "#x", "ftp://127.0.0.1/", "mailto:a@b", "http://127.0.0.1:1/", "https://x.example/",
        "javascript:1", "http://a b/", "http://:80/", "\\\\x\\y", "/%", "http://user:p@127.0.0.1/", "http://\u202e/", "//127.0.0.1:99999/", ":", "http:", "http:///x",
    ];

    private static readonly string[] Links =
    [
        "<>; rel=next", "<>; rel=\"next\"", "</odd>; rel=next", "<?page=2>; rel=\"next\"", "<http://[>; rel=\"next\"", "<//>; rel=next", "<http://other.example/>; rel=next",
        "<ftp://127.0.0.1/>; rel=next", "<javascript:1>; rel=\"next\"", "<", "<x", ">;rel=next", "<x>; rel=\u201cnext\u201d", "<x>; rel", "<x>;;;===;rel=next", "<x>; rel=\"last next\"",
        "<a>; rel=prev, <b>; rel=next", "<\u00e9\u202e>; rel=next", "<\\u0000>; rel=next", "<mailto:a@b>; rel=next", "<http://x\u3002example/>; rel=next", ",,,,", ";", "<%>; rel=next",
    ];

    private static readonly string[] Waits = ["0", "-1", "1", "3600", "99999999999", "2147483647", "x", "", "Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "1.5"];

    /// <summary>Answers with this document in them, spoilt or not, that come as they may.</summary>
    /// <param name="good">The document a good platform sends.</param>
    /// <param name="type">Its media type.</param>
    public static Gen<HostileAnswer> Of(string good, string type = "application/json") =>
        from text in Gen.Frequency((1, Gen.Constant(good)), (4, JsonMutator.OfOrTorn(good)))
        from answer in Gen.Frequency((3, Gen.Constant(HostileAnswer.Good(text, type))), (2, Spoilt(text, type)))
        select answer;

    private static Gen<HostileAnswer> Spoilt(string text, string type) =>
        from body in Gen.Frequency((5, Gen.Constant(Encoding.UTF8.GetBytes(text))), (2, Bytes(text)))
        from status in Gen.Frequency((3, Gen.Constant("200 OK")), (2, Gen.Elements(Statuses)))
        from media in Gen.Frequency((2, Gen.Constant(type)), (1, Gen.Elements(Types)))
        from more in Gen.ArrayOf(Header(), 2)
        from whole in Way(new HostileAnswer(status, [("Content-Type", media), .. more.Where(header => header.Item1.Length > 0)], body))
        select whole;

    private static Gen<byte[]> Bytes(string text) => Gen.OneOf(
        Gen.Elements(Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1).Select(encoding => encoding.GetBytes(text)),
        Gen.Elements(Encoding.UTF8, Encoding.Unicode, Encoding.UTF32).Select(encoding => (byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(text)]),
        from place in Gen.Choose(0, Math.Max(0, text.Length - 1))
        from odd in Gen.Elements<byte>(0, 0x80, 0xC0, 0xED, 0xFF)
        select With(Encoding.UTF8.GetBytes(text + " "), place, odd),
        Gen.Constant(Array.Empty<byte>()));

    private static Gen<(string, string)> Header() => Gen.Frequency(
        (4, Gen.Constant(("", ""))),
        (2, Gen.Elements(Links).Select(value => ("Link", value))),
        (1, Gen.Elements(Places).Select(value => ("Location", value))),
        (1, Gen.Elements(Waits).Select(value => ("Retry-After", value))),
        (1, Gen.Elements("max-age=99999999999", "max-age=-1", "no-store, max-age=\"x\"", ",,=", "max-age=2147483647").Select(value => ("Cache-Control", value))),
        (1, Gen.Elements(("Content-Encoding", "gzip"), ("Content-Encoding", "br, x"), ("Set-Cookie", "a=b"), ("Content-Language", "\u00e9"), ("X", new string('x', 8000)), ("Date", "x"))));

    private static Gen<HostileAnswer> Way(HostileAnswer answer) => Gen.Frequency(
        (6, Gen.Constant(answer)),
        (1, Gen.Choose(0, 400).Select(cut => answer with { CutAt = cut })),
        (1, Gen.Elements("0", "1", "999999", "-1", "x", "99999999999999999999").Select(length => With(answer, "Content-Length", length))),
        (1, Gen.Constant(With(answer, "Content-Encoding", "gzip") with { Body = Zipped(answer.Body) })),
        (1, Gen.Elements("5\r\nhello\r\n0\r\n\r\n", "zz\r\n", "0\r\n\r\n", "FFFFFFFFFFFFFFFFF\r\nx").Select(
            chunks => With(answer, "Transfer-Encoding", "chunked") with { Body = Encoding.ASCII.GetBytes(chunks) })),
        (1, Gen.Constant(With(answer, "Transfer-Encoding", "chunked") with { Body = Chunked(answer.Body) })));

    private static HostileAnswer With(HostileAnswer answer, string name, string value) =>
        answer with { Headers = [.. answer.Headers, (name, value)] };

    private static byte[] With(byte[] bytes, int place, byte odd)
    {
        bytes[Math.Min(place, bytes.Length - 1)] = odd;
        return bytes;
    }

    private static byte[] Chunked(byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"), .. body, .. body.Length == 0 ? "\r\n"u8.ToArray() : "\r\n0\r\n\r\n"u8.ToArray()];

    private static byte[] Zipped(byte[] body)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            zip.Write(body);
        }

        return zipped.ToArray();
    }
}
