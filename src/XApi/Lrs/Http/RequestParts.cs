using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>
/// Method, parameters, headers and body, where they stand or inside the form of the alternate syntax (1.3 of 1.0.3): browsers of old
/// could send only GET and POST across origins.
/// </summary>
internal sealed record RequestParts(
    string Method, IReadOnlyDictionary<string, string> Query, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body, bool IsAlternate)
{
    private const string Content = "content";

    private static readonly string[] HeaderFields =
        [
            "Authorization", "X-Experience-API-Version", "Content-Type", "Content-Length", "If-Match", "If-None-Match", "Accept",
            "Accept-Language",
        ];

    /// <summary>Reads a request.</summary>
    /// <param name="context">The HTTP request.</param>
    /// <param name="maxBytes">Largest body; 0 for any.</param>
    /// <returns>The parts, or why they can't be read.</returns>
    public static async Task<(RequestParts? Parts, LrsReply? Refusal)> ReadAsync(HttpContext context, int maxBytes)
    {
        var request = context.Request;
        if (OnlyOnce(request.Query) is not { } query)
        {
            return (null, LrsReply.BadRequest("LRS-112", "A parameter stands in the address more than once."));
        }

        if (await BodyReader.ReadAsync(request, maxBytes, context.RequestAborted) is not { } body)
        {
            return (null, LrsReply.Refusal(413, "LRS-113", $"At most {maxBytes} bytes are taken."));
        }

        var read = query.TryGetValue("method", out var method) && HttpMethods.IsPost(request.Method)
            ? Alternate(request, query, method, body)
            : (new RequestParts(request.Method, query, request.Headers, body, IsAlternate: false), null);
        return read.Parts?.HasZero == true
            ? (
                null, LrsReply.BadRequest(
                    "LRS-116", "The character U+0000 stands in a parameter or in a field that takes the place of a header."))
            : read;
    }

    /// <value>Whether a parameter or header has a character that no database keeps in a text. HTTP itself lets none into a header, a form
    /// does.</value>
    private bool HasZero =>
        Query.Any(parameter => HasZeroIn(parameter.Key) || HasZeroIn(parameter.Value))
        || (IsAlternate && HeaderFields.Any(name => HasZeroIn(Headers[name].ToString())));

    private static bool HasZeroIn(string text) => text.Contains('\0', StringComparison.Ordinal);

    private static (RequestParts? Parts, LrsReply? Refusal) Alternate(
        HttpRequest request, Dictionary<string, string> query, string method, ReadOnlyMemory<byte> body)
    {
        method = method.ToUpperInvariant();
        if (query.Count > 1 || method is not ("GET" or "PUT" or "POST" or "DELETE" or "HEAD"))
        {
            return (null, LrsReply.BadRequest("LRS-114", "The alternate syntax is a form with nothing but “method” in the address."));
        }

        if (!IsForm(request))
        {
            return (null, LrsReply.BadRequest(
                "LRS-114",
                $"The alternate syntax is a form: Content-Type application/x-www-form-urlencoded and not “{request.ContentType}”."));
        }

        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span));
        if (form.Any(field => field.Value.Count > 1))
        {
            return (null, LrsReply.BadRequest("LRS-112", "A field stands in the form more than once."));
        }

        IHeaderDictionary headers = new HeaderDictionary();
        var others = request.Headers.Where(header => !string.Equals(header.Key, "Content-Type", StringComparison.OrdinalIgnoreCase));
        foreach (var header in others)
        {
            headers[header.Key] = header.Value;
        }

        foreach (var name in HeaderFields)
        {
            if (form.Remove(name, out var value))
            {
                headers[name] = value;
            }
        }

        var content = form.Remove(Content, out var text) ? Encoding.UTF8.GetBytes(text.ToString()) : [];
        if (content.Length > 0 && headers.ContentType.Count == 0)
        {
            headers.ContentType = "application/json";
        }

        var fields = form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        return (new RequestParts(method, fields, headers, content, IsAlternate: true), null);
    }

    private static Dictionary<string, string>? OnlyOnce(IQueryCollection query)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in query)
        {
            if (value.Count != 1)
            {
                return null;
            }

            parameters[name] = value.ToString();
        }

        return parameters;
    }

    private static bool IsForm(HttpRequest request) =>
        request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
}
