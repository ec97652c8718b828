using LearningBuddy.LtiTool.Settings;
using LearningBuddy.LtiTool.Spine;

namespace LearningBuddy.LtiTool.Startup;

/// <summary><c>POST /demo/clock</c>: the demo LMS moves both clocks together. Only where the demo is on.</summary>
internal static class DemoClock
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/demo/clock", (ClockShift shift, ShiftableClock clock, OutboxSignal outbox) =>
    {
        clock.Offset = TimeSpan.FromSeconds(shift.OffsetSeconds);
        outbox.Wake();
        return Results.NoContent();
    });

    /// <summary>How far ahead of real time, in all.</summary>
    internal sealed record ClockShift(double OffsetSeconds);
}
