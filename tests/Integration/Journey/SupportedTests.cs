extern alias demolms;

using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.Tests.Integration.Nodes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>Whom somebody supports, on one page: read at once, however many they are.</summary>
public sealed class SupportedTests() : TalkScene(onPostgres: false)
{
    private const int Many = 4;
    private readonly SqliteCommands traced = new();

    /// <summary>It looks whether anybody listens when it starts.</summary>
    private protected override bool NeedsNewTool => true;

    [Fact]
    public async Task The_page_asks_as_much_for_many_learners_of_the_course_as_for_one()
    {
        using var buddy = await Room.OpenAsync(Buddy);

        await AssertCostsTheSameAsync(buddy);

        Assert.Equal(Many, buddy.Page.QuerySelectorAll("section[aria-labelledby=supports] h3").Length);
        Assert.Equal(Talk.InAll * Many, buddy.Page.QuerySelectorAll("section[aria-labelledby=supports] h4").Length);
    }

    [Fact]
    public async Task And_as_much_for_many_of_another_course_as_for_one()
    {
        var room = new Classroom(Stage, "moodle", Room.School.FindCourse("3")!);
        await room.AddJourneyAsync();
        using var buddy = await room.OpenAsync(room.Learners.First(person => person.Sub != Learner.Sub));

        await AssertCostsTheSameAsync(buddy);

        Assert.Equal(Many, buddy.Page.QuerySelectorAll("section[aria-labelledby=elsewhere] li").Length);
    }

    private protected override Func<JourneyDesign, JourneyDesign> Change => design =>
        design.Find<BuddiesSection>() is { } section ? design with { Sections = design.Sections.With(section with { Capacity = 20 }) } : design;

    public override async ValueTask DisposeAsync()
    {
        traced.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task AssertCostsTheSameAsync(Visitor buddy)
    {
        traced.File = Stage.Look(db => db.Database.GetDbConnection().DataSource);
        var (learners, costs) = (Room.Learners.Where(person => person.Sub != Buddy.Sub).Take(Many).ToList(), new List<int>());
        Assert.Equal(Many, learners.Count);
        foreach (var person in learners)
        {
            await SupportAsync(buddy, person);

            // What is remembered from the first time on is no part of what a page costs.
            await buddy.GoAsync("/buddies");
            costs.Add((await traced.OfAsync(() => buddy.GoAsync("/buddies"))).Count);
        }

        Assert.True(costs[0] > 0);
        Assert.All(costs, cost => Assert.Equal(costs[0], cost));
    }

    private async Task SupportAsync(Visitor buddy, demolms::LearningBuddy.DemoLms.World.Person person)
    {
        using var learner = await StartAsync(person);
        await WriteAndSendAsync(learner);
        await learner.GoAsync("/buddies");
        await learner.PressAsync("buddies.invite-by-code");
        var code = Stage.Look(db => db.Invitations.OrderByDescending(one => one.AskedAt).First().Code!);
        await buddy.GoAsync("/buddies");
        await buddy.PressAsync("buddies.join", ("code", code));
    }
}
