using System.Text.Json;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Lrs.Intake;

/// <summary>
/// Turns a received batch into statements that only need to be stored. A batch is taken whole or not at all (2.1.2 of 1.0.3).
/// </summary>
internal static class StatementIntake
{
    private const string Voided = "http://adlnet.gov/expapi/verbs/voided";

    /// <summary>Reads one statement or an array of them.</summary>
    /// <param name="json">The parsed body.</param>
    /// <param name="source">Who sends, in which version, with which attachment data.</param>
    public static IntakeResult Read(JsonElement json, IntakeSource source)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return (ReadOne(json, source).Problem ?? source.UnusedPart()) is { } refusal
                ? new IntakeResult.Refused(refusal)
                : new IntakeResult.Ready([Prepare(json, source)]);
        }

        var ids = new HashSet<Guid>();
        var index = 0;
        foreach (var statement in json.EnumerateArray())
        {
            var (problem, id) = ReadOne(statement, source);
            problem ??= id is { } known && !ids.Add(known) ? RepeatedId : null;
            if (problem is not null)
            {
                return new IntakeResult.Refused(problem.At(index));
            }

            index++;
        }

        return source.UnusedPart() is { } unused
            ? new IntakeResult.Refused(unused)
            : new IntakeResult.Ready([.. json.EnumerateArray().Select(statement => Prepare(statement, source))]);
    }

    private static StatementProblem RepeatedId { get; } = new("LRS-062", "id", "Two statements of the batch have this id.");

    private static StatementProblem OtherId { get; } = new("LRS-065", "id", "The statement has another id than the address.");

    private static (StatementProblem? Problem, Guid? Id) ReadOne(JsonElement statement, IntakeSource source)
    {
        if (StatementValidator.Validate(statement, source.Version) is { } problem)
        {
            return (problem, null);
        }

        Guid? id = statement.TryGetProperty("id", out var given) ? given.GetGuid() : null;
        return id is not null && source.OnlyId is not null && id != source.OnlyId
            ? (OtherId, id)
            : (source.CheckAttachments(statement), id);
    }

    private static IncomingStatement Prepare(JsonElement statement, IntakeSource source)
    {
        var id = statement.TryGetProperty("id", out var given) ? given.GetGuid() : source.OnlyId ?? Guid.NewGuid();
        var payload = StatementPayload.Write(statement, id, source.Authority.Utf8, source.Version);
        var terms = StatementTerms.Of(statement);
        terms.AddRelatedAgent(source.Authority.Element);
        var target = TargetOf(statement.GetProperty("object"));
        return new IncomingStatement
        {
            Id = id,
            Payload = payload.ToArray(),
            StampOffsets = payload.StampOffsets,
            Terms = terms.Terms,
            Verb = Term.Verb(statement.GetProperty("verb").GetProperty("id").GetString()!),
            HappenedAt = HappenedAt(statement, source.Version),
            Authority = source.Authority.Identity,
            Target = target,
            IsVoiding = target is not null && statement.GetProperty("verb").GetProperty("id").ValueEquals(Voided),
            Definitions = source.MayDefine ? terms.Definitions : [],
            Attachments = source.AttachmentsOf(statement),
        };
    }

    private static DateTimeOffset? HappenedAt(JsonElement statement, XApiVersion version) =>
        statement.TryGetProperty("timestamp", out var timestamp) && XApiTimestamp.TryParse(timestamp.GetString(), version, out var at)
            ? at
            : null;

    private static Guid? TargetOf(JsonElement about) =>
        about.TryGetProperty("objectType", out var type) && type.ValueEquals("StatementRef") ? about.GetProperty("id").GetGuid() : null;
}
