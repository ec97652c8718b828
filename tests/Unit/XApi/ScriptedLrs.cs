using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LearningBuddy.XApi.Client;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.Tests.Unit.XApi;

/// <summary>A record store that answers what a test tells it to and remembers what it was asked.</summary>
internal sealed class ScriptedLrs(Func<HttpRequestMessage, string, HttpResponseMessage> answer) : HttpMessageHandler
{
    public static readonly LrsEndpoint Endpoint = new(new Uri("https://lrs.example/xapi/"), XApiVersion.V103, "key", "secret");

    public List<(HttpRequestMessage Request, string Body)> Asked { get; } = [];

    public LrsClient Client(TimeSpan? timeout = null, TimeProvider? clock = null) =>
        new(new HttpClient(this, disposeHandler: false), clock ?? TimeProvider.System, timeout);

    public static HttpResponseMessage Says(HttpStatusCode status, string body = "", TimeSpan? retryAfter = null)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        response.Headers.RetryAfter = retryAfter is { } wait ? new RetryConditionHeaderValue(wait) : null;
        return response;
    }

    /// <summary>What a record store says that took all statements of a request.</summary>
    public static HttpResponseMessage Takes(string body)
    {
        using var statements = JsonDocument.Parse(body);
        return Says(HttpStatusCode.OK, $"[{string.Join(',', statements.RootElement.EnumerateArray().Select(statement => statement.GetProperty("id").GetRawText()))}]");
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Asked.Add((request, body));
        return answer(request, body);
    }
}
