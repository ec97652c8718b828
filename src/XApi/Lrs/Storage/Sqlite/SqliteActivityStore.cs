using Microsoft.Data.Sqlite;

namespace LearningBuddy.XApi.Lrs.Storage.Sqlite;

/// <summary>Activities in SQLite.</summary>
internal sealed class SqliteActivityStore(SqliteDatabase database) : IActivityStore
{
    public Task<IReadOnlyDictionary<string, string>> DefinitionsAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        using var connection = database.OpenForReading();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT definition FROM lrs_activity WHERE id = @id";
        var parameter = command.Parameters.Add("@id", SqliteType.Text);
        foreach (var id in ids)
        {
            parameter.Value = id;
            if (command.ExecuteScalar() is string definition)
            {
                found[id] = definition;
            }
        }

        return Task.FromResult<IReadOnlyDictionary<string, string>>(found);
    }
}
