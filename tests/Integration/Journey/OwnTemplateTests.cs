using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>Somebody keeps a journey as a template: for the course, or for everybody on the platform.</summary>
public sealed class OwnTemplateTests() : JourneyScene(onPostgres: false)
{
    private static readonly string Teaches = ScriptedSchool.Membership + "Instructor";

    [Fact]
    public async Task A_template_is_kept_shared_started_from_and_removed()
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage);
        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        await teacher.PostAsync("/setup/add?template=micro-practice&language=en");
        await teacher.PressAsync("setup.save", ("Title", "Our way"), ("StartsOn", "2027-01-11"));
        await KeepTemplateAsync(teacher, "Course");

        using var elsewhere = await school.OpenAsync(Elsewhere(school));
        Assert.DoesNotContain("Our way", elsewhere.Text, StringComparison.Ordinal);

        // The same title again is the next version. What is shared stays shared.
        await KeepTemplateAsync(teacher, "Platform");
        await KeepTemplateAsync(teacher, "Course");
        await elsewhere.GoAsync("/setup/add");
        Assert.Contains("Our way", elsewhere.Text, StringComparison.Ordinal);
        Assert.Contains(Wording.Of("shared.version", 3), elsewhere.Text, StringComparison.Ordinal);
        Assert.Null(elsewhere.Page.QuerySelector("button[data-text='setup.template-off']"));
        await elsewhere.PressAsync("setup.use-own");
        await elsewhere.PressAsync("setup.save", ("Title", "Their way"));

        var template = Stage.Look(db => db.Designs.Single(design => design.Shelf != DesignShelf.None));
        Assert.Equal(("Our way", 3, DesignShelf.Platform), (template.Title, template.LatestNumber, template.Shelf));
        Assert.Null(Newest(template.Id).StartsOn);
        Assert.Contains("Their way", Stage.Look(db => db.Designs.Select(design => design.Title).ToList()));

        // Nobody but its course takes it away, and what was made from it stays.
        await elsewhere.PostAsync($"/setup/add?handler=TakeOff&from={template.Id}");
        Assert.Equal(1, Stage.Look(db => db.Designs.Count(design => design.Shelf != DesignShelf.None)));
        await teacher.GoAsync("/setup/add");
        await teacher.PressAsync("setup.template-off");
        Assert.Equal(DesignShelf.Removed, Stage.Look(db => db.Designs.Single(design => design.Shelf != DesignShelf.None).Shelf));
        await teacher.GoAsync("/setup/add");
        Assert.Null(teacher.Page.QuerySelector("#own"));
        Assert.Contains("Their way", Stage.Look(db => db.Designs.Select(design => design.Title).ToList()));
    }

    /// <summary>A form never changes a template: whoever edits one edits a copy, and no journey follows the template itself.</summary>
    [Fact]
    public async Task Editing_a_template_edits_a_copy()
    {
        using var school = await ScriptedSchool.RegisterAsync(Stage);
        using var teacher = await school.OpenAsync(school.Claims("9", Teaches));
        await teacher.PostAsync("/setup/add?template=micro-practice&language=en");
        await teacher.PressAsync("setup.save", ("Title", "Our way"));
        await KeepTemplateAsync(teacher, "Course");
        var template = Stage.Look(db => db.Designs.Single(design => design.Shelf != DesignShelf.None));

        await teacher.GoAsync($"/setup/edit?id={template.Id}");
        await teacher.PressAsync("setup.save", ("Title", "Another way"));

        Assert.Equal("Our way", Newest(template.Id).Title);
        Assert.DoesNotContain(template.Id, Stage.Look(db => db.Journeys.Select(journey => journey.DesignId ?? Guid.Empty).ToList()));
    }

    private JourneyDesign Newest(Guid id) => Stage.Look(db =>
        db.DesignVersions.AsNoTracking().Where(row => row.DesignId == id).OrderByDescending(row => row.Number).First().Content);

    private static async Task KeepTemplateAsync(Visitor teacher, string shelf)
    {
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.PressAsync("setup.keep-template-do", ("shelf", shelf));
        Assert.Contains(Wording.Of("setup.done-template-kept"), teacher.Text, StringComparison.Ordinal);
    }

    private static System.Text.Json.Nodes.JsonObject Elsewhere(ScriptedSchool school)
    {
        var claims = school.Claims("10", Teaches);
        claims[ScriptedSchool.Of("context")] = new System.Text.Json.Nodes.JsonObject { ["id"] = "77", ["title"] = "Another course" };
        claims[ScriptedSchool.Of("resource_link")] = new System.Text.Json.Nodes.JsonObject { ["id"] = "770" };
        return claims;
    }
}
