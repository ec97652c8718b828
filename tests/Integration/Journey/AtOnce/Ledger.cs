using System.Collections.Concurrent;
using LearningBuddy.LtiTool.Data;
using LearningBuddy.Shared.Evidence;
using LearningBuddy.Shared.Groups;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LearningBuddy.Tests.Integration.Journey.AtOnce;

/// <summary>What pages said was done, and whether it is so.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<(Guid Piece, string Words), int> sendings = new();
    private readonly ConcurrentDictionary<Guid, bool> attested = new();
    private readonly ConcurrentDictionary<(Guid Piece, string Words), bool> reviews = new();
    private int count;

    /// <summary>How many requests there were.</summary>
    public int Count => count;

    public int Next() => Interlocked.Increment(ref count);

    /// <summary>A version was sent, and so many pages said so.</summary>
    public void Sent(Guid piece, string words, int yeses) => sendings[(piece, words)] = yeses;

    public void Attested(Guid piece, bool isDone) => attested.AddOrUpdate(piece, isDone, (_, before) => before || isDone);

    public void Reviewed(Guid piece, string words, bool confirmed) => reviews[(piece, words)] = confirmed;

    /// <summary>State, events and figures are what was said, no more and no less.</summary>
    public void AssertIsKept(Cast cast, IReadOnlyCollection<LearnersPath> paths)
    {
        // Of two that send the same at the same moment one is told yes, the other that it came too late.
        Assert.All(sendings, said => Assert.Equal((said.Key, 1), (said.Key, said.Value)));
        cast.Stage.Look(db =>
        {
            Compare(
                "sent", sendings.Keys.Select(key => $"{key.Piece} {key.Words}"),
                db.Evidence.Include(piece => piece.Versions).ToList().SelectMany(piece => piece.Versions.Select(version => $"{piece.Id} {version.Text.Action}")));
            Compare(
                "reviewed", reviews.Select(said => $"{said.Key.Piece} {said.Key.Words} {said.Value}"),
                db.Reviews.ToList().Select(review => $"{review.EvidenceId} {review.Text.Worked} {review.Text.Confirmed}"));
            Compare("attested", attested.Where(said => said.Value).Select(said => $"{said.Key}"), db.Attestations.ToList().Select(said => $"{said.EvidenceId}").Distinct());
            Assert.All(db.Attestations.ToList().GroupBy(said => (said.EvidenceId, said.Revision, said.PersonId)), same => Assert.Single(same));
            AssertEvents(db, paths.Count);
            Assert.All(paths, path => AssertLearner(cast, db, path));
            return true;
        });
    }

    private void AssertEvents(BuddyDbContext db, int learners)
    {
        var events = db.Events.ToList().GroupBy(row => row.Name).ToDictionary(same => same.Key, same => same.Count());
        Assert.Equal(learners, events["journey.started"]);
        Assert.Equal(learners, events["buddy.invited"]);
        Assert.Equal(learners, events["buddy.accepted"]);
        Assert.Equal(sendings.Count, events["evidence.submitted"]);
        Assert.Equal(reviews.Count(said => said.Value), events.GetValueOrDefault("review.confirmed"));
        Assert.Equal(reviews.Count(said => !said.Value), events.GetValueOrDefault("review.returned"));
    }

    private void AssertLearner(Cast cast, BuddyDbContext db, LearnersPath path)
    {
        var own = cast.ParticipationId(path.Learner);
        var pair = db.Groups.Include(group => group.Members).Single(group => group.OwnerId == own);
        Assert.Equal((GroupState.Active, 2), (pair.State, pair.Members.Count(member => member.State == MembershipState.Active)));
        var pieces = db.Evidence.Where(piece => piece.ParticipationId == own).ToList();
        Assert.All(pieces, piece =>
        {
            var last = reviews.Where(said => said.Key.Piece == piece.Id && said.Key.Words.EndsWith("version 1", StringComparison.Ordinal)).ToList();
            Assert.Equal(last.Single().Value ? EvidenceState.Confirmed : EvidenceState.Returned, piece.State);
        });
        Assert.Equal(
            pieces.Count(piece => piece.State == EvidenceState.Confirmed),
            db.BehaviourStandings.Where(row => row.ParticipationId == own).Sum(row => row.Confirmed));
        Assert.Single(db.GradePostings.Where(row => row.ParticipationId == own).ToList());
    }

    private static void Compare(string what, IEnumerable<string> said, IEnumerable<string> kept)
    {
        var (expected, actual) = (said.Order(StringComparer.Ordinal).ToList(), kept.Order(StringComparer.Ordinal).ToList());
        Assert.True(
            expected.SequenceEqual(actual),
            $"{what}: lost {string.Join("; ", expected.Except(actual))}, nobody was told of {string.Join("; ", actual.Except(expected))}, {expected.Count} and {actual.Count}");
    }
}
