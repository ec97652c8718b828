using LearningBuddy.Shared.Core;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>
/// What somebody in this situation can do and waits for, the most pressing first.
/// The words are those of <see cref="StoryText"/>.
/// </summary>
public sealed class StepSituationTests
{
    private const string Pair = "start; invite bea; accept bea; ";
    private const string Buddy = Pair + "talk whole; talk whole; talk whole; ";

    public static TheoryData<string, string, string> Beginning => new()
    {
        { "", "", "start" },
        { "-buddies -evidence -reviews", "", "start" },
        { "", "start", "invite; practise one; practise two; practise three; nothing" },
        { "1", "start; quit", "invite; practise one; nothing" },
        { "1", "start; news", "invite; practise one; nothing" },
        { "1", Buddy, "practise one; nothing" },
    };

    public static TheoryData<string, string, string> Buddies => new()
    {
        { "1", "start; invite bea", "practise one; await bea; nothing" },
        { "1", "start; invite code", "practise one; await code; nothing" },
        { "1", "start; mail", "practise one; await mail; nothing" },
        { "1", "start; mail; wait 4d", "practise one; await mail reminded; nothing" },
        { "1", "start; mail; decline guest", "invite after Declined mail; practise one; nothing" },
        { "1", "start; mail; accept cem; leave cem", "invite after Left cem; practise one; nothing" },
        { "1", "start; invite bea; decline bea", "invite after Declined bea; practise one; nothing" },
        { "1", "start; invite bea; withdraw", "invite; practise one; nothing" },
        { "1", "start; invite bea; wait 6d", "practise one; await bea reminded; nothing" },
        { "1", "start; invite bea; unattended 6d", "practise one; await bea; nothing" },
        { "1", "start; invite bea; wait 7d", "invite after Expired bea; practise one; nothing" },
        { "1", "start; invite bea; unattended 7d", "invite after Expired bea; practise one; nothing" },
        { "1", "start; invite bea; wait 16d", "invite after Expired bea; practise one; nothing" },
        { "1", "start; invite code; wait 8d", "invite after Expired code; practise one; nothing" },
        { "1", "start; invite bea; wait 8d; invite cem", "practise one; await cem; nothing" },
        { "1", "start; invite bea; decline bea; invite cem; accept cem", "prepare talk1.OfferTimes; practise one; nothing" },
        { "1", Buddy + "leave bea", "invite after Left bea; practise one; nothing" },
        { "1", Buddy + "end", "invite; practise one; nothing" },
        { "1 rule=1/1", Buddy + "submit a one; confirm a; end", "finished" },
        { "1 rule=1/1", "start; submit a one; confirm a", "finished" },
        { "1", "start; without", "practise one; nothing" },
        { "1", "start; invite bea; decline bea; without", "practise one; nothing" },
        { "1", "start; without; invite bea", "practise one; await bea; nothing" },
        { "1 needs-buddy", "start; without", "invite; practise one; nothing" },
        { "1 -buddies rule=2/2", "start", "practise one; nothing" },
    };

