using System.Diagnostics;
using LearningBuddy.LtiTool.Sessions;

namespace LearningBuddy.LtiTool.Startup;

/// <summary>We broke our own promise: what a person sees then, with a number to quote.</summary>
internal static class OwnFault
{
    /// <summary>Answers 500 with a page.</summary>
    public static void Handle(IApplicationBuilder branch) => branch.Run(async context =>
    {
        var number = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        SessionHeaders.Private(context.Response);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(
            $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Something is wrong on our side</title>
            <link rel="stylesheet" href="/face.css"></head><body><main><h1>Something is wrong on our side</h1>
            <p>It is not your doing. What was saved before is safe. Go back and try once more; what you typed is still on this device.</p>
            <p class="small soft">If it stays, tell the administrator this number: APP-500 {number}</p></main></body></html>
            """);
    });
}
