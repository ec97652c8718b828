using System.Collections.Concurrent;
using System.Data.Common;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

[assembly: Xunit.AssemblyFixture(typeof(EndOfRunningTools))]

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>
/// Tools that run already, for one test after the other: starting one, and doing everything in it for the first time, is most of what a test costs. What is
/// stored is forgotten in between; each test brings an LMS of its own, which is another platform to the tool.
/// </summary>
internal static class RunningTools
{
    private static readonly ConcurrentDictionary<(bool OnPostgres, string Kind), ConcurrentBag<RunningTool>> Idle = new();

    /// <summary>One that nobody uses now, as after its first start.</summary>
    public static async Task<RunningTool> TakeAsync((bool OnPostgres, string Kind) sort, Action<WebApplicationBuilder> configure)
    {
        while (Of(sort).TryTake(out var idle))
        {
            try
            {
                await idle.BeginAnewAsync();
                return idle;
            }
            catch (Exception exception) when (exception is DbException or DbUpdateException or IOException)
            {
                // Still at work for the test before, or its work lost its rows half-way.
                await idle.DisposeAsync();
            }
        }

        return await RunningTool.StartAsync(sort.OnPostgres, configure);
    }

    /// <summary>Gives one on.</summary>
    public static void GiveBack(RunningTool tool, (bool OnPostgres, string Kind) sort) => Of(sort).Add(tool);

    /// <summary>Ends those that nobody uses.</summary>
    public static async Task EndIdleAsync()
    {
        foreach (var tool in Idle.Values.SelectMany(bag => bag))
        {
            await tool.DisposeAsync();
        }
    }

    private static ConcurrentBag<RunningTool> Of((bool OnPostgres, string Kind) sort) => Idle.GetOrAdd(sort, _ => []);
}

/// <summary>Ends the tools that run when no test is left.</summary>
public sealed class EndOfRunningTools : IAsyncDisposable
{
    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await RunningTools.EndIdleAsync();
}
