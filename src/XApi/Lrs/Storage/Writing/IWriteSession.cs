namespace LearningBuddy.XApi.Lrs.Storage.Writing;

/// <summary>The writing side of a database: one transaction after the other, on one thread.</summary>
internal interface IWriteSession : IDisposable
{
    /// <value>When statements of the current transaction are stored.</value>
    DateTimeOffset StoredAt { get; }

    /// <value>The tables of statements, inside the current transaction.</value>
    IStatementTables Statements { get; }

    /// <summary>Begins a transaction; no other writer, of this node or another, has one at the same time.</summary>
    /// <param name="ids">Statements that will be looked for, so that they can be fetched together.</param>
    void Begin(IReadOnlyCollection<Guid> ids);

    /// <summary>Everything is on the disk when this returns.</summary>
    void Commit();

    /// <summary>Undoes everything since <see cref="Begin"/>.</summary>
    void Rollback();
}
