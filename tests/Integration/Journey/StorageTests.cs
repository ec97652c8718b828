using System.Data.Common;
using System.Net;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>The disk is full, and has room again.</summary>
public sealed class StorageTests
{
    [Fact]
    public async Task A_full_disk_is_503_until_there_is_room_again()
    {
        var disk = new SmallDisk();
        await using var stage = await Stage.StartAsync(
            onPostgres: false, configure: builder => builder.Services.ConfigureDbContext<SqliteBuddyDbContext>(options => options.AddInterceptors(disk)));
        var room = new Classroom(stage, "moodle");
        await room.AddJourneyAsync();
        using var learner = await room.OpenAsync(room.Learners[0], acceptsCookies: false);
        await learner.PressAsync("shared.start");
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        await learner.PressAsync("evidence.keep", ("Situation", "Begun."));
        var piece = stage.Look(db => db.Evidence.Single().Id);
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(stage));

        disk.IsFull = true;
        using var refused = await WriteAsync(learner, piece);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromMinutes(2)), (refused.StatusCode, refused.Headers.RetryAfter?.Delta));
        Assert.Contains(Wording.Of("doors.storage-full"), WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(stage));

        disk.IsFull = false;
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(stage));
        using var taken = await WriteAsync(learner, piece);
        Assert.True((int)taken.StatusCode < 400);
        Assert.Empty(stage.Faults.All);
    }

    private static async Task<HttpStatusCode> ReadyAsync(Stage stage)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(stage.ToolUrl + "/health/ready", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> WriteAsync(Visitor learner, Guid piece)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, learner.InSession($"/evidence/write?handler=Keep&id={piece}"));
        request.Headers.Add("Sec-Fetch-Dest", "iframe");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Content = new FormUrlEncodedContent(
            [new("Situation", new string('x', 7000)), new("Action", new string('y', 7000)), new("Outcome", new string('z', 7000))]);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Lets the database grow no further, as SQLite itself does it.</summary>
    private sealed class SmallDisk : DbCommandInterceptor
    {
        public bool IsFull { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Limit(command);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Limit(command);
            return new(result);
        }

        private void Limit(DbCommand command)
        {
            using var pragma = command.Connection!.CreateCommand();
            pragma.Transaction = command.Transaction;
            pragma.CommandText = $"PRAGMA max_page_count = {(IsFull ? 1 : 1_000_000)}";
            pragma.ExecuteScalar();
        }
    }
}
