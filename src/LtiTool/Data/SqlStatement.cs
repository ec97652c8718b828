using System.Data.Common;

namespace LearningBuddy.LtiTool.Data;

/// <summary>A statement in SQL that both databases understand; its parameters are <c>@p0</c>, <c>@p1</c>, … in order.</summary>
internal readonly record struct SqlStatement(string Text, params object?[] Values)
{
    /// <summary>A command that says this, with the values.</summary>
    public DbCommand On(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Text;
        Fill(command.Parameters, command.CreateParameter);
        return command;
    }

    /// <summary>Puts the values into a command that was made before.</summary>
    public void Refill(DbCommand command)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            command.Parameters[i].Value = Values[i] ?? DBNull.Value;
        }
    }

    /// <summary>Adds this to others that leave together.</summary>
    public void AddTo(DbBatch batch)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = Text;
        Fill(command.Parameters, command.CreateParameter);
        batch.BatchCommands.Add(command);
    }

    private void Fill(DbParameterCollection parameters, Func<DbParameter> create)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            var parameter = create();
            parameter.ParameterName = "p" + i;
            parameter.Value = Values[i] ?? DBNull.Value;
            parameters.Add(parameter);
        }
    }
}
