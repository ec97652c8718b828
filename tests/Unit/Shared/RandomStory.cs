using FsCheck;
using FsCheck.Fluent;
using LearningBuddy.Shared.Buddies;
using LearningBuddy.Shared.Certification;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Nudges;
using LearningBuddy.Shared.Questions;

namespace LearningBuddy.Tests.Unit.Shared;

/// <summary>
/// Stories that chance tells: each number chooses among the sentences that are possible at that moment, as people and pages would allow
/// them. The behaviours of a piece are always the same, so that one sees from a name what it is about.
/// </summary>
internal static class RandomStory
{
    public static readonly Dictionary<string, string> Behaviours = new()
    {
        ["a"] = "one", ["b"] = "two", ["c"] = "one", ["d"] = "two+three",
    };

    public static Arbitrary<int[]> Choices { get; } = Gen.Choose(0, 9999).ArrayOf().ToArbitrary();

    /// <summary>Tells a story and looks at it after each sentence.</summary>
    public static (Story Story, List<string> Sentences) Tell(string design, IEnumerable<int> choices, Action<Story>? look = null)
    {
        var (story, told) = (Story.Of(design, "start"), new List<string> { "start" });
        foreach (var choice in choices)
        {
            var possible = Possible(story).ToList();
            told.Add(possible[choice % possible.Count]);
            StorySentences.Tell(story, told[^1]);
            look?.Invoke(story);
        }

        return (story, told);
    }

    private static IEnumerable<string> Possible(Story story) =>
        [.. Behaviours.Keys.SelectMany(piece => OfPiece(story, piece)), .. OfBuddy(story), .. OfNudges(story), .. OfTheRest(story)];

    private static string[] OfPiece(Story story, string name)
    {
        string[] submit = [$"submit {name} {Behaviours[name]} d1", $"submit {name} {Behaviours[name]} d2"];
        string[] attest = [$"attest {name} bea", $"attest {name} cem", $"heard {name} bea", $"heard {name} cem", $"unsure {name} bea"];
        var first = Behaviours[name].Split('+')[0];
        return story.Progress.Of<EvidenceProgress>().Pieces.FirstOrDefault(piece => piece.Id == Story.Id(name))?.State switch
        {
            null => [$"draft {name}", .. submit],
            EvidenceState.Submitted => [$"confirm {name}", $"confirm {name}", $"confirm {name} {first}", $"return {name}", .. attest],
            EvidenceState.Confirmed => attest,
            EvidenceState.SetAside => [],
            _ => submit,
        };
    }

    private static string[] OfBuddy(Story story) => story.Progress.Of<BuddyProgress>() switch
    {
        var buddy when buddy.IsAsking(story.Now) => ["accept bea", "decline bea", "withdraw"],
        { State: BuddyState.Paired } buddy => ["leave bea", "end", "note learner", "note bea", .. OfTalks(story, buddy)],
        _ => ["invite bea", "invite code", "mail"],
    };

    private static IEnumerable<string> OfTalks(Story story, BuddyProgress buddy)
    {
        if (TalkMoments.Current(story.Design, story.Progress) is { } talk)
        {
            string[] before = ["talk offered until 4d", "talk offered until 2d bea", "talk planned 2d", "talk recalled", "talk listened", "talk claimed", "talk held"];
            string[] after = ["talk cancelled", "talk missed"];
            foreach (var sentence in talk.StartsAt is null ? before : [.. before, .. after])
            {
                yield return sentence;
            }
        }

        if (buddy.Talks.All.LastOrDefault(one => one.HeldByPair == buddy.PairId) is { Plan: null })
        {
            yield return "talk promised";
        }

        if (buddy.Talks.OpenPlan is not null)
        {
            yield return "talk kept";
        }
    }

    private static IEnumerable<string> OfNudges(Story story) =>
        from nudge in story.Progress.Of<NudgesProgress>().All.Index()
        where nudge.Item.State == NudgeState.Sent
        from verb in new[] { "open", "act", "dismiss", "snooze" }
        select FormattableString.Invariant($"{verb} {nudge.Index + 1}");

    private static IEnumerable<string> OfTheRest(Story story)
    {
        var asked = story.Progress.Of<QuestionsProgress>();
        var behaviours = story.Progress.Of<CertificationProgress>().Held.Keys.Order(StringComparer.Ordinal);
        return
        [
            .. new[] { "q", "r" }.SelectMany(name => asked.Find(Story.Id(name)) switch
            {
                null => new[] { $"ask {name}", $"ask {name} everybody" },
                { HasUnread: true } => [$"read {name}", $"answer {name}"],
                _ => [$"answer {name}"],
            }),
            .. behaviours.Select(behaviour => "revoke " + behaviour),
            .. story.Progress.Of<EvidenceProgress>().Pieces.Any(piece => piece.State is EvidenceState.Submitted or EvidenceState.Confirmed)
                ? ["restart"]
                : Array.Empty<string>(),
            "wait 1d", "wait 5d", "wait 40d", "unattended 2d",
        ];
    }
}
