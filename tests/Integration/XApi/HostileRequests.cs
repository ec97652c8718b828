using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using static LearningBuddy.Tests.Integration.XApi.LrsCalls;

namespace LearningBuddy.Tests.Integration.XApi;

/// <summary>A request before it is sent.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Address">Path and query, as they go over the wire.</param>
/// <param name="Headers">Headers, content's included.</param>
/// <param name="Body">The body, or null.</param>
internal sealed record HostileRequest(string Method, string Address, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body)
{
    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(Address, UriKind.Relative));
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
        }

        foreach (var (name, value) in Headers.Where(header => !header.Name.StartsWith("Content", StringComparison.Ordinal)))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        foreach (var (name, value) in Headers.Where(header => header.Name.StartsWith("Content", StringComparison.Ordinal)))
        {
            message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    public override string ToString() =>
        $"{Method} {Address}\n{string.Join('\n', Headers.Select(header => $"{header.Name}: {header.Value}"))}\n\n{Encoding.UTF8.GetString((Body ?? []).AsSpan(0, Math.Min(2000, Body?.Length ?? 0)))}";
}

/// <summary>Requests near the border between good and bad: most parts are right, some are from the worst senders.</summary>
internal static class HostileRequests
{
    private const string Good = "Basic a2V5OnNlY3JldA==";

    private static readonly string[] Texts =
    [
        "a", "a\0b", "\0", "😀", "e\u0301", "\uFFFF", "'; DROP TABLE lrs_statement; --", "%", "\\u0000", "\r\n", "", " ", new('x', 3000), "null", "-1", "0", "true",
        "99999999999999999999", "1e999", "9223372036854775807", "2147483648", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59.999-23:59", "2026-01-01T00:00:00Z",
        "2016-12-31T23:59:60Z", "60d112fc-3150-5150-892c-4e1e41ddf21f", "{60d112fc-3150-5150-892c-4e1e41ddf21f}", "http://x.example/a", "http://x.example/\0", "x:\uD83D\uDE00",
    ];

    private static readonly string[] Agents =
    [
        """{"mbox":"mailto:a@b.example"}""", """{"account":{"homePage":"http://x.example","name":"a"}}""", """{"account":{"homePage":"http://x.example","name":"a\u0000b"}}""",
        """{"account":{"homePage":"http://x.example","name":"\ud800"}}""", """{"account":{"homePage":"http://x.example","name":""}}""", """{"mbox":"mailto:@"}""", """{"mbox":"mailto:a\u0000@b"}""",
        """{"openid":"http://x.example/\u0000"}""", """{"mbox_sha1sum":"da39a3ee5e6b4b0d3255bfef95601890afd80709"}""", """{"objectType":"Group","member":[]}""", "[]", "{}", "7", "null", "",
    ];

    private static readonly string[] RawValues = ["%00", "a%00b", "%ED%A0%80", "%FF%FE", "%", "%zz", "+", "%0d%0aX:1", "%C0%80"];

    private static readonly string[] Json =
    [
        "null", "true", "0", "-0", "1e400", "-1e-400", "123456789012345678901234567890.5", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\udc00\\ud800\"", "[]", "{}", "[null]",
        "[[[[[]]]]]", "{\"\":{\"\":{}}}", "{\"a\":1,\"a\":2}", "{\"\\u0000\":\"\\u0000\"}", "\"mailto:a@b\"", "\"http://x\"", "\"x:\\u0000\"", "\"60d112fc-3150-5150-892c-4e1e41ddf21f\"",
        "\"2026-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00+23:59\"", "\"9999-12-31T23:59:59.999-23:59\"", "\"P1D\"", "\"P99999999999999Y\"", "{\"objectType\":\"Group\",\"member\":[]}",
        "{\"objectType\":\"SubStatement\"}", "{\"objectType\":7}", "{\"mbox\":\"mailto:a@b.example\"}", "{\"account\":{\"homePage\":\"http://x.example\",\"name\":\"\\u0000\"}}",
        "{\"id\":\"http://x.example/a\",\"definition\":{\"name\":{\"en\":\"\\u0000\"},\"extensions\":{\"http://x.example/e\":\"\\u0000\"}}}",
        "{\"objectType\":\"StatementRef\",\"id\":\"60d112fc-3150-5150-892c-4e1e41ddf21f\"}", "{\"en\":\"\\u0000\"}", "{\"http://x.example/e\":[1e999,\"\\u0000\"]}",
    ];