    /// <summary>The three talks, one after the other, each at its moment.</summary>
    public static TheoryData<string, string, string> Talks => new()
    {
        { "1", Pair, "prepare talk1.OfferTimes; practise one; nothing" },
        { "1", Pair + "talk offered", "practise one; meet 1 Answer; nothing" },
        { "1", Pair + "talk offered bea", "prepare talk1.TakeTime; practise one; nothing" },
        { "1", Pair + "talk offered; talk planned 2d", "practise one; meet 1 Hour; nothing" },
        { "1", Pair + "talk offered; talk planned 2d; wait 2d", "prepare talk1.SayHeld; practise one; nothing" },
        { "1", Pair + "talk planned 2d; talk offered bea", "prepare talk1.TakeTime; practise one; meet 1 Hour; nothing" },
        { "1", Pair + "talk planned 2d; talk cancelled", "prepare talk1.OfferTimes; practise one; nothing" },
        { "1", Pair + "talk planned 2d; wait 2d; talk missed", "prepare talk1.OfferTimes; practise one; nothing" },
        { "1", Pair + "talk claimed", "practise one; meet 1 Confirmation; nothing" },
        { "1", Pair + "talk claimed bea", "prepare talk1.SayHeld; practise one; nothing" },
        { "1", Pair + "talk claimed bea; talk held", "prepare talk1.MakePlan; practise one; nothing" },
        { "1", Pair + "talk claimed; wait 3d", "prepare talk1.MakePlan; practise one; nothing" },
        { "1", Pair + "talk claimed; wait 2d; talk denied bea; wait 2d", "prepare talk1.OfferTimes; practise one; nothing" },
        { "1", Pair + "talk planned 5d; talk claimed; talk denied bea", "practise one; meet 1 Hour; nothing" },
        { "1", Pair + "talk offered until 2d; wait 1d", "practise one; meet 1 Answer; nothing" },
        { "1", Pair + "talk offered until 2d; wait 3d", "prepare talk1.OfferTimes; practise one; nothing" },
        { "1", Pair + "talk offered until 2d bea; wait 3d", "prepare talk1.OfferTimes; practise one; nothing" },
        { "1", Pair + "talk held; talk promised", "try plan1; practise one; nothing" },
        { "1", Pair + "talk held; talk promised; talk broken", "practise one; nothing" },
        { "1", Pair + "talk whole", "practise one; nothing" },
        { "1", Pair + "talk whole; draft a", "finish a; prepare talk2.OfferTimes; practise one; nothing" },
        { "1", Pair + "talk held; talk promised; submit a one", "prepare talk2.OfferTimes; try plan1; practise one; await a.1; nothing" },
        { "1", Pair + "talk whole; submit a one; talk planned 3d", "prepare talk2.Remember; practise one; await a.1; meet 2 Hour; nothing" },
        { "1", Pair + "talk whole; submit a one; talk planned 3d; talk recalled", "practise one; await a.1; meet 2 Hour; nothing" },
        { "1", Pair + "talk whole; submit a one; talk whole", "practise one; await a.1; nothing" },
        { "1 -nudges", Pair + "talk whole; talk whole; submit a one; confirm a", "prepare talk3.OfferTimes; practise one; nothing" },
        { "1 -evidence -reviews -certification -grades", Pair + "talk whole; talk whole", "prepare talk3.OfferTimes" },
        { "1", Pair + "talk whole; leave bea", "invite after Left bea; practise one; nothing" },
        { "1", Pair + "talk held; talk promised; leave bea", "invite after Left bea; try plan1; practise one; nothing" },
        { "1", Pair + "talk held; talk promised; submit a one; talk held; talk promised; talk kept", "practise one; await a.1; nothing" },
        { "1", Pair + "talk whole; leave bea; invite cem; accept cem; draft a", "finish a; prepare talk2.OfferTimes; practise one; nothing" },
        { "1", Pair + "talk planned 3d; leave bea; invite cem; accept cem", "prepare talk1.OfferTimes; practise one; nothing" },
        { "1 -buddies", "start", "practise one; nothing" },
    };

    /// <summary>A buddy who says nothing for ten days, and what ends the silence.</summary>
    public static TheoryData<string, string, string> Silence => new()
    {
        { "1", Pair + "talk offered; wait 9d", "practise one; meet 1 Answer; nothing" },
        { "1", Pair + "talk offered; wait 10d", "hear bea; practise one; meet 1 Answer; nothing" },
        { "1", Pair + "note learner; wait 10d", "hear bea; prepare talk1.OfferTimes; practise one; nothing" },
        { "1", Pair + "note learner; wait 5d; note bea; wait 6d", "prepare talk1.OfferTimes; practise one; nothing" },
        { "1", Pair + "note learner; wait 5d; note learner; wait 5d", "hear bea; prepare talk1.OfferTimes; practise one; nothing" },
        { "1", Pair + "talk offered; wait 10d; again", "practise one; meet 1 Answer; nothing" },
        { "1", Pair + "talk planned 1d; note learner; talk cancelled; wait 11d", "prepare talk1.OfferTimes; practise one; nothing" },
        { "1", Pair + "talk offered; wait 10d; again; wait 10d", "hear bea; practise one; meet 1 Answer; nothing" },
        { "1", Pair + "note bea; wait 20d", "prepare talk1.OfferTimes; practise one; nothing" },
        { "1", Pair + "note learner; wait 11d; leave learner; without", "practise one; nothing" },
    };

