using System.Text.Json;
using LearningBuddy.XApi.Lrs.Intake;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Lrs.Storage.Writing;

/// <summary>Stores one batch inside a transaction. First every id is looked at, then all is written: a conflict leaves no trace.</summary>
/// <param name="tables">The tables.</param>
/// <param name="storedAt">When it is stored, to the millisecond.</param>
internal sealed class StatementInsert(IStatementTables tables, DateTimeOffset storedAt)
{
    public StoreResult Store(IReadOnlyList<IncomingStatement> batch)
    {
        var fresh = new List<IncomingStatement>(batch.Count);
        foreach (var statement in batch)
        {
            if (tables.Find(statement.Id) is not { } existing)
            {
                fresh.Add(statement);
            }
            else if (!AreSame(existing.Payload, statement.Payload))
            {
                return new StoreResult.Conflict(statement.Id);
            }
        }

        var stamp = XApiTimestamp.Format(storedAt);
        foreach (var statement in fresh)
        {
            statement.Stamp(stamp);
            Insert(statement);
        }

        return new StoreResult.Stored(storedAt);
    }

    private void Insert(IncomingStatement statement)
    {
        var sequence = tables.Insert(statement);
        tables.AddTerms(statement.Terms, sequence);
        foreach (var definition in statement.Definitions)
        {
            tables.MergeDefinition(definition);
        }

        foreach (var attachment in statement.Attachments)
        {
            tables.AddAttachment(attachment);
        }

        new StatementReferences(tables).Connect(statement, sequence);
    }

    private static bool AreSame(byte[] stored, byte[] received)
    {
        using var one = JsonDocument.Parse(stored);
        using var other = JsonDocument.Parse(received);
        return StatementComparison.AreSame(one.RootElement, other.RootElement);
    }
}
