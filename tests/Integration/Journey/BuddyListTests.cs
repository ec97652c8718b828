using AngleSharp.Dom;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.People;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class BuddyListOnSqliteTests() : BuddyListTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class BuddyListOnPostgresTests() : BuddyListTests(onPostgres: true);

/// <summary>Whom to ask, out of a course with thousands: everybody is found by a piece of their name, or page by page.</summary>
public abstract class BuddyListTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private const int Others = 5000;

    [Fact]
    public async Task A_name_is_found_by_pieces_of_it_however_its_letters_are_written()
    {
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/buddies");
        Fill("Jürgen Özil-Groß", "Jürgen Klein");

        await learner.GoAsync("/buddies");
        Assert.Equal(CourseRoster.Shown, Names(learner).Count);
        Assert.NotNull(learner.Page.QuerySelector("input[type=search][name=find]"));

        await learner.GoAsync("/buddies?find=" + Uri.EscapeDataString("OZIL jur"));
        Assert.Equal(["Jürgen Özil-Groß"], Names(learner));
        Assert.Equal("OZIL jur", learner.Page.QuerySelector("#find")!.GetAttribute("value"));

        await learner.FollowAsync("buddies.invite");
        await learner.PressAsync("buddies.invite");
        Assert.Equal(Stage.Look(db => db.People.Single(person => person.Name == "Jürgen Özil-Groß").Id), Stage.Look(db => db.Invitations.Single().PersonId));
    }

    [Fact]
    public async Task Who_searches_in_vain_is_told_so_and_finds_the_way_back()
    {
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/buddies");
        Fill();

        await learner.GoAsync("/buddies?find=Nobody+of+that+name");
        Assert.Contains(Wording.Of("buddies.nobody-found", "Nobody of that name"), learner.Text, StringComparison.Ordinal);

        await learner.FollowAsync("buddies.show-everybody");
        Assert.NotEmpty(Names(learner));
    }

    [Fact]
    public async Task What_was_searched_for_holds_on_the_next_page()
    {
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/buddies");
        Fill();

        await learner.GoAsync("/buddies?find=Learner+00");
        await learner.FollowAsync("shared.next-rows");

        Assert.Equal("Learner 0020", Names(learner)[0]);
        Assert.All(Names(learner), name => Assert.StartsWith("Learner 00", name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_to_somebody_are_shown_again_where_another_tab_was_first()
    {
        using var learner = await StartAsync(Learner);
        await learner.GoAsync("/buddies");
        Fill("Jürgen Klein", "Olga Groß");
        await learner.GoAsync("/buddies?find=Klein");
        await learner.FollowAsync("buddies.invite");
        using var tab = await Room.OpenAsync(Learner);
        await tab.GoAsync("/buddies?find=Olga");
        await tab.FollowAsync("buddies.invite");
        await tab.PressAsync("buddies.invite", ("message", "You listen."));

        await learner.PressAsync("buddies.invite", ("message", "You tell me the truth.\nTell it to me again."));

        Assert.Equal(Wording.Of("buddies.asked-meanwhile"), learner.Heading);
        Assert.Equal("You tell me the truth.\nTell it to me again.", learner.Page.QuerySelector("textarea")!.TextContent);
        await learner.GoAsync("/buddies");
        Assert.Contains("Olga Groß", learner.Text, StringComparison.Ordinal);
        await learner.PostAsync("/buddies/invite?handler=Mail", ("address", "ruth@home.example"), ("message", "Come with me."));
        Assert.Contains("Come with me.", learner.Page.QuerySelectorAll("textarea").Select(field => field.TextContent));
        Assert.Equal("You listen.", Stage.Look(db => db.Invitations.Single().Words));
    }

    private static List<string> Names(Visitor learner) => [.. learner.Page.QuerySelectorAll("ul.rows > li strong").Select(name => name.TextContent)];

    /// <summary>People who came in once, after the roster was read: it doesn't name them.</summary>
    private void Fill(params string[] more) => Stage.Look(db =>
    {
        var own = db.Enrolments.First();
        var names = Enumerable.Range(0, Others).Select(number => $"Learner {number:0000}").Concat(more);
        foreach (var name in names)
        {
            var person = new Person(Guid.CreateVersion7()) { Name = name };
            db.AddRange(person, new Enrolment(own.CourseId, person.Id, EnrolmentRole.Learner) { RoleFromLaunch = true });
        }

        return db.SaveChanges();
    });
}
