using LearningBuddy.Shared.Evidence;

namespace LearningBuddy.Tests.Integration.Journey.AtOnce;

/// <summary>Makes up, from a seed, what a class does at the same time: phase after phase, each deed of a phase whenever it comes.</summary>
internal sealed class Script(int seed)
{
    private static readonly string[] Behaviours = ["quiet-voices", "clear-decision", "keeps-time"];
    private readonly Random random = new(seed);
    private int number;

    /// <summary>How many deeds were made up.</summary>
    public int Count => number;

    /// <summary>The behaviour of a round.</summary>
    public static string BehaviourOf(int round) => Behaviours[round % Behaviours.Length];

    /// <summary>Everybody presses start twice.</summary>
    public List<Deed> Starts() => Mix(EachLearner(learner => Twice(learner, _ => "/start")));

    /// <summary>Everybody invites their neighbour, twice.</summary>
    public List<Deed> Invitations() => Mix(EachLearner(learner => Twice(
        learner, _ => "/buddies/invite", cast => cast.PersonId(Next(learner)))));

    /// <summary>Every neighbour says yes, twice.</summary>
    public List<Deed> Acceptances() => Mix(EachLearner(learner => Twice(
        Next(learner), cast => $"/buddies/answer?handler=Accept&id={cast.PairOf(learner)}")));

    /// <summary>The pieces of a round that can be written are sent, twice each; now and then the set-up is changed meanwhile.</summary>
    public List<Deed> Sendings(Cast cast, int round) => Mix(
        EachLearner(learner => StateOf(cast, learner, round) is EvidenceState.Drafted or EvidenceState.Returned ? Sending(learner, round) : [])
            .Concat(Changes(cast, 2)));

    /// <summary>Buddies attest and all facilitators review what was sent, whoever comes first; now and then the set-up is changed meanwhile.</summary>
    public List<Deed> Answers(Cast cast, int round) => Mix(
        EachLearner(learner => StateOf(cast, learner, round) == EvidenceState.Submitted ? Answers(learner, round) : [])
            .Concat(Changes(cast, 4)));

    private static int Next(int learner) => (learner + 1) % Cast.Learners;

    private static EvidenceState StateOf(Cast cast, int learner, int round)
    {
        var id = cast.Pieces[(learner, round)];
        return cast.Stage.Look(db => db.Evidence.Single(piece => piece.Id == id).State);
    }

    private static IEnumerable<Deed> EachLearner(Func<int, IEnumerable<Deed>> deeds) => Enumerable.Range(0, Cast.Learners).SelectMany(deeds);

    private IEnumerable<Deed> Twice(int who, Func<Cast, string> path, Func<Cast, Guid>? person = null)
    {
        for (var time = 0; time < 2; time++)
        {
            yield return person is null ? new Deed(number++, who, path) : new Deed(number++, who, cast => $"{path(cast)}?person={person(cast)}");
        }
    }

    private IEnumerable<Deed> Sending(int learner, int round)
    {
        var words = Deed.WordsOf(number);
        for (var time = 0; time < 2; time++)
        {
            yield return new Deed(
                number++, learner, cast => $"/evidence/write?handler=Send&id={cast.Pieces[(learner, round)]}",
                ("Situation", words), ("Action", words), ("Outcome", words), ("Behaviours", BehaviourOf(round)), ("AppliedOn", $"2026-11-{2 + round:00}"));
        }
    }

    private IEnumerable<Deed> Answers(int learner, int round)
    {
        for (var time = 0; time < 2; time++)
        {
            yield return new Deed(
                number++, Next(learner), cast => $"/evidence/show?handler=Attest&id={cast.Pieces[(learner, round)]}", ("basis", "Present"), ("words", "I was there."));
        }

        for (var facilitator = 0; facilitator < Cast.Facilitators; facilitator++)
        {
            var confirms = random.Next(4) > 0;
            yield return new Deed(
                number, Cast.Learners + facilitator,
                cast => $"/reviews/give?handler={(confirms ? "Confirm" : "Return")}&id={cast.Pieces[(learner, round)]}",
                ($"Levels[{BehaviourOf(round)}]", confirms ? "2" : "1"), ("Worked", Deed.WordsOf(number++)), ("Challenge", "Once more, please."));
        }
    }

    private IEnumerable<Deed> Changes(Cast cast, int most)
    {
        for (var left = random.Next(most + 1); left > 0; left--)
        {
            var typed = cast.SetUp
                .Where(field => field.Name is not ("Title" or "grades.Maximum"))
                .Append(("Title", Deed.WordsOf(number)))
                .Append(("grades.Maximum", $"{random.Next(1, 10) * 10}"))
                .ToArray();
            yield return new Deed(number++, Cast.Instructor, here => $"/setup/edit?id={here.DesignId}", typed);
        }
    }

    private List<Deed> Mix(IEnumerable<Deed> deeds)
    {
        var mixed = deeds.ToArray();
        random.Shuffle(mixed);
        return [.. mixed];
    }
}
