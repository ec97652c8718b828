using System.Data.Common;
using LearningBuddy.XApi.Lrs.Storage;
using LearningBuddy.XApi.Statements;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>
/// The record store's error page: what nobody expected is answered in the form that its clients read, like every refusal, and logged.
/// </summary>
internal sealed partial class LrsFaults(ILogger<LrsFaults> logger)
{
    private const int SecondsToWait = 5;
    private const int SecondsToWaitForRoom = 120;

    /// <summary>Answers a request.</summary>
    /// <param name="context">The HTTP request.</param>
    /// <param name="defaultVersion">The version of an answer to a request that names none.</param>
    /// <param name="answer">Makes the answer; nothing of it was sent yet.</param>
    public async Task<(XApiVersion Version, LrsReply Reply)> TellAsync(
        HttpContext context, XApiVersion defaultVersion, Func<Task<(XApiVersion Version, LrsReply Reply)>> answer)
    {
        try
        {
            return await answer();
        }
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested)
        {
            var version = XApiVersions.Parse(context.Request.Headers[XApiVersions.Header].ToString()) ?? defaultVersion;
            return (version, Reply(fault, context.TraceIdentifier));
        }
    }

    private LrsReply Reply(Exception fault, string trace)
    {
        switch (fault)
        {
            case BadHttpRequestException request:
                return LrsReply.Refusal(request.StatusCode, "LRS-117", "The request did not arrive whole.");
            case var full when StorageFull.Is(full):
                Log.Full(logger, trace);
                return LrsReply.Refusal(
                    503,
                    "LRS-180",
                    "The disk is full. Send the same again later: a statement is stored once, however often it comes.")
                    with { RetryAfter = SecondsToWaitForRoom };
            case DbException { IsTransient: true }:
                Log.Away(logger, fault, trace);
                return LrsReply.Refusal(
                    503,
                    "LRS-180",
                    "The database can't be reached right now. Send the same again: a statement is stored once, however often it comes.")
                    with { RetryAfter = SecondsToWait };
            default:
                Log.Unexpected(logger, fault, trace);
                return LrsReply.Refusal(500, "LRS-181", $"This should not have happened. An administrator finds it in the log as {trace}.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2010, LogLevel.Warning, "The record store's database can't be reached (request {Trace})")]
        public static partial void Away(ILogger logger, Exception fault, string trace);

        [LoggerMessage(2012, LogLevel.Critical, "The record store's disk is full (request {Trace})")]
        public static partial void Full(ILogger logger, string trace);

        [LoggerMessage(2011, LogLevel.Error, "The record store failed to answer request {Trace}")]
        public static partial void Unexpected(ILogger logger, Exception fault, string trace);
    }
}
