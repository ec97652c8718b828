using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LearningBuddy.LtiTool.Data;

/// <summary>
/// Keeps the connection that a context's first query opened until the scope ends. On SQLite opening one costs as much as a small query
/// (functions and settings are made again each time); on PostgreSQL it would only keep others waiting, and is not used.
/// </summary>
internal sealed class OneConnectionAScope : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        eventData.Context?.Database.OpenConnection();

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        eventData.Context?.Database.OpenConnectionAsync(cancellationToken) ?? Task.CompletedTask;
}