    private static readonly string[] Places =
    [
        "id", "actor", "actor.mbox", "actor.account", "actor.account.name", "actor.name", "verb", "verb.id", "verb.display", "verb.display.en", "object", "object.id", "object.objectType", "object.definition",
        "object.definition.name", "object.definition.type", "object.definition.extensions", "result", "result.score", "result.score.scaled", "result.score.raw", "result.duration", "result.response",
        "result.extensions", "context", "context.registration", "context.team", "context.contextActivities", "context.contextActivities.parent", "context.extensions", "context.statement", "timestamp",
        "stored", "authority", "version", "attachments", "\0", "x",
    ];

    private static readonly string[] Names =
    [
        "statementId", "voidedStatementId", "agent", "verb", "activity", "registration", "related_activities", "related_agents", "since", "until", "limit", "format", "attachments", "ascending", "cursor",
        "activityId", "stateId", "profileId", "method", "\0", "x",
    ];

    private static readonly string[] MediaTypes =
    [
        "application/json", "application/json; charset=utf-8", "text/plain", "text/plain; charset=\u00e9", "a/\u00e9", "application/octet-stream", "multipart/mixed; boundary=b", "multipart/mixed", "x", "",
        "application/x-www-form-urlencoded", "a/b; c=\"", "*/*",
    ];

    private static readonly string[] Tags = ["*", "\"x\"", "x", "W/\"x\"", "\"da39a3ee5e6b4b0d3255bfef95601890afd80709\"", ",", "\u00e9", ""];

    /// <summary>Any request.</summary>
    public static Gen<HostileRequest> All() =>
        from request in Gen.Frequency((4, Statements()), (3, Documents()), (2, Questions()), (1, Forms()))
        from more in Gen.Frequency((3, Gen.Constant(("", ""))), (1, Parameter()))
        from headers in Headers()
        select request with
        {
            Address = more.Item1.Length == 0 ? request.Address : $"{request.Address}{(request.Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{more.Item1}={more.Item2}",
            Headers = [.. request.Headers, .. headers],
        };

    private static Gen<HostileRequest> Statements() =>
        from method in Gen.Frequency((4, Gen.Constant("POST")), (1, Gen.Constant("PUT")))
        from count in Gen.Choose(1, 3)
        from statements in Gen.ArrayOf(Statement(), count)
        from body in Gen.Frequency((8, Gen.Constant(count == 1 ? statements[0] : $"[{string.Join(',', statements)}]")), (1, Gen.Elements(Json)), (1, Torn()))
        from parts in Gen.Frequency((6, Gen.Constant(false)), (1, Gen.Constant(true)))
        from type in Gen.Frequency((8, Gen.Constant("application/json")), (1, Gen.Elements(MediaTypes)))
        select new HostileRequest(
            method,
            method == "PUT" ? $"/xapi/statements?statementId={IdIn(body)}" : "/xapi/statements",
            [("Content-Type", parts ? "multipart/mixed; boundary=b" : type)],
            Encoding.UTF8.GetBytes(parts
                ? $"--b\r\nContent-Type: application/json\r\n\r\n{body}\r\n--b\r\nContent-Type: a/b\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: {new string('a', 64)}\r\n\r\n\0\r\n--b--"
                : body));

    private static string IdIn(string body) => body.StartsWith("{\"id\":\"", StringComparison.Ordinal) ? body[7..Math.Min(43, body.Length)] : Guid.Empty.ToString("D");

    private static Gen<string> Statement() =>
        from changes in Gen.Frequency((3, Gen.Constant(0)), (3, Gen.Constant(1)), (1, Gen.Choose(2, 3))).SelectMany(count => Gen.ArrayOf(from place in Gen.Elements(Places) from value in Gen.Elements(Json) select (place, value), count))
        select changes.Aggregate(Whole(), (json, change) => Put(json, change.place, change.value));

