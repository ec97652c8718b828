using System.Text.Json;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.LtiTool.Lti;

namespace LearningBuddy.LtiTool.Sessions;

/// <summary>Opens a session for a validated launch: everything it has to remember goes into one write transaction.</summary>
internal sealed class LaunchDoor(ILaunchDatabase database, LaunchRecords records, TimeProvider clock) : ILaunchAdmission
{
    public async Task<LaunchAdmission> AdmitAsync(Launch launch, LaunchBrowser browser, CancellationToken ct)
    {
        var (handle, cookie) = (SessionSecret.New(), browser.AcceptsCookies ? SessionSecret.New() : null);
        var handleHash = SessionSecret.Hash(handle);
        var now = clock.GetUtcNow();
        var opened = await database.WriteAsync(
            async sql =>
            {
                if (await LaunchRecords.AdmitAsync(sql, launch) is not { } before)
                {
                    return null;
                }

                var known = await records.RememberAsync(sql, launch, before, now);
                await LaunchRecords.OpenSessionAsync(sql, launch, known, new(Ids.New(clock), handleHash, cookie is null ? null : SessionSecret.Hash(cookie), now),
                    JsonSerializer.Serialize(Facts(launch, browser, known), StoredJson.Options));
                return known;
            },
            ct);
        return opened is null
            ? new LaunchAdmission.Replayed()
            : new LaunchAdmission.Admitted($"/s/{handle}{FirstPage(launch, opened)}", cookie is null ? null : SessionSecret.CookieName(handleHash), cookie);
    }

    private static string FirstPage(Launch launch, RememberedLaunch known) => launch.MessageType switch
    {
        LtiMessageType.DeepLinking => "/setup/add",
        LtiMessageType.SubmissionReview => "/review/learner",
        _ when !known.IsSetUp => launch.Role == CourseRole.Instructor ? "/setup" : "/notready",
        _ when launch.Role is CourseRole.Instructor or CourseRole.TeachingAssistant => "/review",
        _ => "/today",
    };

    private static SessionFacts Facts(Launch launch, LaunchBrowser browser, RememberedLaunch known) => new()
    {
        Locale = launch.Locale,
        TimeZone = launch.TimeZone,
        FrameAncestors = launch.FrameAncestors,
        ReturnUrl = launch.ReturnUrl,
        DeploymentId = launch.DeploymentId,
        ContextId = launch.Context?.Id,
        CourseTitle = launch.Context?.Title,
        LinkTitle = launch.ResourceLink?.Title,
        DeepLinking = launch.DeepLinking,
        ForSubject = launch.ForSubject,
        OfferedContentId = known.IsSetUp ? null : known.ContentId,
        CopiedFrom = known.IsSetUp ? [] : launch.ContextHistory.Ids,
        MentoredSubjects = launch.MentoredSubjects,
        IsOwnTab = browser.IsTopLevel,
    };
}

/// <summary>What a launch was matched with.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="CourseId">Where, or null.</param>
/// <param name="JourneyId">Which journey, or null.</param>
/// <param name="IsSetUp">Whether the journey has its set-up.</param>
/// <param name="ContentId">The content the link names, or null.</param>
internal sealed record RememberedLaunch(Guid PersonId, Guid? CourseId, Guid? JourneyId, bool IsSetUp, Guid? ContentId);

/// <summary>Keys of a session about to be opened.</summary>
internal readonly record struct NewSession(Guid Id, string HandleHash, string? CookieHash, DateTimeOffset OpenedAt);
