using LearningBuddy.Shared.Messages;
using LearningBuddy.Tests.Integration.Journey.Kit;
using LearningBuddy.Tests.Integration.Messages;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey.Channels;

/// <summary>A learner with a phone of their own, a mail server and a push service; at any hour, they may be told something.</summary>
public abstract class ChannelScene() : DeviceScene(onPostgres: false)
{
    /// <summary>What somebody wrote to the learner.</summary>
    internal const string Answer = "Try the round first.";

    private Visitor learner = null!;

    internal Visitor Phone { get; private set; } = null!;

    internal MailServer MailServer { get; private set; } = null!;

    internal PushService PushService { get; private set; } = null!;

    public override async ValueTask DisposeAsync()
    {
        learner?.Dispose();
        Phone?.Dispose();
        await base.DisposeAsync();
        await PushService.DisposeAsync();
        await MailServer.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected override async ValueTask<IReadOnlyDictionary<string, string?>> SettingsAsync()
    {
        MailServer = await MailServer.StartAsync();
        PushService = await PushService.StartAsync();
        return new Dictionary<string, string?>
        {
            ["LearningBuddy:Mail:From"] = "Learning Buddy <buddy@school.example>",
            ["LearningBuddy:Mail:Smtp:Host"] = "localhost",
            ["LearningBuddy:Mail:Smtp:Port"] = $"{MailServer.Port}",
            ["LearningBuddy:Mail:Smtp:Security"] = "None",
        };
    }

    /// <summary>The learner's phone is in the journey, and no hour is quiet.</summary>
    internal async Task BeginAsync()
    {
        learner = await StartAsync(Learner);
        Phone = await PhoneInJourneyAsync(learner);
        Prefer(said => said.Keep(new QuietHours(new TimeOnly(8, 0), new TimeOnly(8, 0), Weekdays.None), timeZone: null));
    }

    /// <summary>The learner asks from the phone, and somebody answers.</summary>
    internal async Task HearAsync(string question)
    {
        await Phone.PostAsync("/questions/ask", ("text", question), ("audience", "Facilitators"));
        using var teacher = await Room.OpenAsync(Room.Teacher);
        await teacher.GoAsync("/questions");
        await teacher.FollowNamedAsync(question);
        await teacher.PressAsync("questions.answer", ("text", Answer));
        await Stage.SendAsync();
    }

    /// <summary>Time goes by, and whatever is due then happens.</summary>
    internal async Task LaterAsync(TimeSpan by)
    {
        await Stage.MoveAsync(by);
        await Stage.SendAsync();
    }

    /// <summary>What the learner says about where and when.</summary>
    internal void Prefer(Action<MessagePreferences> change) => Stage.Look(db =>
    {
        var who = Guid.Parse(PersonId(Learner));
        change(db.MessagePreferences.SingleOrDefault(one => one.PersonId == who) ?? db.MessagePreferences.Add(new MessagePreferences(who)).Entity);
        return db.SaveChanges();
    });
}
