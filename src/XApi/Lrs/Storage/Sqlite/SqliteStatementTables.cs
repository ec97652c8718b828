using LearningBuddy.XApi.Lrs.Intake;
using LearningBuddy.XApi.Lrs.Storage.Writing;

namespace LearningBuddy.XApi.Lrs.Storage.Sqlite;

/// <summary>The tables of statements in SQLite.</summary>
/// <param name="session">The writing connection.</param>
/// <param name="firstSequence">Sequence number of the next statement.</param>
internal sealed class SqliteStatementTables(SqliteSession session, long firstSequence) : IStatementTables
{
    private const int MaxRecent = 20_000;

    /// <summary>Definitions seen lately, so that the same one is not merged again with every statement.</summary>
    private readonly Dictionary<string, string> recentDefinitions = [];

    private readonly byte[] idBytes = new byte[16];
    private long nextSequence = firstSequence;

    /// <summary>Forgets what is remembered of a transaction that was undone. Sequence numbers may have gaps.</summary>
    public void Forget() => recentDefinitions.Clear();

    public (long Sequence, byte[] Payload)? Find(Guid id)
    {
        var find = session.Prepare("SELECT seq, payload FROM lrs_statement WHERE id = ?1").Bind(1, Key(id));
        (long, byte[])? found = find.Step() ? (find.Integer(0), find.Blob(1)) : null;
        find.Reset();
        return found;
    }

    public Guid IdOf(long sequence)
    {
        var find = session.Prepare("SELECT id FROM lrs_statement WHERE seq = ?1").Bind(1, sequence);
        find.Step();
        var id = new Guid(find.Blob(0), bigEndian: true);
        find.Reset();
        return id;
    }

    public long Insert(IncomingStatement statement)
    {
        var sequence = nextSequence++;
        session.Prepare("INSERT INTO lrs_statement (seq, id, stored, authority, payload) VALUES (?1, ?2, ?3, ?4, ?5)")
            .Bind(1, sequence)
            .Bind(2, Key(statement.Id))
            .Bind(3, session.StoredAt.ToUnixTimeMilliseconds())
            .Bind(4, statement.Authority)
            .Bind(5, statement.Payload)
            .Execute();
        session.Prepare("INSERT INTO lrs_fact (seq, verb, quarter) VALUES (?1, ?2, ?3)")
            .Bind(1, sequence)
            .Bind(2, statement.Verb)
            .Bind(3, QuarterHour.Of(statement.HappenedAt ?? session.StoredAt))
            .Execute();
        return sequence;
    }

    public void AddTerms(IReadOnlyCollection<long> terms, long sequence)
    {
        var insert = session.Prepare("INSERT INTO lrs_term (term, seq) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
        foreach (var term in terms)
        {
            insert.Bind(1, term).Bind(2, sequence).Execute();
        }
    }

    public void MergeDefinition(ActivityDefinitionText added)
    {
        if (recentDefinitions.TryGetValue(added.ActivityId, out var recent) && recent == added.Json)
        {
            return;
        }

        var find = session.Prepare("SELECT definition FROM lrs_activity WHERE id = ?1").Bind(1, added.ActivityId);
        var known = find.Step() ? find.Text(0) : null;
        find.Reset();
        session.Prepare("INSERT INTO lrs_activity (id, definition) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET definition = ?2")
            .Bind(1, added.ActivityId).Bind(2, ActivityDefinitions.Merge(known, added.Json)).Execute();
        if (recentDefinitions.Count >= MaxRecent)
        {
            recentDefinitions.Clear();
        }

        recentDefinitions[added.ActivityId] = added.Json;
    }

    public void AddAttachment(AttachmentData attachment) =>
        session.Prepare("INSERT INTO lrs_attachment (sha2, content) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
            .Bind(1, attachment.Sha2).Bind(2, attachment.Content).Execute();

    public void AddReference(Guid target, long sequence, bool voids) =>
        session.Prepare("INSERT INTO lrs_reference (target, seq, voids) VALUES (?1, ?2, ?3)")
            .Bind(1, Key(target)).Bind(2, sequence).Bind(3, voids ? 1 : 0).Execute();

    public (IReadOnlyList<long> Sequences, bool IsVoided) Referring(Guid id)
    {
        var find = session.Prepare("SELECT seq, voids FROM lrs_reference WHERE target = ?1").Bind(1, Key(id));
        if (!find.Step())
        {
            return ([], false);
        }

        var (sequences, isVoided) = (new List<long>(), false);
        do
        {
            sequences.Add(find.Integer(0));
            isVoided |= find.Integer(1) != 0;
        }
        while (find.Step());
        return (sequences, isVoided);
    }

    public void Void(long sequence) =>
        session.Prepare("INSERT INTO lrs_voided (seq) VALUES (?1) ON CONFLICT DO NOTHING").Bind(1, sequence).Execute();

    private ReadOnlySpan<byte> Key(Guid id)
    {
        id.TryWriteBytes(idBytes, bigEndian: true, out _);
        return idBytes;
    }
}
