using System.Diagnostics;
using LearningBuddy.LtiTool.Doors;

namespace LearningBuddy.LtiTool.Startup;

/// <summary>We broke our own promise: what a person sees then, with a number to quote.</summary>
internal static class OwnFault
{
    /// <summary>Answers 500 with a page.</summary>
    public static void Handle(IApplicationBuilder branch) => branch.Run(async context =>
    {
        var number = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        SessionHeaders.Private(context.Response);
        await PlainPage.WriteAsync(context, "doors.own-fault", texts =>
            $"<p>{PlainPage.Html(texts["doors.own-fault-what"])}</p>"
            + $"<p class=\"small soft\">{PlainPage.Html(texts["doors.own-fault-quote", "APP-500 " + number])}</p>");
    });
}
