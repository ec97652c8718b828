using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Client;

/// <summary>Sends one batch and finds out what became of each statement.</summary>
internal sealed class Sending(HttpClient http, LrsEndpoint endpoint, ClientLimits limits)
{
    private SendResult? stopped;

    public async Task<IReadOnlyList<SendResult>> SendAsync(IReadOnlyList<FrozenStatement> batch, CancellationToken ct)
    {
        if (stopped is not null)
        {
            return All(batch, stopped);
        }

        using var request = Requests.Post(endpoint, batch);
        var answer = await LrsAnswer.FetchAsync(http, request, limits, ct);
        switch (answer.Class)
        {
            case AnswerClass.Done when Receipt.IsFor(batch, answer):
                return All(batch, new SendResult.Sent());
            case AnswerClass.Done:
                return All(batch, stopped = new SendResult.Retry(answer.RetryAfter, $"{Receipt.Missing} ({answer.Words})"));
            case AnswerClass.Again:
                return All(batch, stopped = new SendResult.Retry(answer.RetryAfter, answer.Words));
            case AnswerClass.Misconfigured:
                return All(batch, stopped = new SendResult.Misconfigured(answer.Words));
            case AnswerClass.Refused or AnswerClass.Conflict when batch.Count > 1:
                var (first, second) = Batches.Halve(batch);
                return [.. await SendAsync(first, ct), .. await SendAsync(second, ct)];
            case AnswerClass.Conflict:
                return [await CompareAsync(batch[0], answer, ct)];
            default:
                return [new SendResult.Poison(answer.Words)];
        }
    }

    /// <summary>The id is taken: by the same statement, which is good, or by another.</summary>
    private async Task<SendResult> CompareAsync(FrozenStatement statement, LrsAnswer conflict, CancellationToken ct)
    {
        using var request = Requests.To(endpoint, HttpMethod.Get, endpoint.To($"statements?statementId={statement.Id:D}"));
        var answer = await LrsAnswer.FetchAsync(http, request, limits, ct);
        return answer.Class switch
        {
            AnswerClass.Done =>
                IsSame(answer.Body, statement.Json) ? new SendResult.SameAlreadyThere() : new SendResult.Conflict(conflict.Words),
            AnswerClass.Again => stopped = new SendResult.Retry(answer.RetryAfter, answer.Words),

            // Voided or not to be seen by us, but there: sending it under another id would count it twice.
            _ when answer.Status == 404 => new SendResult.SameAlreadyThere(),

            // The credential may write and not read: the conflict is all that is known.
            _ => new SendResult.Conflict(conflict.Words),
        };
    }

    private static bool IsSame(ReadOnlyMemory<byte> theirs, ReadOnlyMemory<byte> ours)
    {
        if (JsonText.TryParse(theirs, out var there) is not null)
        {
            return false;
        }

        using (there)
        {
            using var here = System.Text.Json.JsonDocument.Parse(ours);
            return StatementValidator.Validate(there!.RootElement, XApiVersion.V200) is null
                && StatementComparison.AreSame(here.RootElement, there.RootElement);
        }
    }

    private static SendResult[] All(IReadOnlyList<FrozenStatement> batch, SendResult result) => [.. batch.Select(_ => result)];
}
