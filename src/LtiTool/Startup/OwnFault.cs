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
        var (title, what, quote) = PlainPage.IsGerman(context)
            ? ("Auf unserer Seite stimmt etwas nicht",
                "Es liegt nicht an Ihnen. Was vorher gespeichert wurde, ist sicher. Gehen Sie zurück und versuchen Sie es noch einmal; was Sie geschrieben haben, liegt noch auf diesem Gerät.",
                "Bleibt es so, sagen Sie der Administration diese Nummer:")
            : ("Something is wrong on our side",
                "It is not your doing. What was saved before is safe. Go back and try once more; what you typed is still on this device.",
                "If it stays, tell the administrator this number:");
        await PlainPage.WriteAsync(context, title, $"<p>{what}</p><p class=\"small soft\">{quote} APP-500 {number}</p>");
    });
}
