using System.Net.Mime;
using System.Text.Json;
using LearningBuddy.XApi.Lrs.Intake;
using LearningBuddy.XApi.Lrs.Storage;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>
/// What the three document resources share: reading, listing, replacing, merging, removing (2.2 of 1.0.3, 4.1.6.2 of 2.0).
/// </summary>
internal sealed class DocumentResource(DocumentRules rules, IDocumentStore store, TimeProvider clock) : ILrsResource
{
    public async Task<LrsReply> AnswerAsync(LrsRequest request)
    {
        var isWriting = request.Method != "GET";
        if (!rules.Allows(request.Sender, isWriting))
        {
            return LrsReply.Forbidden();
        }

        if (request.RefuseUnknownParameters([.. rules.Parameters]) is { } unknown)
        {
            return unknown;
        }

        var parameters = new ParameterReader(request);
        var owner = rules.ReadOwner(parameters);
        var since = parameters.Timestamp("since");
        if (parameters.Refusal is { } refusal)
        {
            return refusal;
        }

        if (owner is null)
        {
            return LrsReply.BadRequest("LRS-150", $"Required here: {string.Join(", ", rules.Required)}.");
        }

        if (owner.Contains('\0', StringComparison.Ordinal))
        {
            return LrsReply.BadRequest("LRS-116", "The character U+0000 stands in the agent.");
        }

        var id = request.Query.GetValueOrDefault(rules.IdParameter);
        return (request.Method, id) switch
        {
            ("GET", null) => await ListAsync(owner, since, request.Aborted),
            ("GET", { } one) => await GetAsync(new DocumentKey(rules.Kind, owner, one), request.Aborted),
            ("DELETE", null) when rules.CanRemoveAll => await RemoveAllAsync(owner, request.Aborted),
            ("PUT" or "POST" or "DELETE", null) => LrsReply.BadRequest("LRS-151", $"{rules.IdParameter} is required here."),
            ("PUT" or "POST", _) when !SentDocument.CanBeReturned(request.ContentType) =>
                LrsReply.BadRequest(
                    "LRS-130", "The Content-Type of a document is written in printable ASCII, so that it can be sent back."),
            ("PUT" or "POST" or "DELETE", { } one) => await ChangeAsync(new DocumentKey(rules.Kind, owner, one), request),
            var (method, _) => LrsReply.MethodNotAllowed(method),
        };
    }

    private async Task<LrsReply> GetAsync(DocumentKey key, CancellationToken ct) => await store.FindAsync(key, ct) is { } found
        ? new LrsReply
        {
            Status = 200,
            ContentType = SentDocument.CanBeReturned(found.ContentType) ? found.ContentType : MediaTypeNames.Application.Octet,
            Body = found.Content,
            ETag = found.ETag,
            LastModified = found.UpdatedAt,
        }
        : LrsReply.NotFound();

    private async Task<LrsReply> ListAsync(string owner, DateTimeOffset? since, CancellationToken ct)
    {
        var ids = await store.IdsAsync(rules.Kind, owner, since, ct);
        return LrsReply.Json(JsonSerializer.SerializeToUtf8Bytes(ids, LrsJsonContext.Default.IReadOnlyListString));
    }

    private async Task<LrsReply> RemoveAllAsync(string owner, CancellationToken ct)
    {
        await store.RemoveAllAsync(rules.Kind, owner, ct);
        return LrsReply.NoContent();
    }

    private async Task<LrsReply> ChangeAsync(DocumentKey key, LrsRequest request)
    {
        var sent = new SentDocument(request, rules, clock.GetUtcNow());
        return await store.ChangeAsync(key, sent.Decide, request.Aborted) is DocumentChange.Refuse refuse
            ? LrsReply.Refusal(refuse.Status, refuse.Number, refuse.Message)
            : LrsReply.NoContent();
    }
}
