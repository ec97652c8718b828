using System.Buffers;
using System.Globalization;
using System.Text;
using LearningBuddy.XApi.Lrs.Access;
using LearningBuddy.XApi.Lrs.Storage;
using Microsoft.Extensions.Options;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>GET of statements: one by its id, or a page of those that match.</summary>
internal sealed class StatementsReading(IStatementStore store, StatementForms forms, IOptions<LrsOptions> options)
{
    public async Task<LrsReply> GetAsync(LrsRequest request)
    {
        var (asked, refusal) = StatementParameters.Read(request, options.Value.PageSize);
        if (asked is null)
        {
            return refusal!;
        }

        long? only = request.Sender.MayReadStatements ? null : request.Sender.Authority.Identity;
        return (asked.StatementId ?? asked.VoidedStatementId) is { } id
            ? await GetOneAsync(request, asked, id, only)
            : await GetPageAsync(request, asked with { Query = asked.Query with { Authority = only } });
    }

    private async Task<LrsReply> GetOneAsync(LrsRequest request, StatementParameters asked, Guid id, long? only)
    {
        var through = await store.ConsistentThroughAsync(request.Aborted);
        if (await store.FindAsync(id, asked.VoidedStatementId is not null, only, request.Aborted) is not { } found)
        {
            return LrsReply.NotFound() with { ConsistentThrough = through };
        }

        var json = (await forms.WriteAsync([found], asked.Format, request))[0];
        var reply = asked.Attachments ? await MultipartReply.WriteAsync(json, [found], store, request.Aborted) : LrsReply.Json(json);
        return reply with { ConsistentThrough = through, LastModified = found.StoredAt };
    }

    private async Task<LrsReply> GetPageAsync(LrsRequest request, StatementParameters asked)
    {
        var page = await store.QueryAsync(asked.Query, request.Aborted);
        var json = Join(await forms.WriteAsync(page.Statements, asked.Format, request), MoreAfter(page, request));
        var reply = asked.Attachments
            ? await MultipartReply.WriteAsync(json, page.Statements, store, request.Aborted)
            : LrsReply.Json(json);
        return reply with
        {
            ConsistentThrough = page.ConsistentThrough,
            LastModified = page.Statements.Count == 0 ? null : page.Statements.Max(statement => statement.StoredAt),
        };
    }

    private static ReadOnlyMemory<byte> Join(IReadOnlyList<ReadOnlyMemory<byte>> statements, string more)
    {
        var buffer = new ArrayBufferWriter<byte>(statements.Sum(statement => statement.Length + 1) + more.Length + 64);
        buffer.Write("{\"statements\":["u8);
        for (var i = 0; i < statements.Count; i++)
        {
            if (i > 0)
            {
                buffer.Write(","u8);
            }

            buffer.Write(statements[i].Span);
        }

        buffer.Write("],\"more\":\""u8);
        buffer.Write(Encoding.ASCII.GetBytes(more));
        buffer.Write("\"}"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>The same question, going on where the page ended. It holds no state, so that it never runs out.</summary>
    private static string MoreAfter(StatementPage page, LrsRequest request)
    {
        if (page.NextCursor is not { } cursor)
        {
            return string.Empty;
        }

        var parameters = request.Query
            .Where(parameter => parameter.Key != "cursor")
            .Append(KeyValuePair.Create("cursor", cursor.ToString(CultureInfo.InvariantCulture)))
            .Select(parameter => $"{Uri.EscapeDataString(parameter.Key)}={Uri.EscapeDataString(parameter.Value)}");
        return $"{request.Path}?{string.Join('&', parameters)}";
    }
}
