namespace LearningBuddy.LtiTool.Data;

/// <summary>
/// One writer at a time, by design: SQLite has a single writer, and waiting in line here is fair and never ends in "database is locked".
/// On PostgreSQL the gate stands open.
/// </summary>
public sealed class WriteGate(bool oneAtATime) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Waits for the turn to write; disposing the result passes it on.</summary>
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken ct)
    {
        if (!oneAtATime)
        {
            return null;
        }

        await turn.WaitAsync(ct);
        return new Turn(turn);
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        private bool passed;

        public void Dispose()
        {
            if (!passed)
            {
                passed = true;
                turn.Release();
            }
        }
    }
}
