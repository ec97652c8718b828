using System.Collections.Concurrent;
using System.Diagnostics;

namespace LearningBuddy.Tests.Integration.Nodes;

/// <summary>Listens to the driver of PostgreSQL, and tells which commands a piece of work led to: those of its trace, which goes along with its HTTP requests.</summary>
internal sealed class TracedCommands : IDisposable
{
    private const string Own = "LearningBuddy.Tests.TracedCommands";
    private readonly ActivitySource source = new(Own);
    private readonly ActivityListener listener;
    private readonly ConcurrentDictionary<ActivityTraceId, ConcurrentQueue<string>> traces = [];

    public TracedCommands()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = candidate => candidate.Name is Own or "System.Net.Http" or "Microsoft.AspNetCore" or "Npgsql",
            Sample = Sample,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The SQL of the commands, in order, that this work led to.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Func<Task> work)
    {
        using var trace = source.StartActivity("work")!;
        var commands = traces[trace.TraceId] = [];
        await work();
        return [.. commands];
    }

    public void Dispose()
    {
        listener.Dispose();
        source.Dispose();
    }

    /// <summary>Other tests of this process go on unseen.</summary>
    private ActivitySamplingResult Sample(ref ActivityCreationOptions<ActivityContext> options) =>
        options.Source.Name == Own || traces.ContainsKey(options.Parent.TraceId) ? ActivitySamplingResult.AllData : ActivitySamplingResult.None;

    private void Note(Activity activity)
    {
        if (activity.GetTagItem("db.query.text") is string text && traces.TryGetValue(activity.TraceId, out var commands))
        {
            commands.Enqueue(text);
        }
    }
}
