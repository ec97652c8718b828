using System.Globalization;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.Shared.People;

namespace LearningBuddy.LtiTool.Features.Admin;

/// <summary>
/// Nine things between an LMS and this tool, each with a sentence: what real traffic showed, or what the platform answered when it was
/// asked, whichever is newer. Pure.
/// </summary>
internal static class ConnectionLights
{
    /// <summary>Platforms and this tool take tokens of about so much difference.</summary>
    private static readonly TimeSpan ToleratedOff = TimeSpan.FromMinutes(1);

    /// <summary>The lights in the order in which things have to work.</summary>
    /// <param name="seen">What traffic showed, with the registration and what its platform answered last.</param>
    public static IReadOnlyList<ConnectionLight> Of(ConnectionTraffic seen)
    {
        var asked = LastCheck.Of(seen.Platform);
        return
        [
            Door(seen, "admin.light-login", Part.Login, "admin.login-works", "admin.login-not-seen"),
            Newer(Keys(asked), Door(seen, "admin.light-keys", Part.Keys, "admin.keys-work", "admin.keys-not-seen")),
            Door(seen, "admin.light-launch", Part.Launch, "admin.launch-works", "admin.launch-not-seen"),
            Linking(seen),
            Newer(Names(asked), Names(seen)),
            Grades(seen, asked),
            Reviews(seen),
            Storage(seen),
            Newer(Clock(asked), Door(seen, "admin.light-clock", Part.Clock, "admin.clock-works", "admin.clock-not-seen")),
        ];
    }

    /// <summary>What was asked, unless something was seen after it.</summary>
    private static ConnectionLight Newer(ConnectionLight? asked, ConnectionLight seen) =>
        asked is null || seen.SeenAt > asked.SeenAt ? seen : asked;

    private static ConnectionLight Door(ConnectionTraffic seen, string name, Part part, string works, string notSeen) =>
        Refused(seen, name, part) ?? (seen.Platform.LastLaunchAt is { } at
            ? new(name, LightState.Works, works) { SeenAt = at }
            : new(name, LightState.NotSeen, notSeen));

    private static ConnectionLight? Keys(LastCheck? asked) => asked?.About(AskedService.Keys) switch
    {
        null => null,
        { Outcome: CheckOutcome.Works, Count: > 0 and var count } =>
            new("admin.light-keys", LightState.Works, "admin.keys-found", count) { SeenAt = asked.At },
        { Outcome: CheckOutcome.Works } => new("admin.light-keys", LightState.Fails, "admin.keys-none") { SeenAt = asked.At },
        var failed => Failed("admin.light-keys", failed, asked.At),
    };

    private static ConnectionLight Linking(ConnectionTraffic seen) =>
        Refused(seen, "admin.light-deep-link", Part.DeepLinking)
        ?? (seen.LinkedAt is not null || seen.HasLinks
            ? new("admin.light-deep-link", LightState.Works, "admin.deep-link-works") { SeenAt = seen.LinkedAt }
            : new("admin.light-deep-link", LightState.NotSeen, "admin.deep-link-not-seen"));

    private static ConnectionLight? Names(LastCheck? asked) => asked?.About(AskedService.Roster) switch
    {
        { Outcome: CheckOutcome.Works, Count: var count } =>
            new("admin.light-names", LightState.Works, "admin.names-found", count) { SeenAt = asked.At },
        { Outcome: CheckOutcome.Refused or CheckOutcome.NoAnswer } failed => Failed("admin.light-names", failed, asked.At),
        _ => null,
    };

    private static ConnectionLight Names(ConnectionTraffic seen) => seen switch
    {
        { RosterFault: { } fault } => new("admin.light-names", LightState.Fails, TextOf(fault)) { SeenAt = seen.RosterReadAt },
        _ when Lacks(seen, LtiScopes.Roster) => new("admin.light-names", LightState.Fails, "admin.missing-roster"),
        { RosterReadAt: { } at } => new("admin.light-names", LightState.Works, "admin.names-work") { SeenAt = at },
        _ => new("admin.light-names", LightState.NotSeen, "admin.names-not-seen"),
    };

