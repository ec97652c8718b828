using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;

namespace LearningBuddy.LtiTool.Lti;

/// <summary><c>GET /lti/register</c>: the one address that an administrator pastes into the learning platform.</summary>
internal sealed partial class RegistrationEndpoint(DynamicRegistration registration, ILogger<RegistrationEndpoint> logger)
{
    /// <summary>Name of the limit on how often somebody may register: each try makes the tool ask another server.</summary>
    public const string RatePolicy = "lti-registration";

    /// <summary>Thirty tries in five minutes from one address.</summary>
    public static RateLimitPartition<IPAddress?> RateOf(HttpContext context) => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress, _ => new FixedWindowRateLimiterOptions { PermitLimit = 30, Window = TimeSpan.FromMinutes(5) });

    /// <summary>
    /// Registers, and shows the administrator how it went. The platform opens this page in a frame or a window of its own.
    /// </summary>
    public async Task HandleAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var result = await registration.RegisterAsync(query["openid_configuration"], query["registration_token"], context.RequestAborted);
        var texts = LtiTexts.Of(context);
        switch (result)
        {
            case RegistrationResult.Registered(var platform):
                Log.Registered(logger, platform.Id, platform.ProductFamilyCode, platform.Status);
                await RegistrationPage.WriteAsync(context, platform, texts);
                break;
            case RegistrationResult.Refused refused:
                Log.Refused(logger, CodeOf(refused.Reason), refused.Reason, refused.Failure);
                await RegistrationPage.WriteAsync(context, CodeOf(refused.Reason), refused, texts);
                break;
        }
    }

    /// <summary>The code that people quote, e.g. <c>LTI-103</c>.</summary>
    public static string CodeOf(RegistrationRefusal reason) => string.Create(CultureInfo.InvariantCulture, $"LTI-{(int)reason}");

    private static partial class Log
    {
        [LoggerMessage(1010, LogLevel.Information, "Platform registered itself: {PlatformId}, {Product}, {Status}")]
        public static partial void Registered(ILogger logger, Guid platformId, string product, PlatformStatus status);

        [LoggerMessage(1011, LogLevel.Warning, "Registration refused: {Code} {Reason}")]
        public static partial void Refused(ILogger logger, string code, RegistrationRefusal reason, Exception? failure);
    }
}
