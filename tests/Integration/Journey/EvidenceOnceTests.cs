using System.Web;
using LearningBuddy.Tests.Integration.Journey.Kit;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey;

public sealed class EvidenceOnceOnSqliteTests() : EvidenceOnceTests(onPostgres: false);

public sealed class EvidenceOnceOnPostgresTests() : EvidenceOnceTests(onPostgres: true);

/// <summary>A finished piece that a device could not send comes again until it is answered, and is handed in once.</summary>
public abstract class EvidenceOnceTests(bool onPostgres) : DeviceScene(onPostgres)
{
    private const string Key = "a-key";

    [Fact]
    public async Task However_often_it_comes_it_is_handed_in_once_and_what_was_written_since_stays()
    {
        using var learner = await StartAsync(Learner);
        using var phone = await PhoneInJourneyAsync(learner);
        var send = await BeginAsync(phone);
        var statuses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => phone.TryOnceAsync(send, Key, Finished)));
        Assert.All(statuses, status => Assert.Contains(status, new[] { 204, 302 }));
        Assert.Equal(1, HandedIn());

        using (var teacher = await Room.OpenAsync(Room.Teacher))
        {
            await ReviewAsync(teacher, "reviews.return", level: "1");
        }

        await phone.PostAsync(send.Replace("Send", "Keep", StringComparison.Ordinal), ("Situation", "Written after it came back."), ("DraftNumber", "100"));
        Assert.Equal(204, await phone.TryOnceAsync(send, Key, Finished));
        Assert.Equal(1, HandedIn());
        Assert.Equal("Written after it came back.", Stage.Look(db => db.Evidence.Single().Draft.Situation));
    }

    /// <summary>The tool may end between the two: the words are there then, and the request comes again.</summary>
    [Fact]
    public async Task Words_that_were_kept_without_being_handed_in_do_not_use_the_key_up()
    {
        using var learner = await StartAsync(Learner);
        using var phone = await PhoneInJourneyAsync(learner);
        var send = await BeginAsync(phone);
        Assert.Equal(302, await phone.TryOnceAsync(send, Key, [.. Finished, ("LeftOut", "TooLarge film.mp4")]));
        Assert.Equal(0, HandedIn());
        Assert.NotEmpty(Stage.Look(db => db.Evidence.Single().Draft.Situation));

        Assert.Equal(302, await phone.TryOnceAsync(send, Key, Finished));
        Assert.Equal(1, HandedIn());
    }

    private static readonly (string Name, string Value)[] Finished =
    [
        ("Situation", "Weekly call."), ("Action", "I asked Aiko first."), ("Outcome", "She had the best idea."),
        ("Behaviours", "quiet-voices"), ("AppliedOn", "2026-01-15"), ("DraftNumber", "0"),
    ];

    private int HandedIn() => Stage.Look(db => db.Events.Count(row => row.Name == "evidence.submitted"));

    /// <summary>A page to write on is open.</summary>
    /// <returns>Where its button leads.</returns>
    private static async Task<string> BeginAsync(Visitor phone)
    {
        await phone.PostAsync("/evidence/new?behaviour=quiet-voices");
        return $"/evidence/write?handler=Send&id={HttpUtility.ParseQueryString(phone.Address.Query)["id"]}";
    }
}
