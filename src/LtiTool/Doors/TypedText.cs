using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>
/// Reads what was typed into a form whose session has ended, however large the files in it are: they are passed over and never kept. Nobody
/// has proved who they are here, so that little is read into memory and nothing is written.
/// </summary>
internal static class TypedText
{
    /// <summary>Most text that is given back, in characters.</summary>
    private const int MostText = 256 * 1024;

    /// <summary>The largest body that is looked through, in bytes.</summary>
    private const long LargestBody = 64 * 1024 * 1024;

    /// <summary>The text fields by name, in the order of the form; those read until then when something is too large or broken.</summary>
    public static async Task<IReadOnlyList<KeyValuePair<string, string>>> ReadAsync(HttpRequest request)
    {
        var fields = new List<KeyValuePair<string, string>>();
        if (!request.HasFormContentType)
        {
            return fields;
        }

        try
        {
            if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
                && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 } boundary)
            {
                await ReadPartsAsync(request, boundary.ToString(), fields);
            }
            else if (request.ContentLength is null or <= MostText)
            {
                var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
                fields.AddRange(form.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())));
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            // What was read so far is better than nothing.
        }

        return fields;
    }

    private static async Task ReadPartsAsync(HttpRequest request, string boundary, List<KeyValuePair<string, string>> fields)
    {
        var ct = request.HttpContext.RequestAborted;
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestBody;
        }

        var parts = new MultipartReader(boundary, request.Body);
        var room = new char[MostText].AsMemory();
        while (await parts.ReadNextSectionAsync(ct) is { } part)
        {
            // Files are passed over: the next part begins where they end.
            if (part.GetContentDispositionHeader() is { } about && about.IsFormDisposition())
            {
                using var reader = new StreamReader(part.Body);
                var length = await reader.ReadBlockAsync(room, ct);
                fields.Add(KeyValuePair.Create(HeaderUtilities.RemoveQuotes(about.Name).ToString(), room[..length].ToString()));
                room = room[length..];
            }
        }
    }
}
