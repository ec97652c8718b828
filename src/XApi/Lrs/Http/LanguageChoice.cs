using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>
/// Which language of a map a reader gets: the best match for Accept-Language (RFC 4647, 3.4), else English, else the first.
/// </summary>
internal sealed class LanguageChoice
{
    private readonly IReadOnlyList<string> preferred;

    private LanguageChoice(IReadOnlyList<string> preferred) => this.preferred = preferred;

    /// <summary>Reads the header; a broken one counts as none.</summary>
    public static LanguageChoice Parse(string header) => new(
        StringWithQualityHeaderValue.TryParseList([header], out var values)
            ?
            [
                .. values.Where(value => value.Quality is null or > 0)
                    .OrderByDescending(value => value.Quality ?? 1)
                    .Select(value => value.Value.ToString()),
            ]
            : []);

    /// <summary>The one entry to show, or null of an empty map.</summary>
    public JsonProperty? Best(JsonElement map)
    {
        var entries = map.EnumerateObject().ToList();
        foreach (var range in preferred.Append("en"))
        {
            for (var wanted = range; wanted.Length > 0; wanted = wanted[..Math.Max(0, wanted.LastIndexOf('-'))])
            {
                var index = entries.FindIndex(entry => Fits(entry.Name, wanted));
                if (index >= 0)
                {
                    return entries[index];
                }
            }
        }

        return entries.Count == 0 ? null : entries[0];
    }

    private static bool Fits(string tag, string wanted) =>
        tag.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) && (tag.Length == wanted.Length || tag[wanted.Length] == '-');
}
