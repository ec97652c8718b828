using System.Collections.Concurrent;
using System.Diagnostics;
using LearningBuddy.LtiTool.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>
/// Tells which commands on one SQLite database a piece of work led to: EF Core's by the trace that goes along with HTTP requests, so that workers go on unseen,
/// and the tool's own plain ones by their spans. Those of a launch run in a transaction that belongs to no request; only launches and pages lead to any.
/// Make it before the tool: EF Core remembers for a second that nobody listens.
/// </summary>
internal sealed class SqliteCommands : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string Own = "LearningBuddy.Tests.SqliteCommands";
    private readonly ActivitySource source = new(Own);
    private readonly ActivityListener listener;
    private readonly ConcurrentBag<IDisposable> subscriptions = [];
    private ConcurrentQueue<string> commands = [];
    private ActivityTraceId trace;

    public SqliteCommands()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = candidate => candidate.Name is Own or TelemetryNames.Spans or "System.Net.Http" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Source.Name is Own or TelemetryNames.Spans || options.Parent.TraceId == trace ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(listener);
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The database, as its connections name it.</summary>
    public string File { get; set; } = "";

    /// <summary>The SQL of the commands, in order, that this work led to.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Func<Task> work)
    {
        commands = [];
        using var activity = source.StartActivity("work")!;
        trace = activity.TraceId;
        await work();
        return [.. commands];
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Command: { } command } && Activity.Current?.TraceId == trace && command.Connection?.DataSource == File)
        {
            commands.Enqueue(command.CommandText);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }

        listener.Dispose();
        source.Dispose();
    }

    private void Note(Activity activity)
    {
        if (activity.Source.Name == TelemetryNames.Spans && File.Equals(activity.GetTagItem("db.namespace")))
        {
            commands.Enqueue((string)activity.GetTagItem("db.query.text")!);
        }
    }
}
