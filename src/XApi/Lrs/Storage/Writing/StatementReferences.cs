using LearningBuddy.XApi.Lrs.Intake;

namespace LearningBuddy.XApi.Lrs.Storage.Writing;

/// <summary>
/// Statements about statements. A referring statement is found by everything its target is found by (2.1.3 of 1.0.3), so the target's
/// terms are copied to it when both are there, whichever came first, along whole chains. Voiding works the same way.
/// </summary>
internal sealed class StatementReferences(IStatementTables tables)
{
    /// <summary>Connects a statement that was just stored with those it refers to and those that refer to it.</summary>
    public void Connect(IncomingStatement statement, long sequence)
    {
        if (statement.Target is { } target)
        {
            tables.AddReference(target, sequence, statement.IsVoiding);
            if (tables.Find(target) is { } known && known.Sequence != sequence)
            {
                tables.AddTerms(TermsAlong(known.Payload), sequence);
                if (statement.IsVoiding && !StatementLinks.IsVoiding(known.Payload))
                {
                    tables.Void(known.Sequence);
                }
            }
        }

        var (referring, isVoided) = tables.Referring(statement.Id);
        if (referring.Count == 0)
        {
            return;
        }

        Spread(statement, referring);
        if (isVoided && !statement.IsVoiding)
        {
            tables.Void(sequence);
        }
    }

    /// <summary>Gives the terms of a newcomer, with those it has from its own target, to all that refer to it, directly or not.</summary>
    private void Spread(IncomingStatement statement, IReadOnlyList<long> referring)
    {
        var terms = TermsAlong(statement.Payload);
        var seen = new HashSet<long>(referring);
        var waiting = new Queue<long>(referring);
        while (waiting.TryDequeue(out var sequence))
        {
            tables.AddTerms(terms, sequence);
            foreach (var further in tables.Referring(tables.IdOf(sequence)).Sequences.Where(seen.Add))
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
            next = target is { } id && seen.Add(id) ? tables.Find(id)?.Payload : null;
        }

        return terms;
    }
}
