using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningBuddy.Tests.Integration.Lti;

/// <summary>One recorded exchange: what was asked, and the answer byte for byte.</summary>
internal sealed record Recording(string Method, Uri Address, IReadOnlyDictionary<string, string> RequestHeaders, int Status, string Reason, string Head, string Body)
{
    /// <summary>Reads a file in which <c>request</c> and <c>response</c> stand side by side.</summary>
    public static Recording Read(string file)
    {
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        var request = json["request"]!;
        var response = json["response"]!;
        return new(
            request["method"]!.GetValue<string>(),
            new Uri(request["url"]!.GetValue<string>()),
            Headers(request),
            response["status"]!.GetValue<int>(),
            response["reason"]!.GetValue<string>(),
            string.Concat(Headers(response).Where(one => one.Key is not ("Host" or "Connection")).Select(one => $"{one.Key}: {one.Value}\r\n")),
            response["body"]!.GetValue<string>());
    }

    private static Dictionary<string, string> Headers(JsonNode message) => message["headers"]!.AsObject().ToDictionary(
        header => header.Key,
        header => header.Value!.GetValueKind() == JsonValueKind.String ? header.Value.GetValue<string>() : header.Value.ToJsonString(),
        StringComparer.OrdinalIgnoreCase);
}
