using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class UnusedFilesOnSqliteTests() : UnusedFileTests(onPostgres: false);

public sealed class UnusedFilesOnPostgresTests() : UnusedFileTests(onPostgres: true);

/// <summary>The content of a file stays as long as a draft or a version names it, and a day longer.</summary>
public abstract class UnusedFileTests(bool onPostgres) : JourneyScene(onPostgres)
{
    private int Contents => Stage.Look(db => db.Files.Count());

    [Fact]
    public async Task What_was_taken_out_or_discarded_is_forgotten_and_what_is_still_named_stays()
    {
        using var learner = await StartAsync(Learner);
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        await learner.PressWithFileAsync("evidence.add-files", "taken out.txt", "Taken out."u8.ToArray());
        await learner.PressWithFileAsync("evidence.add-files", "shared.txt", "In two pieces."u8.ToArray());
        var draft = learner.Address;
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        await learner.PressWithFileAsync("evidence.add-files", "the same.txt", "In two pieces."u8.ToArray());
        await learner.PressWithFileAsync("evidence.add-files", "sent.txt", "Sent."u8.ToArray());
        await learner.PressAsync("evidence.send", ("Situation", "A call."), ("Action", "I asked."), ("Outcome", "Good."));
        Assert.Equal(3, Contents);

        await learner.GoToAsync(draft, "same-origin");
        await learner.PressAsync("evidence.take-out");
        await Stage.SendAsync();
        Assert.Equal(3, Contents);
        await Stage.MoveAsync(TimeSpan.FromHours(25));
        await Stage.SendAsync();
        Assert.Equal(2, Contents);

        using var again = await Room.OpenAsync(Learner);
        await again.PressAsync("shared.discard-draft");
        await Stage.MoveAsync(TimeSpan.FromHours(25));
        await Stage.SendAsync();
        Assert.Equal(2, Contents);
    }

    [Fact]
    public async Task A_discarded_draft_takes_its_files_along()
    {
        using var learner = await StartAsync(Learner);
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        await learner.PressWithFileAsync("evidence.add-files", "only here.txt", "Only here."u8.ToArray());
        await learner.PressAsync("shared.discard-draft");
        Assert.Equal(1, Contents);

        await Stage.MoveAsync(TimeSpan.FromHours(25));
        await Stage.SendAsync();

        Assert.Equal(0, Contents);
    }
}
