using System.Text;
using System.Text.Json;
using LearningBuddy.XApi.Lrs.Intake;
using LearningBuddy.XApi.Lrs.Storage;
using LearningBuddy.XApi.Statements;
using LearningBuddy.XApi.Statements.Rules;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>PUT and POST of statements (2.1.1 and 2.1.2 of 1.0.3).</summary>
internal sealed class StatementsWriting(IStatementStore store)
{
    public async Task<LrsReply> PutAsync(LrsRequest request)
    {
        if (request.RefuseUnknownParameters("statementId") is { } refusal)
        {
            return refusal;
        }

        if (!request.Query.TryGetValue("statementId", out var text) || !Formats.IsUuid(text))
        {
            return LrsReply.BadRequest("LRS-120", "PUT needs a statementId, a UUID.");
        }

        var reply = await StoreAsync(request, new Guid(text));
        return reply.Status == 200 ? LrsReply.NoContent() with { ConsistentThrough = reply.ConsistentThrough } : reply;
    }

    public async Task<LrsReply> PostAsync(LrsRequest request) => request.Query.Count > 0
        ? LrsReply.BadRequest("LRS-121", "POST of statements takes no parameters.")
        : await StoreAsync(request, onlyId: null);

    private async Task<LrsReply> StoreAsync(LrsRequest request, Guid? onlyId)
    {
        var (content, refusal) = await StatementContent.ReadAsync(request);
        if (content is null)
        {
            return refusal!;
        }

        if (JsonText.TryParse(content.Json, out var document) is { } notJson)
        {
            return LrsReply.BadRequest(notJson);
        }

        using (document)
        {
            if (onlyId is not null && document!.RootElement.ValueKind != JsonValueKind.Object)
            {
                return LrsReply.BadRequest("LRS-122", "PUT takes one statement.");
            }

            var source = new IntakeSource(request.Version, request.Sender.Authority, request.Sender.MayDefine)
            {
                Parts = content.Parts,
                OnlyId = onlyId,
            };
            return StatementIntake.Read(document!.RootElement, source) switch
            {
                IntakeResult.Refused refused => LrsReply.BadRequest(refused.Problem),
                IntakeResult.Ready ready => ToReply(await store.StoreAsync(ready.Statements, request.Aborted), ready.Statements),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
    }

    private static LrsReply ToReply(StoreResult result, IReadOnlyList<IncomingStatement> statements) => result switch
    {
        StoreResult.Conflict conflict => LrsReply.Refusal(409, "LRS-123", $"Another statement has the id {conflict.Id:D}."),
        StoreResult.Stored stored => LrsReply.Json(Encoding.ASCII.GetBytes(
            $"[{string.Join(',', statements.Select(statement => $"\"{statement.Id:D}\""))}]")) with
        {
            ConsistentThrough = stored.StoredAt,
        },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
