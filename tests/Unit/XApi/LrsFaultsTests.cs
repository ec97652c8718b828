using LearningBuddy.XApi.Lrs.Http;
using LearningBuddy.XApi.Statements;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace LearningBuddy.Tests.Unit.XApi;

/// <summary>What the record store says when something in it fails.</summary>
public sealed class LrsFaultsTests
{
    public static TheoryData<Exception> FullDisks() =>
    [
        new SqliteException("full", 13),
        new IOException("full", 28),
        new InvalidOperationException("a batch", new SqliteException("full", 13)),
    ];

    [Theory]
    [MemberData(nameof(FullDisks), DisableDiscoveryEnumeration = true)]
    public async Task A_full_disk_is_503_with_a_time_to_come_back(Exception fault)
    {
        var reply = await ReplyAsync(fault);

        Assert.Equal((503, 120), (reply.Status, reply.RetryAfter));
    }

    [Fact]
    public async Task Anything_else_is_500() => Assert.Equal(500, (await ReplyAsync(new InvalidOperationException("ours"))).Status);

    private static async Task<LrsReply> ReplyAsync(Exception fault)
    {
        var faults = new LrsFaults(NullLogger<LrsFaults>.Instance);
        return (await faults.TellAsync(new DefaultHttpContext(), XApiVersion.V200, () => throw fault)).Reply;
    }
}
