using LearningBuddy.LtiTool.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace LearningBuddy.LtiTool.Startup;

/// <summary>Metrics and traces, by OTLP, when somebody listens.</summary>
internal static class Telemetry
{
    /// <summary>
    /// Adds the exporter where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. Request paths hold session handles and are left out.
    /// </summary>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        services.AddOpenTelemetry()
            .WithMetrics(
                metrics => metrics.AddMeter(
                    TelemetryNames.Meter,
                    "Microsoft.AspNetCore.Hosting",
                    "Microsoft.AspNetCore.Server.Kestrel",
                    "System.Runtime").AddOtlpExporter())
            .WithTracing(traces => traces.AddSource(TelemetryNames.Spans).AddOtlpExporter());
    }
}