    public static TheoryData<string, string, string> Evidence => new()
    {
        { "1", "start; draft a", "finish a; invite; practise one; nothing" },
        { "1", Buddy + "draft a; draft b", "finish b; finish a; practise one; nothing" },
        { "1", "start; draft a; discard a", "invite; practise one; nothing" },
        { "1", Buddy + "submit a one; return a; discard a", "rework a.1; practise one; nothing" },
        { "1", Buddy + "draft a; submit a one", "practise one; await a.1; nothing" },
        { "1", Buddy + "submit a one d1; submit b one d2", "eyes one b.1; await a.1; await b.1; nothing" },
        { "1", Buddy + "submit a one; attest a bea", "practise one; await a.1 seen; nothing" },
        { "1", Buddy + "submit a one; return a", "rework a.1; practise one; nothing" },
        { "1", Buddy + "submit a one; return a; submit a one", "practise one; await a.2; nothing" },
        { "1", "start; draft a; submit b one; return b", "rework b.1; finish a; invite; practise one; nothing" },
        { "2", Buddy + "submit a one d1; submit b one d2; attest a bea", "practise two; await a.1 seen; await b.1; nothing" },
        { "2", Buddy + "submit a one+two d1; submit b one+two d2; attest b bea", "await a.1; await b.1 seen; nothing" },
        {
            "2", Buddy + "submit a one+two d1; submit b one+two d2; heard a bea; heard b bea; attest b cem",
            "await a.1 talked; await b.1 seen; nothing"
        },
        { "2 rule=1/1", Buddy + "submit a one+two; unsure a bea", "await a.1; nothing" },
        { "-reviews -certification -grades", Buddy + "submit a one", "practise two; practise three; nothing" },
        { "2 -certification", Buddy + "submit a one; confirm a", "practise two; nothing" },
        { "1 -certification", Buddy + "submit a one", "await a.1; nothing" },
        { "1 -evidence -reviews -certification -grades", "start", "invite" },
    };

    /// <summary>All is confirmed, and still something is missing: the step says what.</summary>
    public static TheoryData<string, string, string> Missing => new()
    {
        { "1", Buddy + "submit a one d1; submit b one d1; confirm a; confirm b", "practise one another day; nothing" },
        { "1", Buddy + "submit a one d1; submit b one d1", "practise one another day; await a.1; await b.1; nothing" },
        { "1", Buddy + "submit a one d1; submit b one d1; attest a bea; confirm a; confirm b", "practise one another day; nothing" },
        { "1", Buddy + "submit a one d1; submit b one d2; confirm a; confirm b", "eyes one b.1; nothing" },
        { "1", Buddy + "submit a one d1; submit b one d2; confirm a; confirm b; attest a bea", "finished" },
        { "1", Buddy + "submit a one d1; submit b one d2; confirm a; confirm b; heard a bea", "eyes one b.1 after a talk; nothing" },
        { "1", Buddy + "submit a one d1; submit b one d2; confirm a; confirm b; unsure a bea", "eyes one b.1; nothing" },
        { "1 rule=2/2/talk", Buddy + "submit a one d1; submit b one d2; confirm a; confirm b; heard a bea", "finished" },
        { "1 rule=2/1", Buddy + "submit a one d1; submit b one d1; confirm a; confirm b", "finished" },
        { "1 rule=3/2/eyes", Buddy + "submit a one d1; submit b one d2; confirm a; confirm b", "practise one; nothing" },
        {
            "2", Buddy + "submit a one+two d1; submit b one+two d1; confirm a; confirm b",
            "practise one another day; practise two another day; nothing"
        },
        {
            "2", Buddy + "submit a one+two d1; submit b one d2; confirm a; confirm b; attest a bea",
            "practise two; nothing"
        },
        {
            "3", Buddy + "submit a one d1; submit b one d2; submit c two d1; submit d two d1; confirm a; confirm b; confirm c; confirm d",
            "practise three; practise two another day; eyes one b.1; nothing"
        },
        { "1", Buddy + "submit a one+two d1; submit b one d2; attest a bea; confirm a one; confirm b", "finished" },
        { "2 rule=1/1", Buddy + "submit a one+two; confirm a two", "practise one; nothing" },
    };

    public static TheoryData<string, string, string> Lost => new()
    {
        { "1 rule=1/1 valid=30 days=1", Buddy + "submit a one; confirm a; wait 29d; dismiss 1", "finished" },
        { "1 rule=1/1 valid=30 -nudges", Buddy + "submit a one; confirm a; wait 31d", "practise one; nothing" },
        { "1 rule=1/1 -nudges", Buddy + "submit a one; confirm a; revoke one", "practise one; nothing" },
        { "1 rule=1/1 -nudges", Buddy + "submit a one; confirm a; revoke one; submit b one", "await b.1; nothing" },
        { "1 rule=1/1 -nudges", Buddy + "submit a one; confirm a; revoke one; submit b one; confirm b", "finished" },
        { "1 rule=1/1 -nudges", "start; submit a one; confirm a; revoke one", "practise one; nothing" },
    };

