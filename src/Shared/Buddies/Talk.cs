using LearningBuddy.Shared.Core;

namespace LearningBuddy.Shared.Buddies;

/// <summary>
/// What a pair wrote for one of its three talks. Private to the two: nobody else reads any of it, and no event, message or statement
/// holds it. Where a talk stands is told by <see cref="TalkProgress"/>.
/// </summary>
public sealed class Talk
{
    /// <summary>How many talks a pair has.</summary>
    public const int InAll = 3;

    /// <summary>Most times that can be offered at once.</summary>
    public const int MostTimes = 3;

    /// <summary>The longest place, number or link, in characters.</summary>
    public const int LongestPlace = 200;

    /// <summary>The longest of the other texts, in characters.</summary>
    public const int LongestText = 2000;

    /// <summary>The longest half of an if-then plan, in characters.</summary>
    public const int LongestPlan = IfThenPlan.Longest;

    /// <summary>The longest a talk can have taken, in minutes: more is a slip.</summary>
    public const int MostMinutes = 600;

    /// <summary>How long a talk should take.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(25);

    private readonly List<TalkTime> times = [];

    private Talk()
    {
    }

    /// <summary>Begins what is written for a talk.</summary>
    /// <param name="pairId">Who talks.</param>
    /// <param name="participationId">The learner's participation.</param>
    /// <param name="number">1 to <see cref="InAll"/>.</param>
    public Talk(Guid pairId, Guid participationId, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, InAll);
        Id = IdOf(pairId, number);
        PairId = pairId;
        ParticipationId = participationId;
        Number = number;
    }

    /// <summary>Our own key, made of the pair and the number.</summary>
    public Guid Id { get; private set; }

    /// <summary>The pair.</summary>
    public Guid PairId { get; private set; }

    /// <summary>The learner's participation.</summary>
    public Guid ParticipationId { get; private set; }

    /// <summary>1 to <see cref="InAll"/>.</summary>
    public int Number { get; private set; }

    /// <summary>Times that one of the two offered and the other has not answered, the earliest first.</summary>
    public IReadOnlyList<TalkTime> Times => times;

    /// <summary>Where they meet: a place, a telephone number or a link; null where nobody said.</summary>
    public string? Place { get; private set; }

    /// <summary>What the learner wrote from memory; null before, empty where nothing came to mind.</summary>
    public string? Recall { get; private set; }

    /// <summary>What the buddy understood.</summary>
    public TalkPoints Understood { get; private set; }

    /// <summary>The one question that the buddy asked, or null.</summary>
    public string? Asked { get; private set; }

    /// <summary>The moment of the learner's if-then plan, or null.</summary>
    public string? When { get; private set; }

    /// <summary>What the learner will do then, or null.</summary>
    public string? Will { get; private set; }

    /// <summary>The key of what is written for a talk.</summary>
    public static Guid IdOf(Guid pairId, int number) => DerivedId.From(pairId, $"talk {number}");

    /// <summary>One of the two offers times, in the place of those that were offered before.</summary>
    /// <param name="offered">One to <see cref="MostTimes"/>, UTC.</param>
    /// <param name="place">Where, or null.</param>
    public void Offer(IEnumerable<DateTimeOffset> offered, string? place)
    {
        // Numbers go on where those before ended: the old rows are still there when the new ones come.
        var first = times.Select(time => time.Number).DefaultIfEmpty().Max() + 1;
        times.Clear();
        times.AddRange(offered.Distinct().Order().Take(MostTimes).Select((at, index) => new TalkTime(Id, first + index, at)));
        MeetAt(place);
    }

    /// <summary>The other takes one of the times: those that were offered are gone. False when it is not among them.</summary>
    public bool Take(DateTimeOffset startsAt)
    {
        if (!times.Exists(time => time.StartsAt == startsAt))
        {
            return false;
        }

        times.Clear();
        return true;
    }

    /// <summary>Nothing is offered any more.</summary>
    public void Withdraw() => times.Clear();

    /// <summary>The learner wrote what they remember.</summary>
    /// <param name="text">What; nothing to see is nothing that came to mind.</param>
    public void Remember(string? text) => Recall = CleanText.Kept(text, LongestText) ?? "";

    /// <summary>The buddy listened.</summary>
    /// <param name="points">What they understood.</param>
    /// <param name="question">The question they asked, or null.</param>
    public void Listen(TalkPoints points, string? question) => (Understood, Asked) = (points, CleanText.Kept(question, LongestText));

    /// <summary>The learner decides. What is there is kept; false when a half is missing.</summary>
    public bool Promise(string? moment, string? act)
    {
        var plan = IfThenPlan.Of(moment, act);
        (When, Will) = plan;
        return plan.IsWhole;
    }

    /// <summary>Where they meet.</summary>
    /// <param name="place">A place, a number or a link; nothing to see changes nothing.</param>
    public void MeetAt(string? place) => Place = CleanText.Kept(place, LongestPlace) ?? Place;
}

/// <summary>A time that one of the two offered.</summary>
/// <param name="TalkId">For which talk.</param>
/// <param name="Number">Tells it from the others of the talk; from 1.</param>
/// <param name="StartsAt">UTC.</param>
public sealed record TalkTime(Guid TalkId, int Number, DateTimeOffset StartsAt);

/// <summary>What a buddy understood of what the learner told.</summary>
[Flags]
public enum TalkPoints
{
    /// <summary>Nothing was ticked.</summary>
    None = 0,

    /// <summary>The main idea.</summary>
    Idea = 1,

    /// <summary>A real example.</summary>
    Example = 2,

    /// <summary>What is hard about it.</summary>
    Difficulty = 4,
}
