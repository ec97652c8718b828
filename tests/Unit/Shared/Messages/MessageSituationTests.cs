using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using Xunit;

namespace LearningBuddy.Tests.Unit.Shared.Messages;

/// <summary>Who is told what after the last sentence of a story, and what is done with.</summary>
public sealed class MessageSituationTests
{
    private const string Pair = "start; invite bea; accept bea; ";

    public static TheoryData<string, string, string> Situations => new()
    {
        { "", "start", "" },
        { "", "start; invite bea", "-buddy.suggested; buddy.invited to bea" },
        { "", "start; invite code", "-buddy.suggested" },
        { "", "start; mail", "-buddy.suggested" },
        { "", "start; mail; wait 4d", "" },
        { "", "start; mail; accept cem", "-buddy.invited; -buddy.reminded; buddy.accepted to learner" },
        { "-buddies", "start", "" },
        { "", "start; invite bea; wait 4d", "buddy.reminded to bea" },
        { "", "start; invite bea; accept bea", "-buddy.invited; -buddy.reminded; buddy.accepted to learner" },
        { "", "start; invite bea; decline bea", "-buddy.invited; -buddy.reminded; buddy.declined to learner" },
        { "", "start; suggest bea cem", "-buddy.suggested; buddy.suggested to learner" },
        { "", "start; suggest bea; without", "-buddy.suggested" },
        { "", Pair + "show name; hide name", "" },
        { "", "start; invite bea; withdraw", "-buddy.invited; -buddy.reminded" },
        { "", "start; submit a one", "-evidence.returned; -waiting.daily; waiting.daily to facilitators" },
        {
            "", "start; invite bea; accept bea; submit a one",
            "-evidence.returned; -evidence.shared; evidence.shared to bea; -waiting.daily; waiting.daily to facilitators"
        },
        { "", "start; submit a one; attest a bea", "-evidence.shared; evidence.attested to learner" },
        { "", "start; invite bea; accept bea; submit a one; leave bea", "-buddy.note; -buddy.again; -talk.offered; -talk.claimed; -talk.denied; -talk.offered; -talk.claimed; -talk.denied; -talk.offered; -talk.claimed; -talk.denied; buddy.left to learner; -evidence.shared" },
        { "", Pair + "leave learner", "-buddy.note; -buddy.again; -talk.offered; -talk.claimed; -talk.denied; -talk.offered; -talk.claimed; -talk.denied; -talk.offered; -talk.claimed; -talk.denied; buddy.left to bea" },
        { "", Pair + "talk offered", "-talk.offered; -talk.denied; talk.offered to bea" },
        { "", Pair + "talk offered until 2d; wait 3d", "-talk.offered" },
        { "", Pair + "talk offered bea", "-talk.offered; -talk.denied; talk.offered to learner" },
        { "", Pair + "talk offered; talk planned 2d bea", "-talk.offered; -talk.claimed; -talk.denied; -talk.planned; talk.planned to bea; talk.planned to learner" },
        { "", Pair + "talk planned 2d; talk cancelled", "-talk.offered; -talk.planned; talk.cancelled to bea; talk.cancelled to learner" },
        { "", Pair + "talk claimed bea", "-talk.denied; talk.claimed to learner" },
        { "", Pair + "talk claimed; talk held", "-talk.planned; -talk.offered; -talk.claimed; -talk.denied" },
        { "", Pair + "talk claimed; talk denied bea", "-talk.claimed; talk.denied to learner" },
        { "", Pair + "talk planned 1d; wait 2d; talk missed", "-talk.claimed" },
        { "", Pair + "talk recalled", "" },
        { "", Pair + "talk held; talk promised", "" },
        { "", Pair + "note learner", "buddy.note to bea" },
        { "", Pair + "note bea", "buddy.note to learner" },
        { "", Pair + "talk offered; wait 10d; again", "buddy.again to bea" },
        { "", "start; submit a one; attest a cem", "evidence.attested to learner" },
        { "", "start; submit a one; heard a bea", "-evidence.shared; evidence.attested to learner" },
        { "", "start; submit a one; unsure a bea", "-evidence.shared" },
        { "", "start; submit a one; refuse a", "witness.declined to learner" },
        { "path", Pair + "want view Buddy", "-view.wanted; view.wanted to bea" },
        { "path", "start; want view Buddy", "" },
        { "path", "start; want view Facilitator", "-view.wanted; view.wanted to facilitators" },
        { "path", "start; view one 1 cem", "-view.wanted; -view.given; view.given to learner" },
        { "path", "start; view one 1 cem; view two 2 cem", "" },
        { "path", "start; view one 1 cem; view two 2 dan", "-view.wanted; -view.given; view.given to learner" },
        { "path", "start; view one 1 cem; wait 1d; view two 2 cem", "-view.wanted; -view.given; view.given to learner" },
        { "", "start; submit a one; return a", "evidence.returned to learner" },
        { "-nudges", "start; submit a one; confirm a", "evidence.confirmed to learner" },
        {
            "1 rule=1/1 -nudges", "start; submit a one; confirm a",
            "evidence.confirmed to learner; certification.reached to learner; -buddy.suggested"
        },
        { "", "start; submit a one; confirm a; wait 2d", "exercise.came to learner" },
        { "", "start; submit a one; confirm a; wait 2d; act 1", "-exercise.came" },
        { "", "start; submit a one; confirm a; wait 2d; snooze 1", "-exercise.came" },
        { "", "start; submit a one; restart", "journey.restarted to learner; -evidence.shared" },
        { "", "start; ask q", "question.asked to facilitators" },
        { "", "start; ask q; answer q", "-question.asked; question.answered to learner" },
        { "", "start; ask q; answer q; read q", "-question.answered" },
    };

    [Theory]
    [MemberData(nameof(Situations))]
    public void People_are_told(string design, string sentences, string expected)
    {
        var cut = sentences.LastIndexOf(';');
        var before = cut < 0 ? 0 : Story.Of(design, sentences[..cut]).History.Count;
        var story = Story.Of(design, sentences);

        var told = story.History.Skip(before).SelectMany(e =>
            Themes.All.Where(theme => theme.Messages is not null && theme.IsOn(story.Design))
                .SelectMany(theme => theme.Messages!(story.Design, story.Progress, e)));

        Assert.Equal(expected, string.Join("; ", told.Select(Said)));
    }

    [Fact]
    public void Whatever_a_theme_tells_is_a_row_of_the_table() => Assert.All(
        Situations.SelectMany(row => row.Data.Item3.Split("; ", StringSplitOptions.RemoveEmptyEntries)),
        said => Assert.NotNull(MessageKinds.Find(said.TrimStart('-').Split(' ')[0])));

    private static string Said(Tells tells) => tells switch
    {
        Tells.Message message => $"{message.Kind} to {Name(message.To)}",
        _ => $"-{tells.Kind}",
    };

    private static string Name(Waits waits) => waits switch
    {
        Waits.Learner => "learner",
        Waits.Facilitators => "facilitators",
        Waits.Person person => person.Id == Story.Id("bea") ? "bea" : "somebody else",
        _ => "everybody",
    };
}
