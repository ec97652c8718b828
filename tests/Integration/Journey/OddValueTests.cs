using System.Net.Http.Headers;
using System.Reflection;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class OddValuesOnSqliteTests() : OddValueTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class OddValuesOnPostgresTests() : OddValueTests(onPostgres: true);

/// <summary>
/// Every handler of every page, found and not listed by hand, gets values that no page of ours sends, from a learner, a teacher and somebody
/// without a session: each is answered, and none with a fault of ours.
/// </summary>
public abstract class OddValueTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private const int Variants = 3;

    /// <summary>They don't end.</summary>
    private const string Streams = "OnGetStreamAsync";

    /// <summary>As they stand in a form or an address: with half of a character, which no text can hold, in UTF-8 all the same.</summary>
    private static readonly string[][] Texts =
    [
        ["%00", "a%00b", "%ED%A0%80", "%FF%FE"],
        ["%E2%80%AE%E2%81%A6x%0D%0Ay", "%3Cscript%3E%26%22%27", "0001-01-01T00:00", "9999-12-31T23:59"],
        [new string('a', 20_000), "%F0%9F%98%80%E2%80%8D", "-1", "1e400"],
    ];

    private static readonly string[][] Numbers = [["-1", "0"], ["2147483647", "-2147483648"], ["99999999999999999999", "NaN"]];
    private static readonly string[][] Days = [["0001-01-01"], ["9999-12-31"], ["31.12.2026"]];
    private static readonly string[] Tokens = ["%00", "e-%ED%A0%80", "..%2F..%2Fadmin", "e-" + new string('x', 3000), "e-%E2%80%AEx"];

    private List<string> known = [];
    private int turn;

    [Fact]
    public async Task No_handler_of_any_page_answers_odd_values_with_a_fault()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        await learner.PostAsync("/questions/ask", ("text", "How do you begin?"), ("audience", "Facilitators"));
        using var teacher = await Room.OpenAsync(Room.Teacher);
        known = Stage.Look(db => new[]
        {
            db.Participations.Single().Id, db.Evidence.Single().Id, db.Designs.Single().Id, db.Questions.Single().Id, db.Journeys.Single().Id,
        }).Select(id => id.ToString()).ToList();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        var (wrong, asked) = (new List<string>(), 0);

        foreach (var (page, handler) in Handlers())
        {
            for (var variant = 0; variant < Variants; variant++)
            {
                foreach (var visitor in page.IsWithoutSession ? new Visitor?[] { null } : [learner, teacher])
                {
                    var status = await AskAsync(client, visitor, page, handler, variant);
                    asked++;
                    if (status >= 500)
                    {
                        wrong.Add($"{page.Name} {handler.Name} {variant} {(visitor == teacher ? "teacher" : "other")}: {status}");
                    }
                }
            }
        }

        Assert.Equal([], wrong);
        Assert.True(asked > 600, $"{asked} requests.");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Doors_without_a_session_answer_odd_tokens_in_every_way_of_asking(string method)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        foreach (var door in new[] { "/g/{0}", "/n/{0}", "/n/{0}/stop", "/n/{0}/address", "/cal/{0}.ics", "/me/open/{0}", "/me/j/{0}/today", "/c/{0}", "/s/{0}/today" })
        {
            foreach (var token in Tokens)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), Raw(Stage.ToolUrl + door.Replace("{0}", token, StringComparison.Ordinal)));
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True((int)answer.StatusCode < 500, $"{method} {door} {token[..Math.Min(20, token.Length)]}: {answer.StatusCode}");
            }
        }
    }

    private IEnumerable<(ToolPage Page, MethodInfo Handler)> Handlers() =>
        from page in ToolPage.All(Stage)
        from method in page.Model.GetMethods(BindingFlags.Instance | BindingFlags.Public)
        where (method.Name.StartsWith("OnGet", StringComparison.Ordinal) || method.Name.StartsWith("OnPost", StringComparison.Ordinal))
            && method.Name != Streams
        select (page, method);

    private async Task<int> AskAsync(HttpClient client, Visitor? visitor, ToolPage page, MethodInfo handler, int variant)
    {
        var isPost = handler.Name.StartsWith("OnPost", StringComparison.Ordinal);
        var name = handler.Name[(isPost ? 6 : 5)..].Replace("Async", "", StringComparison.Ordinal);
        var fields = string.Join('&', handler.GetParameters().SelectMany(parameter => Fields(parameter.Name!, parameter.ParameterType, variant)));
        var path = System.Text.RegularExpressions.Regex.Replace(page.Path, @"\{[^}]*\}", _ => Tokens[turn++ % Tokens.Length])
            + (name.Length > 0 ? $"?handler={name}" : "?");
        var address = (visitor is null ? Stage.ToolUrl : visitor.InSession("/x").AbsoluteUri[..^2]) + path;
        using var request = new HttpRequestMessage(isPost ? HttpMethod.Post : HttpMethod.Get, Raw(isPost ? address : $"{address}&{Short(fields)}"));
        request.Headers.Add("Sec-Fetch-Dest", "iframe");
        request.Headers.Add("Sec-Fetch-Mode", "navigate");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (visitor?.Cookie(request.RequestUri!) is { Length: > 0 } cookie)
        {
            request.Headers.Add("Cookie", cookie);
        }

        if (isPost)
        {
            request.Content = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(fields));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        }

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    /// <summary>What a server's request line takes.</summary>
    private static string Short(string fields) => fields.Length <= 8000 ? fields : fields[..8000].TrimEnd('%', '0');

    private IEnumerable<string> Fields(string name, Type type, int variant, int depth = 0)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(CancellationToken) || depth > 2)
        {
            return [];
        }

        if (plain == typeof(Guid))
        {
            return [$"{name}={(variant == 0 ? "no-id" : known[turn++ % known.Count])}"];
        }

        if (plain == typeof(int) || plain == typeof(long) || plain == typeof(double) || plain.IsEnum)
        {
            return [$"{name}={Next(Numbers[variant])}"];
        }

        if (plain == typeof(bool))
        {
            return [$"{name}={(variant == 2 ? "perhaps" : "true")}"];
        }

        if (plain == typeof(DateOnly) || plain == typeof(DateTimeOffset) || plain == typeof(TimeOnly))
        {
            return [$"{name}={Next(Days[variant])}"];
        }

        if (plain == typeof(string))
        {
            return [$"{name}={Next(Texts[variant])}"];
        }

        if (plain.IsArray || (plain.IsGenericType && plain.GetGenericArguments().Length == 1))
        {
            var item = plain.IsArray ? plain.GetElementType()! : plain.GetGenericArguments()[0];
            return Enumerable.Range(0, 2 + (variant * 20)).SelectMany(index => item == typeof(string) || item.IsValueType
                ? Fields(name, item, variant, depth + 1)
                : Fields($"{name}[{index}]", item, variant, depth + 1));
        }

        return plain.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.CanWrite)
            .SelectMany(property => Fields(depth == 0 ? property.Name : $"{name}.{property.Name}", property.PropertyType, variant, depth + 1));
    }

    private string Next(string[] values) => values[turn++ % values.Length];

    /// <summary>Sent as it stands: what is odd about it is not put right on the way.</summary>
    private static Uri Raw(string address) => new(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
}