    public static TheoryData<string, string, string> Nudges => new()
    {
        { "1", Buddy + "submit a one; confirm a", "practise one; nothing" },
        { "1", Buddy + "submit a one; confirm a; wait 1d", "nudge 1; practise one; nothing" },
        { "1", Buddy + "submit a one; confirm a; wait 1d; open 1", "nudge 1; practise one; nothing" },
        { "1", Buddy + "submit a one; confirm a; wait 1d; act 1", "practise one; nothing" },
        { "1", Buddy + "submit a one; confirm a; wait 1d; dismiss 1", "practise one; nothing" },
        { "1", Buddy + "submit a one; confirm a; wait 1d; snooze 1", "practise one; nothing" },
        { "1", Buddy + "submit a one; confirm a; wait 1d; snooze 1; wait 1d", "nudge 1; practise one; nothing" },
        { "1", Buddy + "submit a one; confirm a; wait 3d", "nudge 1; nudge 2; practise one; nothing" },
        { "1", Buddy + "submit a one; confirm a; gone; wait 30d", "practise one; nothing" },
        { "1", "start; draft b; submit a one; confirm a; wait 1d", "finish b; nudge 1; invite; practise one; nothing" },
    };

    public static TheoryData<string, string, string> Questions => new()
    {
        { "1", Buddy + "ask q", "practise one; await q; nothing" },
        { "1", Buddy + "ask q; answer q", "read q; practise one; nothing" },
        { "1", Buddy + "ask q; answer q; read q", "practise one; nothing" },
        { "1", Buddy + "ask q; answer q; read q; answer q", "read q; practise one; nothing" },
        { "1", "start; draft a; ask q; answer q", "read q; finish a; invite; practise one; nothing" },
        { "1", Buddy + "ask q; wait 3d", "practise one; await q; nothing" },
        { "1", Buddy + "submit a one; return a; ask q; answer q", "rework a.1; read q; practise one; nothing" },
        { "1", Buddy + "ask q; ask r; answer r", "read r; practise one; await q; nothing" },
    };

    /// <summary>Many things at once: one order for all.</summary>
    public static TheoryData<string, string, string> Everything => new()
    {
        {
            "2 rule=3/1/eyes",
            "start; invite bea; draft a; submit b one; submit c one; return b; confirm c; ask q; answer q; ask r; wait 1d; submit d two",
            "rework b.1; read q; finish a; nudge 1; practise one; practise two; await d.1; await bea; await r; nothing"
        },
        {
            "2", Buddy + "submit a one d1; submit b one d2; confirm a; confirm b; attest b bea; design 1",
            "finished"
        },
        {
            "2", "start; invite bea; decline bea; draft a; wait 20d",
            "finish a; invite after Declined bea; practise one; practise two; nothing"
        },
        { "2 retired=one rule=1/1", Buddy, "practise two; nothing" },
        { "2 rule=1/1", Buddy + "submit a two; confirm a; design 2 retired=one rule=1/1", "finished" },
    };

    [Theory]
    [MemberData(nameof(Beginning))]
    [MemberData(nameof(Buddies))]
    [MemberData(nameof(Talks))]
    [MemberData(nameof(Silence))]
    [MemberData(nameof(Evidence))]
    [MemberData(nameof(Missing))]
    [MemberData(nameof(Lost))]
    [MemberData(nameof(Nudges))]
    [MemberData(nameof(Questions))]
    [MemberData(nameof(Everything))]
    public void In_this_situation_these_are_the_steps(string design, string story, string steps) =>
        Assert.Equal(steps, Story.Of(design, story).Steps());

    /// <summary>A page shows a view by the step's name and theme, and a person must be able to tell one step from another.</summary>
    [Theory]
    [MemberData(nameof(Everything))]
    public void No_two_steps_are_the_same_and_each_knows_its_theme(string design, string story, string steps)
    {
        var offered = Story.Of(design, story).Steps;

        Assert.Distinct(offered);
        Assert.All(offered, step => Assert.Contains(step.Theme, Themes.All.Select(theme => theme.Name), StringComparer.OrdinalIgnoreCase));
        Assert.NotEmpty(steps);
    }
}
