extern alias demolms;

using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Core;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;
using Person = demolms::LearningBuddy.DemoLms.World.Person;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class TeamOnSqliteTests() : TeamTests(onPostgres: false);

[Trait("Part", "Long")]
public sealed class TeamOnPostgresTests() : TeamTests(onPostgres: true);

/// <summary>What a group can do is counted from five people on, and who can help is shown only where they say so.</summary>
public abstract class TeamTests(bool onPostgres) : JourneyScene(onPostgres)
{
    [Fact]
    public async Task Counts_need_five_people_and_names_need_a_yes()
    {
        using var able = await CertifiedAsync();
        using var asks = await StartAsync(Buddy);
        await asks.GoAsync("/certification/team");
        Assert.NotNull(asks.Page.QuerySelector(".empty"));
        foreach (var person in Room.Learners.Skip(2).Concat(Others()).Take(3))
        {
            using var started = await StartAsync(person);
        }

        await asks.GoAsync("/certification/team");
        Assert.Equal(3, asks.Page.QuerySelectorAll("svg.bar").Length);
        Assert.Contains(Wording.OfCount("certification.team-count", 5, 1), asks.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Learner.Name, asks.Text, StringComparison.Ordinal);
        await asks.GoAsync("/questions/ask?behaviour=quiet-voices");
        Assert.DoesNotContain(Learner.Name, asks.Text, StringComparison.Ordinal);

        await able.GoAsync("/certification/team");
        await able.PressAsync("certification.offer-help");
        await asks.GoAsync("/questions/ask?behaviour=quiet-voices");
        Assert.Contains(Learner.Name, asks.Page.QuerySelector("[aria-labelledby=who-can-help]")!.TextContent, StringComparison.Ordinal);
        await asks.GoAsync("/questions/ask?behaviour=keeps-time");
        Assert.Null(asks.Page.QuerySelector("[aria-labelledby=who-can-help]"));
        await asks.GoAsync("/certification/team");
        Assert.Contains(Wording.Of("certification.can-help", Learner.Name), Squeeze(asks.Text), StringComparison.Ordinal);

        await able.GoAsync("/certification/team");
        await able.PressAsync("certification.stop-help");
        await asks.GoAsync("/questions/ask?behaviour=quiet-voices");
        Assert.Null(asks.Page.QuerySelector("[aria-labelledby=who-can-help]"));
    }

    private protected override Func<JourneyDesign, JourneyDesign> Change => design =>
        design with { Sections = design.Sections.With(new CertificationSection(Situations: 1, Dates: 1, OtherEyes: false)) };

    private async Task<Visitor> CertifiedAsync()
    {
        using (await ConfirmOneAsync())
        {
            return await Room.OpenAsync(Learner);
        }
    }

    private IEnumerable<Person> Others()
    {
        for (var number = 0; number < 3; number++)
        {
            var person = new Person($"{7100 + number}", $"other{number}", "Other", $"Number {number}", $"other{number}@example.edu");
            Room.School.Add(person);
            Room.Course.Enrol(new demolms::LearningBuddy.DemoLms.World.Enrolment(person, demolms::LearningBuddy.DemoLms.World.CourseRole.Learner));
            yield return person;
        }
    }
}
