using Xunit;

namespace LearningBuddy.Tests.Integration.Journey.AtOnce;

/// <summary>
/// What one learner does, and what others do about it: each form is posted twice at the same moment, and all facilitators answer at once.
/// </summary>
internal sealed class LearnersPath(Cast cast, Ledger ledger, int learner, int buddy)
{
    private const int SeeOther = 302;

    /// <summary>Somebody was faster: the page says so and gives the words back.</summary>
    private const int TooLate = 409;

    /// <summary>The learner.</summary>
    public int Learner => learner;

    /// <summary>Who attests for the learner.</summary>
    public int Buddy => buddy;

    public async Task StartAsync()
    {
        await SeeAsync(learner, "/today");
        await TwiceAsync(learner, _ => "/start");
    }

    public async Task GoAsync(int rounds)
    {
        await SeeAsync(learner, "/buddies");
        await TwiceAsync(learner, _ => $"/buddies/invite?person={cast.PersonId(buddy)}");
        await TwiceAsync(buddy, here => $"/buddies/answer?handler=Accept&id={here.PairOf(learner)}");
        for (var round = 0; round < rounds; round++)
        {
            await ProveAsync(round);
        }
    }

    /// <summary>Writes and sends; buddy and facilitators answer in whatever order. What comes back is sent again.</summary>
    private async Task ProveAsync(int round)
    {
        var id = await BeginAsync(round);
        for (var version = 0; version < 2; version++)
        {
            await SeeAsync(learner, $"/evidence/write?id={id}");
            var words = $"learner {learner} round {round} version {version}";
            var sendings = await TwiceAsync(
                learner, _ => $"/evidence/write?handler=Send&id={id}",
                ("Situation", words), ("Action", words), ("Outcome", words), ("Behaviours", Script.BehaviourOf(round)), ("AppliedOn", $"2026-11-{2 + round:00}"));
            ledger.Sent(id, words, sendings.Count(said => said.Contains("done-sent", StringComparison.Ordinal)));
            await AnswerAsync(id, round, version);
        }
    }

    private async Task AnswerAsync(Guid id, int round, int version)
    {
        var attesting = TwiceAsync(buddy, _ => $"/evidence/show?handler=Attest&id={id}", ("basis", "Present"), ("words", "I was there."));
        var reviewing = Enumerable.Range(0, Cast.Facilitators).Select(facilitator => ReviewAsync(id, round, version, facilitator)).ToList();
        ledger.Attested(id, (await attesting).Any(said => said.Contains("done-attested", StringComparison.Ordinal)));
        await Task.WhenAll(reviewing);
    }

    private async Task ReviewAsync(Guid id, int round, int version, int facilitator)
    {
        // First versions come back, so that there are second ones; some of those too.
        var confirms = version == 1 && (learner + facilitator) % 4 > 0;
        await SeeAsync(Cast.Learners + facilitator, "/reviews");
        var words = $"facilitator {facilitator} of learner {learner} round {round} version {version}";
        var said = await DoAsync(
            Cast.Learners + facilitator,
            _ => $"/reviews/give?handler={(confirms ? "Confirm" : "Return")}&id={id}",
            [($"Levels[{Script.BehaviourOf(round)}]", confirms ? "2" : "1"), ("Worked", words), ("Challenge", "Once more, please.")]);
        if (said.Contains("reviews.done-", StringComparison.Ordinal))
        {
            ledger.Reviewed(id, words, confirms);
        }
    }

    private async Task<Guid> BeginAsync(int round)
    {
        var said = await DoAsync(learner, _ => $"/evidence/new?behaviour={Script.BehaviourOf(round)}", []);
        return Guid.Parse(System.Web.HttpUtility.ParseQueryString(said.Split('?')[1])["id"]!);
    }

    private Task<string[]> TwiceAsync(int who, Func<Cast, string> path, params (string Name, string Value)[] fields) =>
        Task.WhenAll(DoAsync(who, path, fields), DoAsync(who, path, fields));

    private async Task<string> DoAsync(int who, Func<Cast, string> path, (string Name, string Value)[] fields)
    {
        var deed = new Deed(ledger.Next(), who, path, fields);
        var (status, location) = await cast.AnswerToAsync(deed);
        Assert.True(status is SeeOther or TooLate, $"{deed.Path(cast)}: {status}");
        return location;
    }

    private async Task SeeAsync(int who, string path)
    {
        ledger.Next();
        var status = await cast.OpenAsync(who, path);
        Assert.True(status is 200 or SeeOther, $"{path}: {status}");
    }
}
