using Microsoft.Data.Sqlite;

namespace LearningBuddy.Tests.Browser.Stage;

/// <summary>What the tool's database holds, read beside the running tool.</summary>
internal sealed class StoredDrafts(ToolStage tool)
{
    /// <summary>The draft of a piece of evidence as it is stored, or null while it lacks these words.</summary>
    public string? With(string evidenceId, string words) =>
        Read("""SELECT "Draft" FROM evidence WHERE "Id" = $id COLLATE NOCASE""", ("$id", evidenceId)) is { } draft && draft.Contains(words, StringComparison.Ordinal) ? draft : null;

    /// <summary>Who, by the LMS's own id, and in which course, by its id there, wrote the draft with these words; null while nobody has.</summary>
    public string? AuthorOf(string words) => Read(
        """
        SELECT a."Name" || ' in ' || c."ContextId" FROM evidence e
        JOIN participation own ON own."Id" = e."ParticipationId" JOIN account a ON a."PersonId" = own."PersonId"
        JOIN journey j ON j."Id" = own."JourneyId" JOIN course c ON c."Id" = j."CourseId"
        WHERE instr(e."Draft", $words) > 0
        """,
        ("$words", words));

    /// <summary>How many questions with these words were asked.</summary>
    public string Questions(string words) => Read("""SELECT CAST(count(*) AS TEXT) FROM question WHERE "Text" = $words""", ("$words", words)) ?? "0";

    /// <summary>How often a piece with these words was handed in.</summary>
    public string HandedIn(string words) =>
        Read("""SELECT CAST(count(*) AS TEXT) FROM evidence_version WHERE instr("Text", $words) > 0""", ("$words", words)) ?? "0";

    /// <summary>How many devices are notified at this address.</summary>
    public string NotifiedAt(string endpoint) =>
        Read("""SELECT CAST(count(*) AS TEXT) FROM device WHERE "Push_Endpoint" = $endpoint""", ("$endpoint", endpoint)) ?? "0";

    private string? Read(string sql, (string Name, string Value) parameter)
    {
        using var connection = new SqliteConnection($"Data Source={tool.Database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue(parameter.Name, parameter.Value);
        return command.ExecuteScalar() as string;
    }
}
