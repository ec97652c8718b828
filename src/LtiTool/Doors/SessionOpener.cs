using System.Text.Json;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Json;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Doors;

/// <summary>Opens a session for a validated launch: everything it has to remember goes into one write transaction.</summary>
internal sealed class SessionOpener(ILaunchDatabase database, LaunchRecords records, SelectedAgain selected, TimeProvider clock)
    : ILaunchAdmission
{
    private const int MostRoles = 5;
    private const int LongestRole = 120;

    public async Task<LaunchAdmission> AdmitAsync(Launch launch, LaunchBrowser browser, CancellationToken ct)
    {
        var (handle, cookie) = (SessionSecret.New(), browser.AcceptsCookies ? SessionSecret.New() : null);
        var handleHash = SessionSecret.Hash(handle);
        var now = clock.GetUtcNow();
        var (known, refusal) = await database.WriteAsync<Opening>(
            async sql =>
            {
                if (await LaunchRecords.AdmitAsync(sql, launch) is not { } before)
                {
                    return new(null, new LaunchAdmission.Replayed());
                }

                if (!await records.AcceptsDeploymentAsync(sql, launch, now))
                {
                    return new(null, new LaunchAdmission.UnknownDeployment());
                }

                var opened = await records.RememberAsync(sql, launch, before, now);
                await LaunchRecords.OpenSessionAsync(
                    sql, launch, opened, new(Ids.New(clock), handleHash, cookie is null ? null : SessionSecret.Hash(cookie), now),
                    JsonSerializer.Serialize(Facts(launch, browser, opened), StoredJson.Options));
                return new(opened, null);
            },
            ct);
        if (known is { MayTakeOffered: true, JourneyId: { } journeyId, ContentId: { } content }
            && await selected.TakeOverAsync(journeyId, content, ct))
        {
            known = known with { IsOffered = false };
        }

        return refusal
            ?? new LaunchAdmission.Admitted(
                $"/s/{handle}{FirstPage(launch, known!)}", cookie is null ? null : SessionSecret.CookieName(handleHash), cookie);
    }

    private static string FirstPage(Launch launch, RememberedLaunch known) => launch.MessageType switch
    {
        _ when known.CourseId is null => "/nocourse",
        LtiMessageType.DeepLinking => "/setup/add",
        LtiMessageType.SubmissionReview => "/reviews/learner",
        _ when launch.Role == CourseRole.Designer => "/setup",
        _ when launch.Role == CourseRole.Instructor && known.IsOffered => "/setup",
        _ when !known.IsSetUp => launch.Role == CourseRole.Instructor ? "/setup" : "/notready",
        _ when LaunchedPart.Of(launch) is { } part => $"/part?of={Uri.EscapeDataString(part)}",
        _ when launch.Role is CourseRole.Instructor or CourseRole.TeachingAssistant => "/reviews",
        _ => "/today",
    };

    private static SessionFacts Facts(Launch launch, LaunchBrowser browser, RememberedLaunch known) => new()
    {
        Locale = launch.Locale,
        TimeZone = launch.TimeZone,
        FrameAncestors = launch.FrameAncestors,
        FrameMessages = browser.IsTopLevel ? null : launch.FrameMessages,
        ReturnUrl = launch.ReturnUrl,
        DeploymentId = launch.DeploymentId,
        ContextId = launch.Context?.Id,
        CourseTitle = launch.Context?.Title,
        LinkTitle = launch.ResourceLink?.Title,
        DeepLinking = launch.DeepLinking,
        ForSubject = launch.ForSubject,
        OfferedContentId = known.IsSetUp && !known.IsOffered ? null : known.ContentId,
        CopiedFrom = known.IsSetUp ? [] : launch.ContextHistory.Ids,
        MentoredSubjects = launch.MentoredSubjects,
        UnknownRoles = launch.Role == CourseRole.Guest
            ? [.. launch.SentRoles.Take(MostRoles).Select(role => CleanText.Cut(role, LongestRole))]
            : [],
        Groups = launch.Groups,
        IsOwnTab = browser.IsTopLevel,
    };
}

/// <summary>How the write of a launch ended: one of both is there.</summary>
internal readonly record struct Opening(RememberedLaunch? Known, LaunchAdmission? Refusal);

/// <summary>What a launch was matched with.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="CourseId">Where, or null.</param>
/// <param name="JourneyId">Which journey, or null.</param>
/// <param name="IsSetUp">Whether the journey has its set-up.</param>
/// <param name="ContentId">The content the link names, or null.</param>
internal sealed record RememberedLaunch(Guid PersonId, Guid? CourseId, Guid? JourneyId, bool IsSetUp, Guid? ContentId)
{
    /// <summary>Whether other content was selected for the link: where people have started, the teacher is asked.</summary>
    public bool IsOffered { get; init; }

    /// <summary>Whether nobody had started when that was looked at.</summary>
    public bool MayTakeOffered { get; init; }
}

/// <summary>Keys of a session about to be opened.</summary>
internal readonly record struct SessionKeys(Guid Id, string HandleHash, string? CookieHash, DateTimeOffset OpenedAt);
