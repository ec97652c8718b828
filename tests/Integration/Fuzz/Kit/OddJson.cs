namespace LearningBuddy.Tests.Integration.Fuzz.Kit;

/// <summary>Values as they go over the wire that no good sender writes in their place, each a JSON value by itself.</summary>
internal static class OddJson
{
    /// <summary>Short ones.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        "null", "true", "false", "0", "-0", "-1", "1.5", "1e999", "-1e999", "1e-999", "1e308", "9223372036854775808",
        "123456789012345678901234567890.5", "-62135596800", "253402300799", "253402300800", "1e15", "2147483648",
        "\"\"", "\" \"", "\"x\"", "\"0\"", "\"true\"", "\"1e999\"", "\"-1\"", "\"null\"", "\"$Person.address.timezone\"",
        "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"a\\ud83d\"", "\"\\ud83d\\ude00\"", "\"\\uffff\"", "\"\\ufeff\"",
        "\"\\u202eevil\\u202c\"", "\"\\u2066\\u2067\\u2069\"", "\"\\u200b\\u200d\"", "\"\\u0085\\u2028\\u2029\"", "\"a\\r\\nSet-Cookie: x=1\"",
        "\"\\t\\b\\f\\u001b[31m\"", "\"e\\u0301\\u0301\\u0301\"", "\"\u05d0\u0628\"", "\"<script>alert(1)</script>\"", "\"'; DROP TABLE person; --\"",
        "\"{0} {{x}} %s %n\"", "\"../../etc/passwd\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999-23:59\"", "\"2026-02-30T25:61:61Z\"",
        "\"http://\"", "\"http://[\"", "\"http://\\u202e.example/\"", "\"http://xn--\u00e4.example/\"", "\"http://a b/\"", "\"https://x:99999/\"",
        "\"https://\\ud800.example/\"", "\"//x\"", "\"ftp://x/\"", "\"javascript:alert(1)\"", "\"data:text/html,x\"", "\"file:///etc/passwd\"",
        "\"http://user:pass@x.example/\"", "\"https://x.example/%\"", "\"https://x.example/?a=%00&b=%ff#\\u0000\"", "\"urn:x\"", "\"https:x\"",
        "\"http://x.example./\"", "\"http://0x7f.1/\"", "\"http://[::1%25eth0]/\"", "\"http://\\u3002/\"", "\"http://-.-/\"", "\"http://\\u00ad/\"",
        "\"Europe/Nowhere\"", "\"../UTC\"", "\"Etc/GMT+12\"", "\"tlh-Qaak\"", "\"x-klingon\"", "\"en_US.UTF-8\"", "\"i-default-1234567890\"",
        "\"truncated\"", "\"%E0%A4%A\"", "\",,,\"", "\"00000000-0000-0000-0000-000000000000\"",
        "[]", "{}", "[null]", "[[]]", "[{}]", "[1]", "[\"\"]", "[\"\\u0000\"]", "[\"\\ud800\",7,null,{}]", "{\"\":\"\"}", "{\"\\u0000\":1}", "{\"\\ud800\":1}",
        "{\"a\":1,\"a\":2}", "{\"id\":\"\"}", "{\"id\":7}", "{\"id\":null}", "{\"id\":{}}", "{\"id\":\"a\\u0000b\"}",
        "\"http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor\"", "[\"http://purl.imsglobal.org/vocab/lis/v2/membership#Learner\",{}]",
        "[\"http://purl.imsglobal.org/vocab/lti/system/person#TestUser\"]",
    ];

    /// <summary>Long and deep ones; seldom drawn, since they take time.</summary>
    public static IReadOnlyList<string> Huge { get; } =
    [
        $"\"{new string('x', 256)}\"", $"\"{new string('x', 3000)}\"", $"\"{new string('\u00e4', 70_000)}\"", $"\"{Repeat("\\ud83d\\ude00", 200)}\"",
        $"\"{Repeat("\\u0000", 3000)}\"", $"\"https://x.example/{new string('a', 3000)}\"", $"\"https://{new string('a', 300)}.example/\"",
        $"\"https://x.example/{new string('a', 70_000)}\"", new string('9', 400), $"1{new string('0', 3000)}", $"0.{new string('1', 3000)}",
        $"{new string('[', 20)}{new string(']', 20)}", $"{new string('[', 70)}{new string(']', 70)}", $"[{Repeat("\"x\",", 2000)}1]",
        $"{{{string.Join(',', Enumerable.Range(0, 500).Select(n => $"\"k{n}\":\"{n}\""))}}}",
    ];

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
