using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Journeys;
using LearningBuddy.Shared.People;

namespace LearningBuddy.LtiTool.Features.Shared;

/// <summary>
/// Keeps people to the groups of their course, where the journey says so and the LMS tells them. Somebody of whom no group is known sees
/// everybody, as in the LMS somebody who is in no group but may see all. A learner who is in none is seen by all who facilitate, so that
/// nobody's evidence waits for nobody; other learners see them where they are in none themselves.
/// </summary>
internal static class Groups
{
    private const int MostGroups = 5;

    /// <summary>Whether this person sees only the own groups.</summary>
    public static bool AreKept(CurrentSession me) => me.Design?.KeepsGroups == true && me.Facts.Groups is { Count: > 0 };

    /// <summary>Those who share a group with this person.</summary>
    /// <param name="enrolments">Of the course.</param>
    /// <param name="me">This person.</param>
    /// <param name="andOfNone">Whether those too of whom it is known that they are in no group.</param>
    public static IQueryable<Enrolment> InGroupsOf(this IQueryable<Enrolment> enrolments, CurrentSession me, bool andOfNone = false) =>
        AreKept(me) ? enrolments.InOneOf(me.Facts.Groups!, andOfNone) : enrolments;

    /// <summary>The same for a learner, as the LMS told their groups last.</summary>
    public static IQueryable<Enrolment> InGroupsOf(this IQueryable<Enrolment> enrolments, CurrentSession me, string? groups) =>
        me.Design?.KeepsGroups == true && groups?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } theirs
            ? enrolments.InOneOf(theirs)
            : enrolments;

    private static IQueryable<Enrolment> InOneOf(
        this IQueryable<Enrolment> enrolments, IReadOnlyList<string> groups, bool orNone = false)
    {
        // Looked for as texts: a group is a whole word of them.
        var words = groups.Take(MostGroups).Select(group => $" {group} ").ToList();
        var (a, b, c, d, e) = (
            words[0], words.ElementAtOrDefault(1) ?? words[0], words.ElementAtOrDefault(2) ?? words[0],
            words.ElementAtOrDefault(3) ?? words[0], words.ElementAtOrDefault(4) ?? words[0]);
        return enrolments.Where(enrolment => enrolment.Groups != null
            && ((orNone && enrolment.Groups == "") || enrolment.Groups.Contains(a) || enrolment.Groups.Contains(b)
                || enrolment.Groups.Contains(c) || enrolment.Groups.Contains(d) || enrolment.Groups.Contains(e)));
    }

    /// <summary>The learners of this person's journey whom they may know of and who are counted: no platform's test person.</summary>
    public static IQueryable<Participation> Counted(BuddyDbContext db, CurrentSession me, Guid journeyId)
    {
        var tests = TestPeople.In(db, journeyId);
        var learners = db.Participations.Where(begun => begun.JourneyId == journeyId && !tests.Contains(begun.Id));
        return SeenBy(db, me) is { } seen ? learners.Where(begun => seen.Contains(begun.Id)) : learners;
    }

    /// <summary>Those of them who are still on their way and in the course.</summary>
    public static IQueryable<Participation> OnTheirWay(BuddyDbContext db, CurrentSession me, Guid journeyId)
    {
        var (completed, withdrawn, restarted) = (
            EventTypes.NameOf<JourneyCompleted>(), EventTypes.NameOf<JourneyWithdrawn>(), EventTypes.NameOf<JourneyRestarted>());
        return Counted(db, me, journeyId).StillIn(db, me.CourseId).Where(begun =>
            !db.Events.Any(row => row.ParticipationId == begun.Id && (row.Name == completed || row.Name == withdrawn)
                && !db.Events.Any(later =>
                    later.ParticipationId == begun.Id && later.Name == restarted && later.Sequence > row.Sequence)));
    }

    /// <summary>Those of them who have no learning buddy: no pair of theirs stands.</summary>
    public static IQueryable<Participation> WithoutBuddy(BuddyDbContext db, CurrentSession me, Guid journeyId)
    {
        var pairs = db.Groups.Where(pair =>
            pair.JourneyId == journeyId && pair.Kind == GroupKind.BuddyPair && pair.State == GroupState.Active);
        return OnTheirWay(db, me, journeyId).Where(begun => !pairs.Any(pair => pair.OwnerId == begun.Id));
    }

    /// <summary>Those of some learners who are in the course still.</summary>
    public static IQueryable<Participation> StillIn(this IQueryable<Participation> learners, BuddyDbContext db, Guid courseId) =>
        learners.Where(one => db.Enrolments.Any(enrolment =>
            enrolment.CourseId == courseId && enrolment.PersonId == one.PersonId && enrolment.IsActive));

    /// <summary>The participations of a journey that this person may know of, as a part of a question; null for all.</summary>
    public static IQueryable<Guid>? SeenBy(BuddyDbContext db, CurrentSession me) => !AreKept(me)
        ? null
        : from participation in db.Participations
          join enrolment in db.Enrolments.Where(enrolment => enrolment.CourseId == me.CourseId).InGroupsOf(me, andOfNone: me.IsFacilitator)
              on participation.PersonId equals enrolment.PersonId
          where participation.JourneyId == me.JourneyId
          select participation.Id;
}
