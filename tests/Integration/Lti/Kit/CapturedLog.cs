using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LearningBuddy.Tests.Integration.Lti;

/// <summary>Keeps every line that the tool itself logs, or another part, to prove what is in it and what is not.</summary>
internal sealed class CapturedLog(string part = "LearningBuddy") : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Writer(Lines, part, categoryName);

    public void Dispose()
    {
    }

    private sealed class Writer(ConcurrentQueue<string> lines, string part, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && category.StartsWith(part, StringComparison.Ordinal))
            {
                lines.Enqueue($"{category} {eventId.Id} {formatter(state, exception)} {exception}");
            }
        }
    }
}
