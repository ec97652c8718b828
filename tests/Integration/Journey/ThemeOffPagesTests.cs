using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Core;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

/// <summary>A theme that an instructor switches off leaves no trace: no page, no link, no step, no event, no statement.</summary>
public sealed class ThemeOffPagesTests() : JourneyScene(onPostgres: false)
{
    /// <summary>What a theme can't be without.</summary>
    private static readonly Dictionary<string, string[]> Dependents = new(StringComparer.Ordinal)
    {
        ["evidence"] = ["reviews", "certification", "grades"],
        ["reviews"] = ["certification", "grades"],
    };

    public static TheoryData<string> Names => [.. Themes.All.Where(theme => theme.Section is not null).Select(theme => theme.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Switched_off_in_the_set_up_it_is_nowhere(string name)
    {
        var theme = Themes.All.Single(one => one.Name == name);
        using var teacher = await SwitchOffAsync(theme);
        using var learner = await StartAsync(Learner);
        var pages = ToolPage.All(Stage).Where(page => !page.IsWithoutSession).ToList();
        var gone = pages.Where(page => page.Section == theme.Section).ToList();

        foreach (var page in gone)
        {
            await learner.GoAsync(page.Path);
            Assert.True(learner.Status == System.Net.HttpStatusCode.NotFound, $"{page.Name} is there for the learner.");
            await teacher.GoAsync(page.Path);
            Assert.True(teacher.Status == System.Net.HttpStatusCode.NotFound, $"{page.Name} is there for the teacher.");
        }

        foreach (var page in pages.Except(gone).Where(page => page.Name is not ("/Setup/Add" or "/Setup/Return")))
        {
            await NoLinkAsync(learner, page, gone);
            await NoLinkAsync(teacher, page, gone);
        }

        await Stage.SendAsync();
        var own = theme.Events.Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Stage.Look(db => db.Events.Select(row => row.Name).ToList()), own.Contains);
    }

    private static async Task NoLinkAsync(Visitor visitor, ToolPage page, List<ToolPage> gone)
    {
        await visitor.GoAsync(page.Path);
        Assert.True((int)visitor.Status < 500, $"{page.Name} answers {visitor.Status}.");
        var links = visitor.Page.QuerySelectorAll("a[href], form[action], button[formaction]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("action") ?? element.GetAttribute("formaction") ?? "")
            .Select(link => new Uri(visitor.Address, link).AbsolutePath.ToLowerInvariant());
        Assert.DoesNotContain(links, link => gone.Any(one => link.EndsWith(one.Path, StringComparison.Ordinal)));
    }

    private async Task<Visitor> SwitchOffAsync(Theme theme)
    {
        var off = Dependents.GetValueOrDefault(theme.Name, []).Append(theme.Name).ToHashSet(StringComparer.Ordinal);
        var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/setup");
        await teacher.PressAsync("setup.change");
        await teacher.FollowAsync("setup.part.all");
        var fields = Visitor.Values(teacher.Form("setup.save"))
            .Where(field => !off.Any(name => field.Key == $"{name}.IsOn"))
            .Where(field => theme.Section != typeof(BuddiesSection) || field.Key != "certification.OtherEyes")
            .Select(field => (field.Key, field.Value));
        await teacher.PostAsync(teacher.Address.PathAndQuery[teacher.InSession("").AbsolutePath.Length..], [.. fields]);
        Assert.Contains(Wording.Of("setup.done-setup"), teacher.Text, StringComparison.Ordinal);
        return teacher;
    }
}
