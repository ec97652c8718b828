extern alias demolms;

using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.LtiTool.Features.Setup;
using LearningBuddy.Shared.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>A stage with a classroom in which the journey was added, and the steps that most tests take.</summary>
public abstract class JourneyScene(bool onPostgres, string school = "moodle") : IAsyncLifetime
{
    internal Stage Stage { get; private set; } = null!;

    private protected bool OnPostgres => onPostgres;

    internal Classroom Room { get; private set; } = null!;

    internal Person Learner => Room.Learners[0];

    internal Person Buddy => Room.Learners[1];

    public async ValueTask InitializeAsync()
    {
        Stage = await StageAsync();
        Room = new Classroom(Stage, school);
        await Room.AddJourneyAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        try
        {
            Assert.Empty(Stage.Faults.All);
            EmittedStatements.AssertFollowTheProfile(Stage);
        }
        finally
        {
            await Stage.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private async Task<Stage> StageAsync()
    {
        var settings = await SettingsAsync();
        return settings.Count == 0 && Log is null && !NeedsNewTool
            ? await Stage.OnRunningToolAsync(onPostgres, school, Change is null ? "" : GetType().Name, Configure)
            : await Stage.StartAsync(onPostgres, school, Configure);

        void Configure(WebApplicationBuilder builder)
        {
            builder.Configuration.AddInMemoryCollection(settings);
            if (Change is { } change)
            {
                builder.Services.AddSingleton<TemplateChange>(design => change(design));
            }

            if (Log is { } log)
            {
                builder.Logging.AddProvider(log);
                builder.Logging.AddFilter<LogLines>(category: null, LogLevel.Debug);
            }
        }
    }

    /// <summary>Whether these tests want a tool that served nobody before.</summary>
    private protected virtual bool NeedsNewTool => false;

    /// <summary>Takes what the tool logs; null where nobody looks.</summary>
    private protected virtual LogLines? Log => null;

    /// <summary>What is different about the journey in these tests; null where nothing is.</summary>
    private protected virtual Func<JourneyDesign, JourneyDesign>? Change => null;

    /// <summary>Settings of the tool beside the usual ones.</summary>
    private protected virtual ValueTask<IReadOnlyDictionary<string, string?>> SettingsAsync() => new(new Dictionary<string, string?>());

    internal string PersonId(Person person) => Stage.Look(db => db.Accounts.Single(row => row.Name == person.Sub).PersonId.ToString());

    /// <summary>Somebody opens the activity once: from then on they are known for what they are, and can be asked.</summary>
    internal async Task ComeInAsync(Person person)
    {
        using var visitor = await Room.OpenAsync(person);
    }

    internal async Task<Visitor> StartAsync(Person person)
    {
        var learner = await Room.OpenAsync(person);
        await learner.PressAsync("shared.start");
        return learner;
    }

    /// <summary>Evidence is sent and confirmed: the first points are on their way.</summary>
    internal async Task<Visitor> ConfirmOneAsync()
    {
        using var learner = await StartAsync(Learner);
        await WriteAndSendAsync(learner);
        var teacher = await Room.OpenAsync(Room.Teacher);
        await ReviewAsync(teacher, "reviews.confirm", level: "2");
        return teacher;
    }

    internal static async Task WriteAndSendAsync(Visitor learner, params (string Name, string Value)[] more)
    {
        await learner.PostAsync("/evidence/new?behaviour=quiet-voices");
        await learner.PressAsync(
            "evidence.send",
            [("Situation", "Weekly call, seven people, two never speak."), ("Action", "I asked Aiko first."), ("Outcome", "She had the best idea."), .. more]);
        Assert.Contains(Wording.In(learner.Language, "evidence.done-sent"), learner.Text, StringComparison.Ordinal);
    }

    /// <summary>Words for the piece whose page is open: with the first ones, it is there. The page stays, with its new draft.</summary>
    internal static async Task KeepAsync(Visitor learner, string situation)
    {
        var address = learner.Address;
        await learner.PressAsync("evidence.keep", ("Situation", situation));
        await learner.GoToAsync(address, "same-origin");
    }

    internal static async Task ReviewAsync(Visitor teacher, string button, string level)
    {
        await teacher.GoAsync("/reviews");
        await teacher.FollowAsync("shared.review");
        await teacher.PressAsync(
            button, ("Levels[quiet-voices]", level), ("Worked", "You waited, and said her name."), ("Challenge", "Next time, ask two people."));
        Assert.Equal(Wording.Of("reviews.nobody-waits"), teacher.Heading);
    }

    internal static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
