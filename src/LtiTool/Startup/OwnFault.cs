using System.Diagnostics;
using System.Globalization;
using LearningBuddy.LtiTool.Doors;
using Microsoft.AspNetCore.Diagnostics;

namespace LearningBuddy.LtiTool.Startup;

/// <summary>We broke our own promise: what a person sees then, with a number to quote. A full disk is not a fault in the program.</summary>
internal static partial class OwnFault
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(2);

    /// <summary>Answers 500 with a page, or 503 while nothing can be stored.</summary>
    public static ExceptionHandlerOptions Options(IServiceProvider services)
    {
        var storage = services.GetRequiredService<StorageState>();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OwnFault).FullName!);
        return new ExceptionHandlerOptions
        {
            ExceptionHandler = context => storage.Note(context.Features.Get<IExceptionHandlerFeature>()?.Error)
                ? AnswerFullAsync(context)
                : AnswerAsync(context),
            SuppressDiagnosticsCallback = fault =>
            {
                var isFull = storage.Note(fault.Exception);
                if (isFull)
                {
                    Log.DiskIsFull(logger);
                }

                return isFull;
            },
        };
    }

    private static Task AnswerAsync(HttpContext context)
    {
        var number = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        SessionHeaders.Private(context.Response);
        return PlainPage.WriteAsync(context, "doors.own-fault", texts =>
            $"<p>{PlainPage.Html(texts["doors.own-fault-what"])}</p>"
            + $"<p class=\"small soft\">{PlainPage.Html(texts["doors.own-fault-quote", "APP-500 " + number])}</p>");
    }

    private static Task AnswerFullAsync(HttpContext context)
    {
        SessionHeaders.Private(context.Response);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = ((int)TryAgain.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return PlainPage.WriteAsync(context, "doors.storage-full", texts =>
            [texts["doors.storage-full-what"], texts["doors.own-fault-quote", "APP-503"]]);
    }

    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Critical, "The disk is full: nothing can be stored until there is room again")]
        public static partial void DiskIsFull(ILogger logger);
    }
}
