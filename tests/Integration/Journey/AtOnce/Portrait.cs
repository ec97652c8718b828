using System.Globalization;
using LearningBuddy.LtiTool.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.Tests.Integration.Journey.AtOnce;

/// <summary>Everything a class's deeds led to, without keys and times: two runs that came to the same have the same portrait.</summary>
internal static class Portrait
{
    public static IReadOnlyList<string> Of(Cast cast) =>
    [
        .. Enumerable.Range(0, Cast.Learners).SelectMany(learner => OfLearner(cast, learner)),
        .. cast.Stage.Look(db => db.DesignVersions.OrderBy(version => version.Number).ToList())
            .Select(version => $"design {version.Number}: {version.Content.Title}"),
    ];

    private static IEnumerable<string> OfLearner(Cast cast, int learner)
    {
        var own = cast.ParticipationId(learner);
        return cast.Stage.Look(db => (List<string>)
        [
            .. Pieces(cast, db, learner),
            .. db.BehaviourStandings.Where(row => row.ParticipationId == own).OrderBy(row => row.BehaviourId).ToList()
                .Select(row => $"standing {row.BehaviourId}: {row.Waiting} wait, {row.Confirmed} confirmed, certified {row.CertifiedAt is not null}"),
            .. db.GradePostings.Where(row => row.ParticipationId == own).ToList()
                .Select(row => string.Create(CultureInfo.InvariantCulture, $"grade {row.Given:0.###} of {row.Maximum}")),
            .. db.Groups.Include(group => group.Members).Where(group => group.OwnerId == own).ToList()
                .Select(group => $"group {group.Kind} {group.State}, {group.Members.Count(member => member.State == LearningBuddy.Shared.Groups.MembershipState.Active)} present"),
            .. db.Attention.Where(row => row.ParticipationId == own).ToList().Select(row => $"waits {row.Kind}").Order(StringComparer.Ordinal),
            .. db.Events.Where(row => row.ParticipationId == own).ToList()
                // A design that changes twice before the figures were worked out again is worked out once.
                .Where(row => row.Name is not ("design.changed" or "grade.sent"))
                .GroupBy(row => row.Name).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"{kind.Count()} {kind.Key}"),
        ]).Select(line => $"learner {learner}: {line}");
    }

    private static IEnumerable<string> Pieces(Cast cast, BuddyDbContext db, int learner)
    {
        foreach (var ((_, round), id) in cast.Pieces.Where(piece => piece.Key.Learner == learner).OrderBy(piece => piece.Key.Round))
        {
            var piece = db.Evidence.Include(evidence => evidence.Versions).Single(evidence => evidence.Id == id);
            yield return $"round {round}: {piece.State} in version {piece.Revision}, attested {db.Attestations.Count(said => said.EvidenceId == id)} times";
            foreach (var version in piece.Versions.OrderBy(version => version.Revision))
            {
                var review = db.Reviews.SingleOrDefault(given => given.EvidenceId == id && given.Revision == version.Revision);
                yield return $"round {round} version {version.Revision}: {version.Text.Action}, {review?.Text.Worked} {review?.Text.Confirmed}";
            }
        }
    }
}
