using LearningBuddy.XApi.Lrs.Intake;

namespace LearningBuddy.XApi.Lrs.Storage.Sqlite;

/// <summary>
/// Statements about statements. A referring statement is found by everything its target is found by (2.1.3 of 1.0.3), so the target's
/// terms are copied to it when both are there, whichever came first, along whole chains. Voiding works the same way.
/// </summary>
internal sealed class SqliteReferences(SqliteSession session)
{
    /// <summary>Connects a statement that was just stored with those it refers to and those that refer to it.</summary>
    public void Connect(IncomingStatement statement, long seq)
    {
        if (statement.Target is { } target)
        {
            session.Prepare("INSERT INTO lrs_reference (target, seq, voids) VALUES (?1, ?2, ?3)")
                .Bind(1, target.ToByteArray(bigEndian: true)).Bind(2, seq).Bind(3, statement.IsVoiding ? 1 : 0).Execute();
            if (Find(target) is { } known && known.Seq != seq)
            {
                Add(TermsAlong(known.Payload), seq);
                if (statement.IsVoiding && !StatementLinks.IsVoiding(known.Payload))
                {
                    Void(known.Seq);
                }
            }
        }

        var (referring, isVoided) = Referring(statement.Id);
        if (referring.Count > 0)
        {
            Spread(statement, referring);
            if (isVoided && !statement.IsVoiding)
            {
                Void(seq);
            }
        }
    }

    /// <summary>Gives the terms of a newcomer, with those it has from its own target, to all that refer to it, directly or not.</summary>
    private void Spread(IncomingStatement statement, List<long> referring)
    {
        var terms = TermsAlong(statement.Payload);
        var seen = new HashSet<long>(referring);
        var waiting = new Queue<long>(referring);
        while (waiting.TryDequeue(out var seq))
        {
            Add(terms, seq);
            var id = session.Prepare("SELECT id FROM lrs_statement WHERE seq = ?1").Bind(1, seq);
            id.Step();
            var key = new Guid(id.Blob(0), bigEndian: true);
            id.Reset();
            foreach (var further in Referring(key).Seqs.Where(seen.Add))
            {
                waiting.Enqueue(further);
            }
        }
    }

    /// <summary>The terms of a statement and of everything it points at, however far; a ring ends where it began.</summary>
    private HashSet<long> TermsAlong(byte[] payload)
    {
        var terms = new HashSet<long>();
        var seen = new HashSet<Guid>();
        for (byte[]? next = payload; next is not null;)
        {
            var (own, target) = StatementLinks.Read(next);
            terms.UnionWith(own);
            next = target is { } id && seen.Add(id) ? Find(id)?.Payload : null;
        }

        return terms;
    }

    private void Add(HashSet<long> terms, long seq)
    {
        var insert = session.Prepare("INSERT INTO lrs_term (term, seq) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
        foreach (var term in terms)
        {
            insert.Bind(1, term).Bind(2, seq).Execute();
        }
    }

    private void Void(long seq) => session.Prepare("INSERT INTO lrs_voided (seq) VALUES (?1) ON CONFLICT DO NOTHING").Bind(1, seq).Execute();

    private (List<long> Seqs, bool IsVoided) Referring(Guid id)
    {
        var (seqs, isVoided) = (new List<long>(), false);
        var find = session.Prepare("SELECT seq, voids FROM lrs_reference WHERE target = ?1").Bind(1, id.ToByteArray(bigEndian: true));
        while (find.Step())
        {
            seqs.Add(find.Integer(0));
            isVoided |= find.Integer(1) != 0;
        }

        return (seqs, isVoided);
    }

    private (long Seq, byte[] Payload)? Find(Guid id)
    {
        var find = session.Prepare("SELECT seq, payload FROM lrs_statement WHERE id = ?1").Bind(1, id.ToByteArray(bigEndian: true));
        (long, byte[])? found = find.Step() ? (find.Integer(0), find.Blob(1)) : null;
        find.Reset();
        return found;
    }
}
