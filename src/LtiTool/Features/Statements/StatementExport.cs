using System.Globalization;
using LearningBuddy.LtiTool.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Statements;

/// <summary>What a view is taken away as.</summary>
internal enum StatementFormat
{
    /// <summary>One statement a line.</summary>
    JsonLines,

    /// <summary>RFC 4180, with a header line; see <see cref="CsvLine"/>.</summary>
    Csv,
}

/// <summary>Streams a view to the browser: nothing is held in memory as a whole.</summary>
internal sealed class StatementExport(JourneyStatements statements, StatementFilter filter, StatementFormat format, CultureInfo reader)
    : IActionResult
{
    /// <summary>A table holds what the statements say: the words of people stay in the course.</summary>
    private static readonly Dictionary<string, string> NoTitles = [];

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
            await response.WriteAsync(CsvLine.Start + "id,timestamp,who,verb,did,what,detail\r\n", ct);
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
                await response.WriteAsync(CsvLine.Of(Cells(StatementSentence.From(stored, names, NoTitles, reader))), ct);
            }
        }
    }

    private static string[] Cells(StatementSentence row) =>
        [row.Id.ToString(), row.At.ToString("O", CultureInfo.InvariantCulture), row.Who, row.Verb, row.Did, row.What, row.Detail ?? ""];
}
