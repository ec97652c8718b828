using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// <c>POST /lti/launch</c>: the browser brings the platform's answer. Looks at <see cref="LaunchChecks.All"/>, hands the launch to
/// <see cref="ILaunchAdmission"/> and sends the browser to its session by 303, since no page in a frame may be the answer to a POST.
/// </summary>
internal sealed partial class LaunchEndpoint(
    LoginStates states, PlatformKeys keys, IOptions<LtiOptions> options, TimeProvider clock, ILogger<LaunchEndpoint> logger)
{
    /// <summary>Answers one launch.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var ct = context.RequestAborted;
        var (fields, unreadable) = await FormReading.ReadAsync(context, options.Value.MaxLaunchBytes);
        if (fields is null)
        {
            await RefuseAsync(context, unreadable!, null, ct);
            return;
        }

        var tools = new LaunchTools(states, context.RequestServices.GetRequiredService<IPlatformDirectory>(), keys, options.Value);
        var form = LaunchForm.From(fields);
        using var attempt = new LaunchAttempt(form, context.Request.Cookies, tools, clock.GetUtcNow());
        var problem = await LaunchChecks.All.FirstProblemAsync(attempt, ct);
        if (problem is { Reason: LaunchRefusal.BrowserUnproved } && form.Proof is null)
        {
            await ProofPage.WriteAsync(context, attempt, ct);
        }
        else if (problem is not null)
        {
            await RefuseAsync(context, problem, attempt.Platform, ct);
        }
        else
        {
            await AdmitAsync(context, attempt, ct);
        }
    }

    private async Task AdmitAsync(HttpContext context, LaunchAttempt attempt, CancellationToken ct)
    {
        var browser = new LaunchBrowser(attempt.CookieCameBack, context.Request.Headers["Sec-Fetch-Dest"] == "document");
        var admission = context.RequestServices.GetRequiredService<ILaunchAdmission>();
        switch (await admission.AdmitAsync(LaunchReader.Read(attempt), browser, ct))
        {
            case LaunchAdmission.Admitted admitted:
                Welcome(context.Response, attempt, admitted);
                Log.Admitted(
                    logger, attempt.Platform.Id, attempt.MessageType, attempt.Token.Kid, (attempt.Now - attempt.IssuedAt).TotalSeconds);
                break;
            case LaunchAdmission.Replayed:
                await RefuseAsync(context, new(LaunchRefusal.NonceReplayed, "the nonce was used before"), attempt.Platform, ct);
                break;
            case LaunchAdmission.UnknownDeployment:
                await RefuseAsync(context, new(LaunchRefusal.DeploymentUnknown, "deployment_id is not registered"), attempt.Platform, ct);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Welcome(HttpResponse response, LaunchAttempt attempt, LaunchAdmission.Admitted admitted)
    {
        LtiPage.NeverStore(response);
        if (attempt.CookieCameBack)
        {
            BrowserCookie.Delete(response, attempt.State.CookieName);
        }

        if (admitted is { CookieName: { } name, CookieValue: { } value })
        {
            BrowserCookie.Append(response, name, value, null);
        }

        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.Location = admitted.Location;
    }

    private async Task RefuseAsync(HttpContext context, LaunchProblem problem, Platform? platform, CancellationToken ct)
    {
        var code = RefusalRule.CodeOf(problem.Reason);
        Log.Refused(logger, code, problem.Reason, platform?.Id, problem.Detail);
        if (platform is not null)
        {
            await context.RequestServices.GetRequiredService<IPlatformDirectory>().NoteRefusalAsync(platform.Id, code, ct);
        }

        await AdvicePage.WriteAsync(context, problem, platform, ct);
    }

    private static partial class Log
    {
        [LoggerMessage(
        1002,
        LogLevel.Information,
        "Launch admitted: registration {PlatformId}, {MessageType}, key {KeyId}, {Age} seconds after its issue")]
        public static partial void Admitted(ILogger logger, Guid platformId, LtiMessageType messageType, string keyId, double age);

        [LoggerMessage(1003, LogLevel.Warning, "Launch refused: {Code} {Reason}, registration {PlatformId}: {Detail}")]
        public static partial void Refused(ILogger logger, string code, LaunchRefusal reason, Guid? platformId, string detail);
    }
}
