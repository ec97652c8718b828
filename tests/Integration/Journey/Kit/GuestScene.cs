extern alias demolms;

using demolms::LearningBuddy.DemoLms.World;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Delivery;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using GuestLink = LearningBuddy.Shared.People.GuestLink;
using Person = demolms::LearningBuddy.DemoLms.World.Person;

namespace LearningBuddy.Tests.Integration.Journey.Kit;

/// <summary>A learner, and Ruth, who is in no course and reads mail at home.</summary>
public abstract class GuestScene(bool onPostgres, string school = "moodle") : JourneyScene(onPostgres, school)
{
    private protected const string RuthsAddress = "ruth@home.example";
    private protected const string Words = "You told me the truth once.\nTell it to me again.";

    internal Mailbox Ruths => new(Stage, RuthsAddress);

    /// <summary>Somebody starts and asks Ruth.</summary>
    internal async Task<Visitor> AskAsync(Person? person = null)
    {
        var learner = await StartAsync(person ?? Learner);
        await AskByMailAsync(learner);
        await Stage.SendAsync();
        return learner;
    }

    internal static async Task AskByMailAsync(Visitor learner, string address = RuthsAddress, string words = Words)
    {
        await learner.GoAsync("/buddies");
        await learner.PressAsync("buddies.mail-send", ("address", address), ("message", words));
    }

    /// <summary>Ruth follows the link in the newest mail, or another.</summary>
    internal async Task<Visitor> FollowAsync(Uri? link = null)
    {
        var guest = new Visitor { Dest = "document" };
        await guest.GoToAsync(link ?? NewestLink());
        return guest;
    }

    internal Uri NewestLink() => Ruths.LinkIn(Ruths.Mails[^1], "/g/");

    /// <summary>Ruth says yes.</summary>
    internal async Task<Visitor> SayYesAsync()
    {
        var guest = await FollowAsync();
        await guest.PressAsync("guests.accept", ("name", "Ruth Adler"));
        return guest;
    }

    /// <summary>A pair of the learner and Ruth, and Ruth in her own pages.</summary>
    internal async Task<(Visitor Learner, Visitor Ruth)> PairAsync() => (await AskAsync(), await SayYesAsync());

    internal GuestLink[] Links() => Stage.Look(db => db.GuestLinks.OrderBy(link => link.Id).ToArray());

    internal Invitation Invitation() => Stage.Look(db => db.Invitations.OrderBy(one => one.Id).Last());

    /// <summary>Ruth's person, by her address; null while there is none.</summary>
    internal Guid? RuthId() => Stage.Look(db => db.Accounts
        .Where(account => account.Kind == AccountKind.Email && account.Name == RuthsAddress)
        .Select(account => (Guid?)account.PersonId).SingleOrDefault());

    internal int GuestSessions() => Stage.Look(db => db.Sessions.Count(session => session.Door == Door.Guest));

    /// <summary>No hour and no day is quiet for Ruth: tests run on any.</summary>
    internal void AllowAnyHour() => Stage.Look(db =>
    {
        var said = new MessagePreferences(RuthId()!.Value);
        said.Keep(new QuietHours(new TimeOnly(8, 0), new TimeOnly(8, 0), Weekdays.None), timeZone: null);
        db.MessagePreferences.Add(said);
        return db.SaveChanges();
    });

    /// <summary>What comes every quarter of an hour.</summary>
    internal async Task KeepUpAsync()
    {
        await using var scope = Stage.Tool.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<UpkeepDue>().HandleAsync(new DueItemRow(), TestContext.Current.CancellationToken);
    }

    internal static void AssertSays(Visitor page, string words) => Assert.Contains(words, Squeeze(page.Text), StringComparison.Ordinal);
}
