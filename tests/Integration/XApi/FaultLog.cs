using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LearningBuddy.Tests.Integration.XApi;

/// <summary>Keeps what is logged with an exception.</summary>
internal sealed class FaultLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> faults = [];

    public IEnumerable<string> Faults => faults;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is not null)
        {
            faults.Enqueue(exception.ToString());
        }
    }

    public void Dispose()
    {
    }
}
