using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>Keeps what requests threw and nobody caught: a person saw a page with a number to quote.</summary>
internal sealed class UnhandledFaults : ILoggerProvider
{
    private const string Category = "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware";
    private readonly ConcurrentQueue<string> faults = [];

    public IReadOnlyCollection<string> All => faults;

    public void Forget() => faults.Clear();

    public ILogger CreateLogger(string categoryName) => new Listener(categoryName == Category ? faults : null);

    public void Dispose()
    {
    }

    private sealed class Listener(ConcurrentQueue<string>? faults) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => faults is not null && logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null)
            {
                faults?.Enqueue(exception.ToString());
            }
        }
    }
}
