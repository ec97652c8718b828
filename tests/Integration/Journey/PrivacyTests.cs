extern alias demolms;

using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class PrivacyOnSqliteTests() : PrivacyTests(onPostgres: false);

public sealed class PrivacyOnPostgresTests() : PrivacyTests(onPostgres: true);

/// <summary>What others see of somebody, and what they don't.</summary>
public abstract class PrivacyTests(bool onPostgres) : JourneyScene(onPostgres)
{
    [Fact]
    public async Task What_is_being_written_again_is_nobody_elses()
    {
        using var opened = await Room.OpenAsync(Buddy);
        using var learner = await StartAsync(Learner);
        await PairAsync(learner);
        await WriteAndSendAsync(learner);
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.return", level: "1");
        await learner.GoAsync("/evidence");
        await learner.FollowNamedAsync("Weekly call");
        await learner.FollowAsync("shared.go-on-writing");
        await learner.PressAsync("evidence.keep", ("Situation", "A secret thought."));

        await teacher.GoAsync("/reviews/group");
        await teacher.FollowNamedAsync(Learner.Name);
        using var buddy = await Room.OpenAsync(Buddy);
        await buddy.GoAsync("/buddies");

        foreach (var reader in new[] { teacher, buddy })
        {
            Assert.Contains("Weekly call", reader.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("A secret thought", reader.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Facilitators_and_buddies_whose_name_the_platform_hides_are_asked_for_one()
    {
        HideNames();
        using var teacher = await Room.OpenAsync(Room.Teacher);

        await teacher.PressAsync("shared.call-me", ("name", "Dr. Sand"));

        Assert.Equal(Wording.Of("reviews.nobody-waits"), teacher.Heading);
        Assert.DoesNotContain(Wording.Of("shared.call-you"), teacher.Text, StringComparison.Ordinal);
        Assert.Contains("Dr. Sand", Stage.Look(db => db.People.Select(person => person.ChosenName).ToList()));
        using var buddy = await Room.OpenAsync(Buddy);
        await buddy.GoAsync("/buddies");
        Assert.Contains(Wording.Of("shared.call-you"), buddy.Text, StringComparison.Ordinal);
    }

    private async Task PairAsync(Visitor learner)
    {
        await ComeInAsync(Buddy);
        await learner.AskAsync(PersonId(Buddy));
        using var buddy = await Room.OpenAsync(Buddy);
        await buddy.GoAsync("/buddies");
        await buddy.PressAsync("buddies.accept");
    }

    private void HideNames()
    {
        Room.Course.Disclosure = Disclosure.Nothing;
        Stage.Look(db => db.People.ExecuteUpdate(set => set.SetProperty(person => person.Name, (string?)null)));
    }
}