    /// <summary>A statement with a placeholder for each place where something can be put.</summary>
    private static string Whole() => LrsCalls.Statement(more: """
        {"actor":{"name":"Ann","account":{"homePage":"http://x.example","name":"ann"}},"verb":{"id":"http://x.example/v","display":{"en":"did"}},
         "object":{"objectType":"Activity","id":"http://x.example/a","definition":{"name":{"en":"A"},"type":"http://x.example/t","extensions":{}}},
         "result":{"score":{"scaled":0.5,"raw":1},"duration":"PT1S","response":"r","extensions":{}},
         "context":{"contextActivities":{"parent":[]},"extensions":{}}}
        """).ToJsonString();

    /// <summary>As text where JSON nodes would refuse it: twice the same name, half a character.</summary>
    private static string Put(string json, string place, string value)
    {
        if (JsonNode.Parse(json, documentOptions: new() { AllowDuplicateProperties = true }) is not JsonObject root)
        {
            return json;
        }

        const string Mark = "\"@@\"";
        var steps = place.Split('.');
        var parent = steps[..^1].Aggregate((JsonObject?)root, (node, step) => node?[step] as JsonObject);
        if (parent is null)
        {
            return json;
        }

        parent[steps[^1]] = "@@";
        return root.ToJsonString().Replace(Mark, Parses(value) ? value : "null", StringComparison.Ordinal);
    }

    /// <summary>What can be put in the middle and changed again; the rest stands in whole bodies.</summary>
    private static bool Parses(string value) => !value.Contains("ud800", StringComparison.Ordinal) && !value.Contains("\"a\":2", StringComparison.Ordinal);

    private static Gen<string> Torn() => Gen.OneOf(
        from statement in Statement() from length in Gen.Choose(0, 200) select statement[..Math.Min(length, statement.Length)],
        Gen.Elements(new string('[', 100_000), "{\"a\":" + new string('[', 63), $"{{\"result\":{{\"score\":{{\"raw\":{new string('9', 5000)}}}}}}}", "\uFEFF[]", "[]", "[{}]", "[1", ""),
        from statement in Statement() from raw in Gen.Elements(Json) select statement.Replace("\"Ann\"", raw, StringComparison.Ordinal),
        from statement in Statement() from raw in Gen.Elements(Json) select statement.Replace("\"extensions\":{}", $"\"extensions\":{{\"http://x.example/e\":{raw}}}", StringComparison.Ordinal));

    private static Gen<HostileRequest> Documents() =>
        from method in Gen.Elements("GET", "GET", "PUT", "POST", "DELETE", "HEAD")
        from prefix in Gen.Elements("/xapi", "/xapi/v1")
        from resource in Gen.Elements("activities/state", "activities/profile", "agents/profile")
        from id in Gen.Frequency((3, Gen.Elements("1", "2", "3")), (1, Text()))
        from activity in Gen.Frequency((4, Gen.Constant(Escape("http://x.example/a"))), (1, Text()))
        from agent in Gen.Frequency((3, Gen.Constant(Escape(Agents[0]))), (2, Gen.Elements(Agents).Select(Escape)))
        from type in Gen.Frequency((2, Gen.Constant("application/json")), (1, Gen.Elements(MediaTypes)))
        from body in Gen.Frequency((2, Gen.Elements("""{"a":1}""", """{"b":{"c":[]}}""")), (1, Gen.Elements(Json)), (1, Torn()))
        let owner = resource switch { "activities/state" => $"activityId={activity}&agent={agent}", "activities/profile" => $"activityId={activity}", _ => $"agent={agent}" }
        select new HostileRequest(
            method,
            $"{prefix}/{resource}?{owner}&{(resource == "activities/state" ? "stateId" : "profileId")}={id}",
            [("Content-Type", type)],
            method is "PUT" or "POST" ? Encoding.UTF8.GetBytes(body) : null);

