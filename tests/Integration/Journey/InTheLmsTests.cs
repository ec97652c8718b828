extern alias demolms;

using System.Net;
using AngleSharp.Dom;
using demolms::LearningBuddy.DemoLms.Oidc;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Person = demolms::LearningBuddy.DemoLms.World.Person;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>How the pages stand in an LMS: in its language, within reach of its course.</summary>
public sealed class InTheLmsTests() : JourneyScene(onPostgres: false)
{
    [Fact]
    public async Task No_new_tab_is_offered_while_something_is_added_to_the_course()
    {
        using var teacher = await Room.LaunchAsync(Room.Teacher, LaunchKind.DeepLinking, null);
        Assert.NotNull(teacher.Page.QuerySelector("button[data-text='setup.use-template']"));
        Assert.Null(teacher.Page.QuerySelector("form.own-tab"));

        Assert.Equal(404, await teacher.TryAsync("/tab", [("ticket", "any"), ("to", "/setup/add")]));
    }

    [Fact]
    public async Task A_launch_without_a_frame_has_a_way_back_to_the_course_and_one_in_a_frame_needs_none()
    {
        using var framed = await StartAsync(Learner);
        Assert.Null(framed.Page.QuerySelector("a[data-text='shared.back-to-course']"));
        using var alone = new Visitor { Dest = "document" };

        await LaunchAsync(alone, Learner);

        var back = alone.Page.QuerySelector("a[data-text='shared.back-to-course']");
        Assert.StartsWith(Stage.LmsUrl, back?.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_says_who_is_here_where_and_as_what()
    {
        using var learner = await StartAsync(Learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);

        foreach (var (visitor, person, role) in new[] { (learner, Learner, "shared.role-learner"), (teacher, Room.Teacher, "shared.role-instructor") })
        {
            var menu = visitor.Page.QuerySelector("details.me")!;
            Assert.Contains(person.Name, menu.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(person.Name, menu.QuerySelector(".who strong")!.TextContent);
            Assert.Contains(Wording.Of(role), menu.TextContent, StringComparison.Ordinal);
            Assert.Contains(Room.Course.Title, menu.TextContent, StringComparison.Ordinal);
            Assert.NotNull(menu.QuerySelector("a[data-text='shared.preferences']"));
        }

        Assert.NotNull(learner.Page.QuerySelector("details.me a[data-text='shared.recorded-about-me']"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_ended_session_leads_back_to_the_course(bool isTidiedUp)
    {
        using var learner = await StartAsync(Learner);
        await Stage.MoveAsync(TimeSpan.FromMinutes(120));
        if (isTidiedUp)
        {
            await Stage.SendAsync();
        }

        await learner.GoAsync("/today");

        Assert.Equal((HttpStatusCode.Unauthorized, Wording.Of("doors.ended")), (learner.Status, learner.Heading));
        Assert.StartsWith(Stage.LmsUrl, learner.Page.QuerySelector("a")?.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ended_session_gives_back_the_words_and_nothing_else_each_by_its_name()
    {
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.all");
        var rows = teacher.Page.QuerySelectorAll("input[name$='.Statement']").Count(row => row.GetAttribute("value")?.Length > 0);
        await Stage.MoveAsync(TimeSpan.FromMinutes(91));

        await teacher.PressAsync("setup.save", ("Title", "Another title"), ("Summary", ""));

        var given = teacher.Page.QuerySelectorAll("textarea")
            .Select(area => (Label: teacher.Page.QuerySelector($"label[for='{area.Id}']")?.TextContent, Words: area.TextContent)).ToList();
        Assert.Contains((Wording.Of("setup.title-label"), "Another title"), given);
        Assert.Equal(given.Count, given.Select(one => one.Label).Distinct().Count());
        Assert.Equal(rows, given.Count(one => one.Label!.StartsWith(Wording.Of("setup.behaviour-words"), StringComparison.Ordinal)));
        Assert.DoesNotContain(given, one => one.Words is "" or "true" or "Europe/Berlin");
    }

    [Fact]
    public async Task Language_and_direction_are_those_of_the_texts_and_names_stand_for_themselves()
    {
        var person = new Person("7003", "arabic7003", "ليلى", "حدّاد", "leila@example.edu") { Locale = "ar" };
        Room.School.Add(person);
        Room.Course.Enrol(new demolms::LearningBuddy.DemoLms.World.Enrolment(person, demolms::LearningBuddy.DemoLms.World.CourseRole.Learner));
        using var learner = await StartAsync(person);
        var page = learner.Page.DocumentElement;
        Assert.Equal(("ar", "rtl"), (page.GetAttribute("lang"), page.GetAttribute("dir")));
        await WriteAndSendAsync(learner);
        var id = Stage.Look(db => db.Evidence.Single().Id);
        await learner.GoAsync($"/evidence/show?id={id}");
        AssertIsolated(learner, "حدّاد");

        using var teacher = await Room.OpenAsync(Room.Teacher);
        AssertIsolated(teacher, "حدّاد");
        var participation = Stage.Look(db => db.Participations.Single().Id);
        foreach (var place in new[] { $"/reviews/give?id={id}", $"/evidence/show?id={id}", "/reviews/group", $"/reviews/learner?id={participation}", "/grades", "/statements" })
        {
            await teacher.GoAsync(place);
            Assert.Equal(HttpStatusCode.OK, teacher.Status);
            AssertIsolated(teacher, "حدّاد");
        }
    }

    /// <summary>Where the name stands alone in an element for it, its neighbours stay where they are.</summary>
    private static void AssertIsolated(Visitor on, string name)
    {
        var loose = on.Page.Body!.Descendants<IText>()
            .Where(text => text.Data.Contains(name, StringComparison.Ordinal) && text.ParentElement!.Closest("bdi, option, [dir=auto]") is null)
            .Select(text => text.ParentElement!.OuterHtml);
        Assert.True(!loose.Any(), $"{on.Address.AbsolutePath}: {string.Join('\n', loose)}");
    }

    private async Task LaunchAsync(Visitor visitor, Person person)
    {
        var start = Stage.Lms.Services.GetRequiredService<LaunchDesk>()
            .Prepare(new PreparedLaunch(Room.School, LaunchKind.ResourceLink, person, Room.Course, Room.Activity, null));
        await visitor.LaunchAsync(start.Action, start.Fields);
    }
}
