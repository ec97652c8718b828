extern alias demolms;

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using demolms::LearningBuddy.DemoLms.Oidc;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.Shared.Core;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>The language of a journey, the groups of a course, and exercises for somebody whose enrolment is gone.</summary>
public sealed class LanguageAndGroupTests() : JourneyScene(onPostgres: false)
{
    private const string Learns = ScriptedSchool.Membership + "Learner";
    private const string Teaches = ScriptedSchool.Membership + "Instructor";

    [Fact]
    public async Task A_template_is_offered_in_all_its_languages_and_statements_carry_the_journeys()
    {
        using var teacher = await Room.LaunchAsync(Room.Teacher, LaunchKind.DeepLinking, null);
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)teacher.Page.QuerySelector("button[data-language=de]")!.Closest("form")!;
        await teacher.SubmitAsync(new Uri(teacher.Address, form.GetAttribute("action")!), []);
        await teacher.PressAsync("setup.preview");
        await teacher.PressAsync("setup.add-to-course");
        await teacher.PressFormAsync();
        await teacher.PressInLmsAsync("Save");
        var german = Room.With(Room.Course.Activities.Last());

        using var learner = await german.OpenAsync(Learner);
        Assert.Equal("Üben und zeigen", learner.Heading);
        await learner.PressAsync("shared.start");

        var statement = Stage.Look(db => db.Deliveries.Where(row => row.Kind == DeliveryKind.Statement).AsEnumerable().First());
        Assert.Contains("\"language\":\"de\"", Encoding.UTF8.GetString(statement.Payload), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journey_may_call_its_learners_du_and_nobody_else()
    {
        using var teacher = await Room.OpenAsync(Room.Teacher with { Locale = "de" });
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        Assert.DoesNotContain("IsInformal", teacher.Page.QuerySelectorAll("input[checked]").Select(field => field.GetAttribute("name")));
        await teacher.PressAsync("setup.save", ("IsInformal", "true"));

        using var learner = await Room.OpenAsync(Learner with { Locale = "de" });
        await learner.PressAsync("shared.start");
        foreach (var place in new[] { "/today", "/buddies", "/evidence", "/questions", "/questions/ask", "/inbox", "/grades/mine", "/statements", "/preferences" })
        {
            await learner.GoAsync(place);
            Assert.Equal(("de", HttpStatusCode.OK), (learner.Language, learner.Status));
            Assert.DoesNotMatch(@"\b(Ihnen|Ihre?[mnrs]?|(?<!\. )Sie)\b", learner.Text);
        }

        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        Assert.DoesNotMatch(@"\b(Ihnen|Ihre?[mnrs]?|(?<!\. )Sie)\b", learner.Text);
        foreach (var place in new[] { "/reviews", "/statements", "/preferences", "/setup" })
        {
            await teacher.GoAsync(place);
            Assert.DoesNotMatch(@"\b([Dd]u|[Dd]eine?[mnrs]?|[Dd]ir|[Dd]ich)\b", teacher.Text);
        }
    }

    [Fact]
    public async Task Groups_that_the_lms_tells_are_kept_where_the_journey_says_so()
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage, "moodle");
        using var head = await school.OpenAsync(In("9", "", Teaches));
        await head.PressAsync("setup.use-template");
        await head.PressAsync("setup.save", ("KeepsGroups", "true"));
        using var ada = await school.OpenAsync(In("1", "7", Learns));
        await ada.PressAsync("shared.start");
        using var ben = await school.OpenAsync(In("2", "7,8", Learns));
        await ben.PressAsync("shared.start");
        await WriteAndSendAsync(ben);
        using var cleo = await school.OpenAsync(In("3", "77", Learns));
        await cleo.PressAsync("shared.start");
        await WriteAndSendAsync(cleo);

        using var finn = await school.OpenAsync(In("6", "", Learns));
        await finn.PressAsync("shared.start");
        await WriteAndSendAsync(finn);

        await ada.GoAsync("/buddies");
        Assert.Contains("Person 2", ada.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Person 3", ada.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Person 6", ada.Text, StringComparison.Ordinal);