    private static Gen<HostileRequest> Questions() =>
        from path in Gen.Elements("statements", "statements", "statements", "agents", "activities", "about", "activities/state", "")
        from method in Gen.Frequency((6, Gen.Constant("GET")), (1, Gen.Elements("HEAD", "DELETE", "PATCH", "OPTIONS", "FOO")))
        from count in Gen.Choose(0, 4)
        from parameters in Gen.ArrayOf(Parameter(), count)
        select new HostileRequest(
            method, $"/xapi/{path}?{string.Join('&', parameters.DistinctBy(parameter => parameter.Item1).Select(parameter => $"{parameter.Item1}={parameter.Item2}"))}", [], null);

    private static Gen<HostileRequest> Forms() =>
        from method in Gen.Elements("GET", "PUT", "POST", "DELETE")
        from resource in Gen.Elements("statements", "activities/state", "agents/profile")
        from count in Gen.Choose(0, 4)
        from parameters in Gen.ArrayOf(Parameter(), count)
        from type in Gen.Elements(MediaTypes.Append("text/plain\0").Append("a/b\r\nX: 1").ToArray())
        from content in Gen.OneOf(Statement(), Gen.Elements(Json))
        select new HostileRequest(
            "POST",
            $"/xapi/v1/{resource}?method={method}",
            [("Content-Type", "application/x-www-form-urlencoded"), ("X-Experience-API-Version", "1.0.3")],
            Encoding.ASCII.GetBytes($"Authorization={Escape(Good)}&Content-Type={Escape(type)}&activityId={Escape("http://x.example/a")}&agent={Escape(Agents[0])}&stateId=1&content={Escape(content)}&"
                + string.Join('&', parameters.Select(parameter => $"{parameter.Item1}={parameter.Item2}"))));

    private static Gen<(string, string)> Parameter() => Gen.Frequency(
        (1, from name in Gen.Elements(Names)
            from value in Gen.OneOf(Text(), Gen.Elements(Agents).Select(Escape))
            select (Escape(name), value)),
        (3, Gen.Elements(
            ("agent", Escape(Agents[0])), ("agent", Escape(Agents[2])), ("verb", Escape("http://x.example/v")), ("activity", Escape("http://x.example/a")), ("limit", "3"), ("limit", "9223372036854775807"),
            ("cursor", "9223372036854775807"), ("since", "0001-01-01T00:00:00Z"), ("until", "9999-12-31T23:59:59.999Z"), ("format", "canonical"), ("format", "ids"), ("ascending", "true"),
            ("related_agents", "true"), ("related_activities", "true"), ("attachments", "true"))));

    private static Gen<string> Text() => Gen.Frequency((3, Gen.Elements(Texts).Select(Escape)), (1, Gen.Elements(RawValues)));

    private static Gen<(string, string)[]> Headers() =>
        from authorization in Gen.Frequency((30, Gen.Constant(Good)), (2, Gen.Elements(
            Basic("a\0b:c"), Basic("key:\0"), Basic("\uD83D\uDE00:x"), Basic(new string('k', 3000) + ":x"), "Basic", "Basic =", "Bearer x", "Basic \u00e9", Basic("key"), Basic(":"), "")))
        from version in Gen.Frequency((12, Gen.Elements("2.0.0", "1.0.3")), (1, Gen.Elements("", "1.0", "9.9.9", "2.0.0\u00e9", "0", new string('1', 500))))
        from match in Gen.Frequency((4, Gen.Constant(("", ""))), (1, from name in Gen.Elements("If-Match", "If-None-Match") from tag in Gen.Elements(Tags) select (name, tag)))
        from accept in Gen.Frequency((3, Gen.Constant(("", ""))), (1, from name in Gen.Elements("Accept", "Accept-Language") from text in Gen.Elements("application/json", "de;q=x", "*", "\u00e9", ";;;", new string(',', 500)) select (name, text)))
        select new[] { ("Authorization", authorization), ("X-Experience-API-Version", version), match, accept }.Where(header => header.Item1.Length > 0).ToArray();

    private static string Basic(string pair) => string.Create(CultureInfo.InvariantCulture, $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair))}");
}
