using System.Text.Json;
using LearningBuddy.XApi.Lrs.Intake;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Lrs.Storage.Sqlite;

/// <summary>Stores one batch inside the writer's transaction. First every id is looked at, then all is written: a conflict leaves no trace.</summary>
/// <param name="session">The writing connection.</param>
internal sealed class SqliteStatementInsert(SqliteSession session)
{
    private readonly byte[] idBytes = new byte[16];

    public StoreResult Store(IReadOnlyList<IncomingStatement> batch)
    {
        var fresh = new List<IncomingStatement>(batch.Count);
        foreach (var statement in batch)
        {
            if (PayloadOf(statement.Id) is not { } existing)
            {
                fresh.Add(statement);
            }
            else if (!AreSame(existing, statement.Payload))
            {
                return new StoreResult.Conflict(statement.Id);
            }
        }

        var stamp = XApiTimestamp.Format(session.StoredAt);
        foreach (var statement in fresh)
        {
            statement.Stamp(stamp);
            Insert(statement, session.StoredAt.ToUnixTimeMilliseconds());
        }

        return new StoreResult.Stored(session.StoredAt);
    }

    private void Insert(IncomingStatement statement, long stored)
    {
        var seq = session.NextSequence++;
        session.Prepare("INSERT INTO lrs_statement (seq, id, stored, authority, payload) VALUES (?1, ?2, ?3, ?4, ?5)")
            .Bind(1, seq).Bind(2, Key(statement.Id)).Bind(3, stored).Bind(4, statement.Authority).Bind(5, statement.Payload).Execute();
        AddTerms(statement.Terms, seq);
        foreach (var definition in statement.Definitions)
        {
            MergeDefinition(definition);
        }

        foreach (var attachment in statement.Attachments)
        {
            session.Prepare("INSERT INTO lrs_attachment (sha2, content) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                .Bind(1, attachment.Sha2).Bind(2, attachment.Content).Execute();
        }

        new SqliteReferences(session).Connect(statement, seq);
    }

    private void AddTerms(IReadOnlyCollection<long> terms, long seq)
    {
        var insert = session.Prepare("INSERT INTO lrs_term (term, seq) VALUES (?1, ?2)");
        foreach (var term in terms)
        {
            insert.Bind(1, term).Bind(2, seq).Execute();
        }
    }

    private void MergeDefinition(ActivityDefinitionText added)
    {
        const int MaxRecent = 20_000;
        if (session.RecentDefinitions.TryGetValue(added.ActivityId, out var recent) && recent == added.Json)
        {
            return;
        }

        var find = session.Prepare("SELECT definition FROM lrs_activity WHERE id = ?1").Bind(1, added.ActivityId);
        var known = find.Step() ? find.Text(0) : null;
        find.Reset();
        session.Prepare("INSERT INTO lrs_activity (id, definition) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET definition = ?2")
            .Bind(1, added.ActivityId).Bind(2, ActivityDefinitions.Merge(known, added.Json)).Execute();
        if (session.RecentDefinitions.Count >= MaxRecent)
        {
            session.RecentDefinitions.Clear();
        }

        session.RecentDefinitions[added.ActivityId] = added.Json;
    }

    private byte[]? PayloadOf(Guid id)
    {
        var find = session.Prepare("SELECT payload FROM lrs_statement WHERE id = ?1").Bind(1, Key(id));
        var payload = find.Step() ? find.Blob(0) : null;
        find.Reset();
        return payload;
    }

    private static bool AreSame(byte[] stored, byte[] received)
    {
        using var one = JsonDocument.Parse(stored);
        using var other = JsonDocument.Parse(received);
        return StatementComparison.AreSame(one.RootElement, other.RootElement);
    }

    private ReadOnlySpan<byte> Key(Guid id)
    {
        id.TryWriteBytes(idBytes, bigEndian: true, out _);
        return idBytes;
    }
}
