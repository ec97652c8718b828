using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Lti;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Groups;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Questions;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Reads what lies ahead of a person over all their journeys, in a handful of questions to the database.</summary>
internal sealed class UpcomingReader(BuddyDbContext db, DesignLibrary designs, TimeProvider clock)
{
    /// <summary>How long something stays in a calendar after its day.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(31);

    /// <summary>Facilitators of large groups have many questions: the first that are due.</summary>
    private const int MostQuestions = 50;

    /// <summary>What lies ahead of a person, the earliest first; null when there is no such person.</summary>
    public async Task<PersonDates?> OfAsync(Guid personId, CancellationToken ct)
    {
        var person = await (
            from one in db.People
            join said in db.MessagePreferences on one.Id equals said.PersonId into preferences
            from said in preferences.DefaultIfEmpty()
            where one.Id == personId
            select new { Person = one, Said = said }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (person is null)
        {
            return null;
        }

        var places = await PlacesAsync(personId, ct);
        var since = clock.GetUtcNow() - Kept;
        List<Upcoming> all =
        [
            .. await OwnAsync(places, ct),
            .. await MeetingsAsync(personId, places, since, ct),
            .. await InvitationsAsync(personId, places, ct),
            .. await QuestionsAsync(places, since, ct),
            .. await NewsAsync(personId, ct),
        ];
        var journeys = places.ToDictionary(place => place.JourneyId, place => place.Design);
        var dates = new PersonDates(person.Person, person.Said?.TimeZone ?? person.Person.TimeZone, journeys)
        {
            Names = await NamesAsync(all.SelectMany(one => one.People).Distinct().ToList(), ct),
        };
        var oldest = DateOnly.FromDateTime(since.UtcDateTime);
        return dates with
        {
            All = [.. all.Where(one => dates.DayOf(one) >= oldest).OrderBy(dates.DayOf).ThenBy(one => one.At).ThenBy(one => one.Subject)],
        };
    }

    /// <summary>The journeys of the courses that the person is in now, on platforms that are not switched off.</summary>
    private async Task<List<Place>> PlacesAsync(Guid personId, CancellationToken ct)
    {
        var found = await (
            from enrolment in db.Enrolments
            join course in db.Courses on enrolment.CourseId equals course.Id
            join platform in db.Platforms on course.PlatformId equals platform.Id
            join journey in db.Journeys on course.Id equals journey.CourseId
            join own in db.Participations
                on new { JourneyId = journey.Id, enrolment.PersonId } equals new { own.JourneyId, own.PersonId } into participations
            from own in participations.DefaultIfEmpty()
            where enrolment.PersonId == personId && enrolment.IsActive && platform.Status == PlatformStatus.Active
                && journey.DesignId != null
            select new
            {
                journey.Id, DesignId = journey.DesignId!.Value, journey.DesignNumber, enrolment.Role, OwnId = (Guid?)own.Id,
            }).AsNoTracking().ToListAsync(ct);
        var places = new List<Place>();
        foreach (var one in found)
        {
            places.Add(new(one.Id, await designs.GetAsync(db, one.DesignId, one.DesignNumber, ct), one.Role, one.OwnId));
        }

        return places;
    }

    /// <summary>What lies ahead of the person as a learner; whoever leads a journey has its days.</summary>
    private async Task<IEnumerable<Upcoming>> OwnAsync(List<Place> places, CancellationToken ct)
    {
        var own = places.Select(place => place.OwnId).OfType<Guid>().ToList();
        var rows = own.Count == 0 ? [] : await db.Events.AsNoTracking()
            .Where(row => own.Contains(row.ParticipationId)).OrderBy(row => row.Sequence).ToListAsync(ct);
        var histories = rows.ToLookup(row => row.ParticipationId, row => row.ToEvent());
        return places.Where(place => place.OwnId is not null || place.IsLed).SelectMany(place => Upcoming.Of(
            place.JourneyId, place.Design, Progress.From(place.OwnId is { } id ? histories[id] : [])));
    }

    private async Task<IEnumerable<Upcoming>> MeetingsAsync(
        Guid personId, List<Place> places, DateTimeOffset since, CancellationToken ct)
    {
        var journeys = places.Select(place => place.JourneyId).ToList();
        var groups = journeys.Count == 0 ? [] : await db.Groups.AsNoTracking().Include(group => group.Members)
            .Where(group => journeys.Contains(group.JourneyId)
                && group.Members.Any(member => member.PersonId == personId && member.State == MembershipState.Active)
                && db.Meetings.Any(meeting => meeting.GroupId == group.Id && meeting.StartsAt > since))
            .ToListAsync(ct);
        var ids = groups.Select(group => group.Id).ToList();
        var meetings = ids.Count == 0 ? [] : await db.Meetings.AsNoTracking()
            .Where(meeting => ids.Contains(meeting.GroupId) && meeting.StartsAt > since).ToListAsync(ct);
        return meetings.Select(meeting => meeting.Ahead(groups.First(group => group.Id == meeting.GroupId), personId));
    }

    private async Task<IEnumerable<Upcoming>> InvitationsAsync(Guid personId, List<Place> places, CancellationToken ct)
    {
        var journeys = places.Select(place => place.JourneyId).ToList();
        var now = clock.GetUtcNow();
        var found = await (
            from invitation in db.Invitations
            join pair in db.Groups on invitation.GroupId equals pair.Id
            join owner in db.Participations on pair.OwnerId equals owner.Id
            where invitation.PersonId == personId && journeys.Contains(pair.JourneyId) && invitation.ExpiresAt > now
                && (invitation.State == InvitationState.Asked || invitation.State == InvitationState.Reminded)
            select new { invitation.Id, invitation.ExpiresAt, pair.JourneyId, owner.PersonId }).ToListAsync(ct);
        return found.Select(one => new Upcoming(UpcomingKind.Invitation, one.Id)
        {
            JourneyId = one.JourneyId, At = one.ExpiresAt, People = [one.PersonId],
        });
    }

    /// <summary>Questions that wait for whoever facilitates.</summary>
    private async Task<IEnumerable<Upcoming>> QuestionsAsync(List<Place> places, DateTimeOffset since, CancellationToken ct)
    {
        var journeys = places.Where(place => place.IsFacilitated && place.Design.Find<QuestionsSection>() is not null)
            .Select(place => place.JourneyId).ToList();
        var found = journeys.Count == 0 ? [] : await (
            from question in db.Questions
            join asker in db.Participations on question.ParticipationId equals asker.Id
            where journeys.Contains(question.JourneyId) && question.AnsweredAt == null && question.AnswerBy > since
                && (question.Audience == QuestionAudience.Facilitators || question.IsOverdue)
            orderby question.AnswerBy
            select new { question.Id, question.AnswerBy, question.JourneyId, asker.PersonId }).Take(MostQuestions).ToListAsync(ct);
        return found.Select(one => new Upcoming(UpcomingKind.Question, one.Id)
        {
            JourneyId = one.JourneyId, At = one.AnswerBy, People = [one.PersonId],
        });
    }

    /// <summary>When what is held at the moment is looked at again.</summary>
    private async Task<IEnumerable<Upcoming>> NewsAsync(Guid personId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var at = await db.DueItems
            .Where(item => item.Kind == DueKind.Messages && item.SubjectId == personId && item.DueAt > now
                && db.Messages.Any(message => message.PersonId == personId && message.Pending != MessageChannels.None))
            .Select(item => (DateTimeOffset?)item.DueAt).SingleOrDefaultAsync(ct);
        return at is null ? [] : [new Upcoming(UpcomingKind.News, personId) { At = at }];
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(List<Guid> people, CancellationToken ct) => people.Count == 0
        ? []
        : await db.People.Where(person => people.Contains(person.Id))
            .Select(person => new { person.Id, person.Name, person.ChosenName })
            .ToDictionaryAsync(person => person.Id, person => Person.NameOf(person.Id, person.Name, person.ChosenName), ct);

    /// <summary>A journey as the person is in it.</summary>
    private sealed record Place(Guid JourneyId, JourneyDesign Design, EnrolmentRole Role, Guid? OwnId)
    {
        public bool IsFacilitated => Role is EnrolmentRole.Instructor or EnrolmentRole.TeachingAssistant;

        public bool IsLed => IsFacilitated || Role == EnrolmentRole.Designer;
    }
}
