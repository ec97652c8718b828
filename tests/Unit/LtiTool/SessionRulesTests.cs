using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Doors;
using Xunit;

namespace LearningBuddy.Tests.Unit.LtiTool;

public sealed class SessionRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(89, 89, false)]
    [InlineData(90, 90, true)]
    [InlineData(1, 719, false)]
    [InlineData(1, 720, true)]
    public void A_session_ends_after_90_idle_minutes_or_12_hours(int idleMinutes, int openMinutes, bool ended) =>
        Assert.Equal(ended, SessionRules.HasEnded(Session(null, Now.AddMinutes(-idleMinutes), Now.AddMinutes(-openMinutes)), Now));

    [Theory]
    [InlineData(23 * 60, 60, false)]
    [InlineData((24 * 60) - 1, 60, false)]
    [InlineData(24 * 60, 60, true)]
    [InlineData(1, 0, true)]
    [InlineData(1, -1, true)]
    public void A_guests_session_ends_after_24_hours_or_with_its_link(int openMinutes, int closesInMinutes, bool ended) => Assert.Equal(
        ended,
        SessionRules.HasEnded(
            Session("right", Now.AddMinutes(-openMinutes), Now.AddMinutes(-openMinutes)) with
            {
                Guest = new(Guid.NewGuid(), default, Now.AddMinutes(closesInMinutes)),
            },
            Now));

    [Theory]
    [InlineData("right", "document", true)]
    [InlineData("right", "iframe", true)]
    [InlineData("wrong", "iframe", false)]
    [InlineData(null, "iframe", false)]
    public void A_session_with_a_cookie_needs_its_value_wherever_it_is(string? cookie, string dest, bool may) =>
        Assert.Equal(may, SessionRules.MayUse(Session("right"), cookie, dest, "same-origin"));

    [Theory]
    [InlineData("iframe", "cross-site", true)]
    [InlineData("empty", "same-origin", true)]
    [InlineData("empty", "cross-site", false)]
    [InlineData("document", "none", false)]
    [InlineData("document", "same-origin", false)]
    [InlineData(null, null, true)]
    public void A_session_without_a_cookie_lives_inside_the_frame_only(string? dest, string? site, bool may) =>
        Assert.Equal(may, SessionRules.MayUse(Session(null), null, dest, site));

    [Theory]
    [InlineData("same-origin", "https://tool.example", true)]
    [InlineData("same-origin", "null", true)]
    [InlineData(null, null, true)]
    [InlineData(null, "https://tool.example", true)]
    [InlineData(null, "https://evil.example", false)]
    [InlineData(null, "http://tool.example", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, "", false)]
    [InlineData("cross-site", null, false)]
    [InlineData("same-site", "https://tool.example", false)]
    [InlineData("none", null, false)]
    public void Only_our_own_pages_change_things(string? site, string? origin, bool may) =>
        Assert.Equal(may, SessionRules.MayChange(site, origin, "https://tool.example"));

    private static OpenSession Session(string? cookie, DateTimeOffset? seen = null, DateTimeOffset? opened = null) => new(
        Guid.NewGuid(), "hash", cookie is null ? null : SessionSecret.Hash(cookie), Guid.NewGuid(), "Ada", false, Guid.NewGuid(), null, null, null,
        CourseRole.Learner, LtiMessageType.ResourceLink, new SessionFacts(), seen ?? Now, opened ?? Now, null, default);
}
