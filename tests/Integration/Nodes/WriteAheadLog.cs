using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>
/// Counts what SQLite has committed to a database since it began to look, by SQLite's own record: the last frame of each transaction in the write-ahead log tells
/// the size of the database after it, all others tell zero (<see href="https://www.sqlite.org/fileformat2.html#the_write_ahead_log">SQLite, the write-ahead log</see>).
/// </summary>
internal sealed class WriteAheadLog : IDisposable
{
    private const int HeaderSize = 32;
    private const int FrameHeaderSize = 24;
    private readonly SqliteConnection reader;
    private readonly SqliteTransaction snapshot;
    private readonly string path;

    /// <summary>An open snapshot keeps SQLite from beginning the log again, so that nothing counted is written over.</summary>
    public WriteAheadLog(string database)
    {
        path = database + "-wal";
        reader = new SqliteConnection($"Data Source={database};Pooling=false");
        reader.Open();
        snapshot = reader.BeginTransaction(deferred: true);
        using var look = reader.CreateCommand();
        look.Transaction = snapshot;
        look.CommandText = "SELECT count(*) FROM session";
        look.ExecuteScalar();
    }

    /// <summary>Transactions that are in the log.</summary>
    public int Commits()
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var log = new byte[file.Length];
        file.ReadExactly(log);
        var salt = log.AsSpan(16, 8);
        var frameSize = FrameHeaderSize + BinaryPrimitives.ReadInt32BigEndian(log.AsSpan(8));
        var commits = 0;
        for (var frame = HeaderSize; frame + frameSize <= log.Length && log.AsSpan(frame + 8, 8).SequenceEqual(salt); frame += frameSize)
        {
            commits += BinaryPrimitives.ReadUInt32BigEndian(log.AsSpan(frame + 4)) > 0 ? 1 : 0;
        }

        return commits;
    }

    public void Dispose()
    {
        snapshot.Dispose();
        reader.Dispose();
    }
}