    private static ConnectionLight Grades(ConnectionTraffic seen, LastCheck? asked)
    {
        const string name = "admin.light-grades";
        var (token, columns) = (asked?.About(AskedService.Token), asked?.About(AskedService.Columns));
        var sentSince = seen.ScoreSentAt > asked?.At;
        if (!sentSince && new[] { token, columns }.FirstOrDefault(IsFailure) is { } failed)
        {
            return Failed(name, failed, asked!.At);
        }

        if (Lacks(seen, LtiScopes.Score))
        {
            return new(name, LightState.Fails, "admin.missing-scores");
        }

        if (seen.ScoresParked > 0)
        {
            return new(name, LightState.Fails, "admin.grades-parked", seen.ScoresParked) { Words = seen.ScoreWords };
        }

        return (columns, seen.ScoreSentAt) switch
        {
            ({ Outcome: CheckOutcome.Works, Count: var count }, _) when !sentSince =>
                new(name, LightState.Works, "admin.grades-found", count) { SeenAt = asked!.At },
            (_, { } at) => new(name, LightState.Works, "admin.grades-work") { SeenAt = at },
            _ when token is not null => new(name, LightState.Works, "admin.grades-token") { SeenAt = asked!.At },
            _ => new(name, LightState.NotSeen, "admin.grades-not-seen"),
        };
    }

    private static ConnectionLight Reviews(ConnectionTraffic seen) =>
        Refused(seen, "admin.light-review", Part.Review)
        ?? (seen.ReviewedAt is { } at
            ? new("admin.light-review", LightState.Works, "admin.review-works") { SeenAt = at }
            : new("admin.light-review", LightState.NotSeen, "admin.review-not-seen"));

    private static ConnectionLight Storage(ConnectionTraffic seen) => seen.Sessions == 0
        ? new("admin.light-storage", LightState.NotSeen, "admin.storage-not-seen")
        : new("admin.light-storage", LightState.Works, "admin.storage-works", seen.Cookies, seen.Sessions);

    private static ConnectionLight? Clock(LastCheck? asked) => asked?.About(AskedService.Clock)?.Off switch
    {
        null => null,
        { } off when off.Duration() <= ToleratedOff =>
            new("admin.light-clock", LightState.Works, "admin.clock-agrees", Seconds(off)) { SeenAt = asked.At },
        { } off when off > TimeSpan.Zero =>
            new("admin.light-clock", LightState.Fails, "admin.clock-ahead", Seconds(off)) { SeenAt = asked.At },
        { } off => new("admin.light-clock", LightState.Fails, "admin.clock-behind", Seconds(off)) { SeenAt = asked.At },
    };

    private static string Seconds(TimeSpan off) => Math.Abs(Math.Round(off.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static bool IsFailure(ServiceCheck? check) => check?.Outcome is CheckOutcome.Refused or CheckOutcome.NoAnswer;

    private static ConnectionLight Failed(string name, ServiceCheck check, DateTimeOffset at) =>
        new(name, LightState.Fails, check.Outcome == CheckOutcome.Refused ? "admin.asked-refused" : "admin.asked-no-answer")
        {
            SeenAt = at,
            Words = check.Words,
        };

    /// <summary>A refusal counts until somebody came in after it.</summary>
    private static ConnectionLight? Refused(ConnectionTraffic seen, string name, Part part)
    {
        var platform = seen.Platform;
        return platform is { LastRefusal: { } code, LastRefusalAt: { } at } && PartOf(code) == part && !(platform.LastLaunchAt > at)
            ? new(name, LightState.Fails, "admin.launch-refused", code) { SeenAt = at }
            : null;
    }

    private static bool Lacks(ConnectionTraffic seen, string scope) =>
        seen.Platform.Scopes.Length > 0 && !seen.Platform.Scopes.Split(' ').Contains(scope);

    private static string TextOf(RosterFault fault) => fault switch
    {
        RosterFault.NotOffered => "shared.roster-not-offered",
        RosterFault.NoAnswer => "shared.roster-no-answer",
        RosterFault.Unreadable => "shared.roster-unreadable",
        RosterFault.Blocked => "shared.roster-blocked",
    };

    /// <summary>Which part of the way a refused launch failed on (docs/errors.md).</summary>
    private static Part PartOf(string code) =>
        int.TryParse(code.AsSpan(code.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number switch
            {
                <= 12 or 46 => Part.Login,
                >= 15 and <= 19 => Part.Keys,
                25 or 27 or 28 => Part.Clock,
                44 => Part.DeepLinking,
                45 => Part.Review,
                _ => Part.Launch,
            }
            : Part.Launch;

    private enum Part
    {
        Login,
        Keys,
        Launch,
        DeepLinking,
        Review,
        Clock,
    }
}
