using LearningBuddy.XApi.Lrs.Storage;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>
/// The statements resource (2.1 of 1.0.3, 4.1.6.1 of 2.0): finds the arm for the method and asks whether the credential may.
/// </summary>
internal sealed class StatementsResource(IStatementStore store, StatementsWriting writing, StatementsReading reading) : ILrsResource
{
    public bool TellsConsistency => true;

    public Task<LrsReply> AnswerAsync(LrsRequest request) => request.Method switch
    {
        "PUT" when request.Sender.MayWriteStatements => writing.PutAsync(request),
        "POST" when request.Sender.MayWriteStatements => writing.PostAsync(request),
        "GET" when request.Sender.MayReadOwnStatements => reading.GetAsync(request),
        "PUT" or "POST" or "GET" => Task.FromResult(LrsReply.Forbidden()),
        var other => Task.FromResult(LrsReply.MethodNotAllowed(other)),
    };

    public ValueTask<DateTimeOffset> ConsistentThroughAsync(CancellationToken ct) => store.ConsistentThroughAsync(ct);
}
