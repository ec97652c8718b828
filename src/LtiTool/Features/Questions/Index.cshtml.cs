using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Questions;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Questions;

/// <summary>Questions: one's own, and those one can answer, the unanswered first.</summary>
[OfTheme(typeof(QuestionsSection))]
public sealed class IndexModel(BuddyDbContext db, CurrentSession me) : JourneyPage(me)
{
    /// <summary>Questions of others, unanswered first, then by the day an answer was promised for.</summary>
    public Paged<QuestionRow> ToAnswer { get; private set; } = Paged<QuestionRow>.Nothing;

    /// <summary>How many of them nobody has answered.</summary>
    public int Unanswered { get; private set; }

    /// <summary>One's own, newest first.</summary>
    public IReadOnlyList<QuestionRow> Own { get; private set; } = [];

    /// <summary>Whether this person can ask: learners who have started.</summary>
    public bool CanAsk => Session.ParticipationId is not null;

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(int? start, CancellationToken ct)
    {
        var rows =
            from question in db.Questions
            join participation in db.Participations on question.ParticipationId equals participation.Id
            join asker in db.People on participation.PersonId equals asker.Id
            where question.JourneyId == JourneyId
            select new { question, asker, Answers = db.Answers.Count(answer => answer.QuestionId == question.Id) };
        var others = Groups.SeenBy(db, Session) is { } seen ? rows.Where(row => seen.Contains(row.question.ParticipationId)) : rows;
        var readable = others
            .Where(row => row.asker.Id != Session.PersonId)
            .Where(row => Session.IsFacilitator || row.question.Audience == QuestionAudience.Everybody);
        Unanswered = await readable.CountAsync(row => row.question.AnsweredAt == null, ct);
        var toAnswer = await readable
            .OrderBy(row => row.question.AnsweredAt != null).ThenBy(row => row.question.AnswerBy).ThenBy(row => row.question.Id)
            .AsNoTracking().PageAsync(start, ct);
        ToAnswer = toAnswer.As(row => new QuestionRow(row.question, row.asker.DisplayName, row.Answers));
        var own = await rows.Where(row => row.asker.Id == Session.PersonId).OrderByDescending(row => row.question.AskedAt).Take(50)
            .AsNoTracking().ToListAsync(ct);
        Own = own.ConvertAll(row => new QuestionRow(row.question, row.asker.DisplayName, row.Answers));
    }
}

/// <summary>A question in a list.</summary>
/// <param name="Question">The question.</param>
/// <param name="Asker">Who asked.</param>
/// <param name="Answers">How many answers it has.</param>
public sealed record QuestionRow(Question Question, string Asker, int Answers);
