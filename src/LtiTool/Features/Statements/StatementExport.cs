using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Statements;

/// <summary>What a view is taken away as.</summary>
internal enum StatementFormat
{
    /// <summary>One statement a line.</summary>
    JsonLines,

    /// <summary>RFC 4180, with a header line.</summary>
    Csv,
}

/// <summary>Streams a view to the browser: nothing is held in memory as a whole.</summary>
internal sealed class StatementExport(
    JourneyStatements statements, StatementFilter filter, StatementFormat format, CultureInfo reader) : IActionResult
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var ct = context.HttpContext.RequestAborted;
        var (type, name) = format == StatementFormat.Csv
            ? ("text/csv; charset=utf-8", "statements.csv")
            : ("application/jsonl; charset=utf-8", "statements.jsonl");
        response.ContentType = type;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        var names = JourneyStatements.NamesOf(await statements.PeopleAsync(ct));
        if (format == StatementFormat.Csv)
        {
            await response.WriteAsync("id,timestamp,who,verb,did,what,detail\r\n", ct);
        }

        await foreach (var stored in statements.AllAsync(filter, ct))
        {
            if (format == StatementFormat.JsonLines)
            {
                await response.Body.WriteAsync(stored.Payload, ct);
                await response.Body.WriteAsync(LineEnd, ct);
            }
            else
            {
                await response.WriteAsync(Line(StatementSentence.From(stored, names, reader)), ct);
            }
        }
    }

    private static string Line(StatementSentence row) => string.Join(',', Cells(row).Select(Cell)) + "\r\n";

    private static string[] Cells(StatementSentence row) =>
        [row.Id.ToString(), row.At.ToString("O", CultureInfo.InvariantCulture), row.Who, row.Verb, row.Did, row.What, row.Detail ?? ""];

    /// <summary>A cell that no spreadsheet takes for a formula.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t') ? "'" + text : text;
        return new StringBuilder("\"").Append(safe.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"').ToString();
    }
}
