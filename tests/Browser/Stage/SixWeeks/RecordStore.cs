using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace LearningBuddy.Tests.Browser.Stage.SixWeeks;

/// <summary>The tool's record store as an analyst's program reads it: over HTTP, with a key.</summary>
internal static class RecordStore
{
    /// <summary>All statements, newest first.</summary>
    public static async Task<IReadOnlyList<JsonElement>> AllAsync(ToolStage tool)
    {
        using var client = new HttpClient { BaseAddress = new Uri(tool.Url) };
        var key = Encoding.UTF8.GetBytes($"{ToolStage.StoreKey}:{ToolStage.StoreSecret}");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(key));
        client.DefaultRequestHeaders.Add("X-Experience-API-Version", "2.0.0");
        var statements = new List<JsonElement>();
        for (string? more = "/xapi/statements"; !string.IsNullOrEmpty(more);)
        {
            using var page = JsonDocument.Parse(await client.GetStringAsync(new Uri(more, UriKind.Relative)));
            statements.AddRange(page.RootElement.GetProperty("statements").EnumerateArray().Select(statement => statement.Clone()));
            more = page.RootElement.TryGetProperty("more", out var next) ? next.GetString() : null;
        }

        return statements;
    }
}
