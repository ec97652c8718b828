namespace LearningBuddy.DemoLms.World;

/// <summary>Moves LMS and tool together: the tool is told the total offset after each step.</summary>
internal sealed partial class SharedClock(DemoClock clock, DemoLmsOptions options, IHttpClientFactory clients, ILogger<SharedClock> logger)
{
    /// <summary>Advances both. Where the tool can't be reached only the LMS moves, and the next step carries the total.</summary>
    public async Task AdvanceAsync(TimeSpan by, CancellationToken ct)
    {
        clock.Advance(by);
        try
        {
            using var client = clients.CreateClient(Registration.ToolRegistrar.ClientName);
            var body = new { offsetSeconds = (long)clock.Offset.TotalSeconds };
            using var answer = await client.PostAsJsonAsync(new Uri($"{options.ToolUrl.TrimEnd('/')}/demo/clock"), body, ct);
            if (!answer.IsSuccessStatusCode)
                Log.NotMoved(logger, ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (HttpRequestException exception)
        {
            Log.NotMoved(logger, exception.HttpRequestError.ToString());
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6010, LogLevel.Warning, "The tool's clock wasn't moved: {Reason}")]
        public static partial void NotMoved(ILogger logger, string reason);
    }
}