        // One more of the other group, who has not begun.
        using var dora = await school.OpenAsync(In("5", "77", Learns));
        using var tutor = await school.OpenAsync(In("4", "8", Teaches));
        foreach (var path in new[] { "/reviews", "/reviews/group" })
        {
            await tutor.GoAsync(path);
            Assert.Contains("Person 2", tutor.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Person 3", tutor.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Person 5", tutor.Text, StringComparison.Ordinal);

            // Who is in no group waits for somebody, too.
            Assert.Contains("Person 6", tutor.Text, StringComparison.Ordinal);
        }

        await head.GoAsync("/reviews");
        Assert.Contains("Person 5", head.Text, StringComparison.Ordinal);
        var foreign = Stage.Look(db => db.Participations.Single(row => db.People.Any(p => p.Id == row.PersonId && p.Name == "Person 3")).Id);
        await tutor.GoAsync($"/reviews/learner?id={foreign}");
        Assert.Contains(Wording.Of("reviews.nothing-to-see"), tutor.Text, StringComparison.Ordinal);
        await head.GoAsync("/reviews/group");
        Assert.Contains("Person 3", head.Text, StringComparison.Ordinal);
        await head.GoAsync($"/reviews/learner?id={foreign}");
        Assert.Equal(HttpStatusCode.OK, head.Status);

        // Whom a learner may ask is the learner's group's matter, whoever looks.
        var adas = Stage.Look(db => db.Participations.Single(row => db.People.Any(p => p.Id == row.PersonId && p.Name == "Person 1")).Id);
        await head.GoAsync($"/buddies/suggest?id={adas}");
        Assert.Contains("Person 2", head.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Person 3", head.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Person 5", head.Text, StringComparison.Ordinal);
        await tutor.GoAsync("/buddies/learners");
        Assert.Contains("Person 2", tutor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Person 3", tutor.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await tutor.TryGetAsync($"/buddies/suggest?id={foreign}")).Status);
    }

    [Fact]
    public async Task Where_the_lms_tells_no_groups_the_set_up_says_so()
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage);
        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));

        await teacher.PressAsync("setup.use-template");

        Assert.Contains(Wording.Of("setup.groups-not-told"), teacher.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exercise_for_somebody_without_an_enrolment_is_withheld_and_not_tried_for_ever()
    {
        using var teacher = await ConfirmOneAsync();
        var (id, sub) = (Guid.Parse(PersonId(Learner)), Learner.Sub);
        Room.Course.Unenrol(sub);
        Stage.Look(db => db.Enrolments.Where(row => row.PersonId == id).ExecuteDelete());

        await Stage.MoveAsync(TimeSpan.FromDays(10));
        await Stage.SendAsync();

        var now = Stage.Clock.GetUtcNow();
        Assert.Equal(0, Stage.Look(db => db.DueItems.Count(item => item.Kind == DueKind.Nudge && item.DueAt <= now)));
        Assert.Equal(0, Stage.Look(db => db.DueItems.Count(item => item.Attempts > 0)));
        Assert.NotEqual(0, Stage.Look(db => db.Events.Count(row => row.Name == "nudge.withheld")));
        Assert.Equal(0, Stage.Look(db => db.Events.Count(row => row.Name == "nudge.sent")));
    }

    [Fact]
    public async Task What_a_registration_by_hand_may_do_is_learnt_from_launches()
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage);
        var claims = school.Claims("9", Teaches);
        claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"] = new JsonObject
        {
            ["scope"] = new JsonArray(LearningBuddy.LtiTool.Lti.LtiScopes.Score),
            ["lineitems"] = "https://school.example/9/lineitems",
        };
        using var teacher = await school.OpenAsync(claims);
        using var admin = new Visitor { Dest = "document" };
        await admin.GoToAsync(new Uri(Stage.ToolUrl + "/admin/enter"));

        await admin.PressAsync("admin.enter", ("token", "integration-tests-only"));

        Assert.Contains(Wording.Of("admin.missing-roster"), admin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Wording.Of("admin.missing-scores"), admin.Text, StringComparison.Ordinal);
    }

    private JsonObject In(string subject, string groups, string role)
    {
        var claims = ScriptedSchool.ClaimsAt(Stage, subject, role);
        claims[ScriptedSchool.Of("custom")] = new JsonObject { ["moodle_group_ids"] = groups };
        return claims;
    }
}
