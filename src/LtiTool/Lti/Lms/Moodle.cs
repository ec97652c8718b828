using System.Net;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>Moodle 4.2.3 and 4.5.6, as recorded on 2026-11-22 (tests/Integration/Captured).</summary>
internal sealed class Moodle : StandardLms
{
    /// <summary>Moodle's <c>product_family_code</c>.</summary>
    public const string FamilyCode = "moodle";

    private const string GroupIds = "moodle_group_ids";

    /// <summary>
    /// Timestamps are compared in whole seconds, and every score that is not <c>FullyGraded</c> wipes the grade that is there, feedback
    /// included.
    /// (Recorded: ags/score-error-same-second.json, ags/score-pending-after-graded.json, 2026-11-22)
    /// </summary>
    public override GradeTraits Grades { get; } = new(TimeSpan.FromSeconds(1), KeepsGradeOnProgress: false);

    /// <summary>
    /// A person who is not enrolled, or not as a learner, is a 400 whose reason phrase echoes the score. When the score had a line break in
    /// it, the answer
    /// is 200 with the body <c>[]</c>; a score that was stored is 200 with no body at all.
    /// (Recorded: ags/score-error-unknown-user.json, ags/score-error-indented-json-body.json, 2026-11-22)
    /// </summary>
    public override ScoreResult ReadScore(LtiAnswer answer) => answer switch
    {
        { IsSuccess: true, Body: var body } when body.Trim() == "[]" => new ScoreResult.Refused("200, but with the body of an error"),
        { Status: HttpStatusCode.BadRequest } when IsIncorrectScore(answer) =>
            new ScoreResult.NotGradable(Describe(answer)),
        _ => base.ReadScore(answer),
    };

    /// <summary>HTTP/2 has no reason phrase, and a proxy puts the usual one in its place (RFC 9110, 15.1): the body remains.</summary>
    private static bool IsIncorrectScore(LtiAnswer answer) =>
        answer.Reason.StartsWith("Incorrect score received", StringComparison.Ordinal)
        || (answer.Reason is "" or "Bad Request" && answer.Body.Trim() == "[]");

    /// <summary>
    /// The links of paged line items stand between typographic quotes, with ampersands written as in HTML.
    /// (Recorded: ags/lineitems-page-1.json, 2026-11-22)
    /// </summary>
    public override Uri? NextPage(string? link, Uri page) =>
        base.NextPage(link?.Replace('“', '"').Replace('”', '"').Replace("&amp;", "&", StringComparison.Ordinal), page);

    /// <summary>
    /// Names are written as for a page there, and as they are in launches.
    /// (Recorded: nrps/all.json, whose names are those of a page, 2026-11-22)
    /// </summary>
    public override string? RosterName(string? told) => WebUtility.HtmlDecode(told);

    /// <summary>
    /// A teacher who may not edit is a learner there.
    /// (Recorded: nrps/all.json, user 4, and launch/nonediting-teacher, 2026-11-22)
    /// </summary>
    public override bool RosterTellsStaffApart => false;

    /// <summary>
    /// The groups stand in <c>$Moodle.Person.userGroupIds</c>, separated by commas; nothing when the person is in none.
    /// (Recorded: registration/openid-configuration-exchange.json lists the variable, 2026-11-22)
    /// </summary>
    public override string? GroupsParameter => GroupIds;

    /// <summary>The variable above.</summary>
    public override IReadOnlyDictionary<string, string> ExtraCustomParameters { get; } = new Dictionary<string, string>
    {
        [GroupIds] = "$Moodle.Person.userGroupIds",
    };

    /// <summary>
    /// All addresses are below the site's own, which is the issuer.
    /// (Recorded: registration/openid-configuration-exchange.json, 2026-11-22)
    /// </summary>
    public override PlatformAddresses? AddressesOf(string issuer) =>
        new(new Uri(issuer + "/mod/lti/auth.php"), new Uri(issuer + "/mod/lti/token.php"), new Uri(issuer + "/mod/lti/certs.php"));

    /// <summary>
    /// The context's id is the course's number, and the course's page is the id that Moodle's own statements use.
    /// (Recorded: launch/student.id_token.jwt, whose return_url names the same course, 2026-11-22)
    /// </summary>
    public override string CourseActivityId(Platform platform, string contextId) =>
        $"{platform.Issuer}/course/view.php?id={Uri.EscapeDataString(contextId)}";

    /// <summary>
    /// The resource link is the activity's number, which the activity's page takes as <c>l</c>; whoever isn't signed in signs in first.
    /// (Recorded: launch/student.id_token.jwt, whose return_url names the same activity, 2026-11-22; page: Moodle 4.5, mod/lti/view.php)
    /// </summary>
    public override Uri? WayIn(Platform platform, string resourceLinkId) =>
        new($"{platform.Issuer}/mod/lti/view.php?l={Uri.EscapeDataString(resourceLinkId)}");
}
