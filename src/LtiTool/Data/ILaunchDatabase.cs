using System.Data.Common;

namespace LearningBuddy.LtiTool.Data;

/// <summary>
/// The short way to the database, for what every launch writes and what every page asks: plain SQL on connections whose statements stay
/// prepared. Building and preparing them again took more processor time than running them (tests/Benchmarks/README.md).
/// </summary>
internal interface ILaunchDatabase
{
    /// <summary>
    /// Runs the write of a launch inside a transaction; what it throws undoes its own changes only. The commit does not wait
    /// for the disk: losing a session row in a power cut costs nobody more than opening the activity again (docs/adr/0006).
    /// What a person writes never goes this way.
    /// </summary>
    Task<T> WriteAsync<T>(Func<PlainSql, Task<T>> work, CancellationToken ct);

    /// <summary>Reads the first row, or null when there is none.</summary>
    Task<T?> FirstAsync<T>(SqlStatement question, Func<DbDataReader, T> read, CancellationToken ct)
        where T : class;
}
