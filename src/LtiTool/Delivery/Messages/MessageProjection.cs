using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Data.Rows;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;
using LearningBuddy.Shared.People;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>
/// What people are told. It stands in the inbox at once; what may also go out is looked at by <see cref="MessagesDue"/>. Nothing is kept
/// for channels by which nobody can be reached, so that an address proved later is not flooded.
/// </summary>
internal sealed class MessageProjection(Reach reach) : IProjection
{
    public async Task ProjectAsync(ChangeContext context, CancellationToken ct)
    {
        var told = context.Events.Where(e => !context.Learner(e.ParticipationId).Place.IsTestUser)
            .SelectMany(e => TellsOf(context, e).Select(tells => (Event: e, Tells: tells))).ToList();
        foreach (var done in told.Select(one => one.Tells).OfType<Tells.Done>().Distinct())
        {
            await SettleAsync(context, done, ct);
        }

        var facilitators = await FacilitatorsAsync(context, told.Select(one => one.Tells), ct);
        var rows =
            from one in told
            let message = one.Tells as Tells.Message
            where message is not null
            from person in ReceiversOf(message, one.Event, facilitators)
            select MessageRow.Of(message, one.Event, person);
        await KeepAsync(context, [.. rows], ct);
    }

    private static IEnumerable<Tells> TellsOf(ChangeContext context, RecordedEvent e)
    {
        var learner = context.Learner(e.ParticipationId);
        return Themes.All.Where(theme => theme.Messages is not null && theme.IsOn(learner.Design))
            .SelectMany(theme => theme.Messages!(learner.Design, learner.Progress, e));
    }

    private static Task<int> SettleAsync(ChangeContext context, Tells.Done done, CancellationToken ct) => context.Db.Messages
        .Where(row => row.SubjectId == done.Subject && row.Kind == done.Kind && row.ReadAt == null)
        .ExecuteUpdateAsync(
            set => set.SetProperty(row => row.ReadAt, context.Now).SetProperty(row => row.Pending, MessageChannels.None), ct);

    /// <summary>Who is told: whoever did it only where the message says so.</summary>
    private static IEnumerable<Guid> ReceiversOf(
        Tells.Message message, RecordedEvent e, IReadOnlyDictionary<Guid, List<Guid>> facilitators)
    {
        IEnumerable<Guid> people = message.To switch
        {
            Waits.Learner => [e.LearnerId],
            Waits.Person one => [one.Id],
            Waits.Facilitators => facilitators[e.JourneyId],
            _ => [],
        };
        return people.Where(person => message.TellsActor || person != e.ActorId);
    }

    /// <summary>Who facilitates the journeys of a change, where somebody is to tell them something.</summary>
    private static async Task<IReadOnlyDictionary<Guid, List<Guid>>> FacilitatorsAsync(
        ChangeContext context, IEnumerable<Tells> told, CancellationToken ct)
    {
        var found = new Dictionary<Guid, List<Guid>>();
        if (told.Any(tells => tells is Tells.Message { To: Waits.Facilitators }))
        {
            foreach (var journey in context.Learners.Select(learner => learner.Place.Journey).DistinctBy(journey => journey.Id))
            {
                found[journey.Id] = await FacilitatorsAsync(context.Db, journey.CourseId, ct);
            }
        }

        return found;
    }

    private static Task<List<Guid>> FacilitatorsAsync(BuddyDbContext db, Guid courseId, CancellationToken ct) => db.Enrolments
        .Where(enrolment => enrolment.CourseId == courseId && enrolment.IsActive
            && (enrolment.Role == EnrolmentRole.Instructor || enrolment.Role == EnrolmentRole.TeachingAssistant))
        .Select(enrolment => enrolment.PersonId).ToListAsync(ct);

    private async Task KeepAsync(ChangeContext context, List<MessageRow> rows, CancellationToken ct)
    {
        var reachable = await ReachableAsync(context, [.. rows.Select(row => row.PersonId).Distinct()], ct);
        foreach (var row in rows.DistinctBy(row => row.Id))
        {
            var channels = MessageKinds.Find(row.Kind)!.Channels;
            row.IsInInbox = channels.HasFlag(MessageChannels.InApp);
            row.Pending = channels & reachable.GetValueOrDefault(row.PersonId);
            if (row.IsInInbox || row.Pending != MessageChannels.None)
            {
                context.Db.Messages.Add(row);
            }

            if (row.Pending != MessageChannels.None)
            {
                context.Plan(DueKind.Messages, row.PersonId, context.Now);
            }
        }
    }

    /// <summary>How these people can be reached outside the tool. Of those who have part in what happened that is known already.</summary>
    private async Task<Dictionary<Guid, MessageChannels>> ReachableAsync(
        ChangeContext context, IReadOnlyList<Guid> people, CancellationToken ct)
    {
        var known = new Dictionary<Guid, MessageChannels>();
        foreach (var platform in people.Count == 0 ? [] : context.Learners.Select(learner => learner.Place.Platform.Id).Distinct())
        {
            foreach (var (person, account) in await context.AccountsAsync(platform, ct))
            {
                known[person] = PersonReach.By(account.HasOwnAddress, account.HasNotifications);
            }
        }

        foreach (var (person, channels) in await reach.ChannelsAsync(people.Where(person => !known.ContainsKey(person)), ct))
        {
            known[person] = channels;
        }

        return known;
    }
}
