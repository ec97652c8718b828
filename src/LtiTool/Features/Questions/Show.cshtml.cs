using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using LearningBuddy.Shared.Core;

namespace LearningBuddy.LtiTool.Features.Questions;

/// <summary>A question with its answers: others answer it, who asked says what helped.</summary>
[OfTheme(typeof(QuestionsSection))]
internal sealed class ShowModel(
    BuddyDbContext db, QuestionFinder questions, EvidenceFinder pieces,
    JourneyWriter writer, PeopleNames names, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The question and what may be done with it.</summary>
    public QuestionAccess Found { get; private set; } = null!;

    /// <summary>Who asked.</summary>
    public string Asker { get; private set; } = "";

    /// <summary>The answers, oldest first.</summary>
    public IReadOnlyList<AnswerRow> Answers { get; private set; } = [];

    /// <summary>Whether the piece of evidence it is about may be opened.</summary>
    public bool CanOpenEvidence { get; private set; }

    /// <summary>Whether the answer was missing.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, bool missing, CancellationToken ct)
    {
        if (await questions.FindAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        (Found, IsMissing) = (found, missing);
        Asker = await names.OfAsync(found.Participation.PersonId) ?? "";
        var answers = await db.Answers.AsNoTracking().Where(answer => answer.QuestionId == id)
            .OrderBy(answer => answer.AnsweredAt).Take(200).ToListAsync(ct);
        var rows = new List<AnswerRow>();
        foreach (var answer in answers)
        {
            rows.Add(new AnswerRow(answer, await names.OfAsync(answer.PersonId) ?? ""));
        }

        Answers = rows;
        CanOpenEvidence = found.Question.EvidenceId is { } evidence && await pieces.FindAsync(evidence, ct) is not null;
        return Page();
    }

    /// <summary>Answers it.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(Guid id, string? text, CancellationToken ct)
    {
        var typed = CleanText.Of(text).Trim();
        if (await questions.FindAsync(id, ct) is not { CanAnswer: true } found)
        {
            return NotFound();
        }

        if (!CleanText.IsVisible(typed))
        {
            return RedirectToPage(new { id, missing = true });
        }

        var kept = CleanText.Cut(typed, Question.LongestText);
        await writer.ChangeAsync(Subjects.Of(found.Participation.Id), Session.Actor, change => AnswerAsync(id, kept, change, ct), ct);
        return Done("/Questions/Show", "questions.done-answered", id);
    }

    /// <summary>Who asked has read the answers.</summary>
    public async Task<IActionResult> OnPostReadAsync(Guid id, CancellationToken ct)
    {
        await ByAskerAsync(id, _ => new AnswersRead(id), ct);
        return RedirectToPage(new { id });
    }

    /// <summary>An answer helped.</summary>
    public async Task<IActionResult> OnPostHelpedAsync(Guid id, Guid answer, CancellationToken ct)
    {
        var given = await db.Answers.AsNoTracking().AnyAsync(one => one.Id == answer && one.QuestionId == id, ct);
        if (given && await questions.FindAsync(id, ct) is { IsOwn: true } found)
        {
            var participation = found.Participation.Id;
            await writer.ChangeAsync(
                Subjects.Of(participation), Session.Actor, change => HelpAsync(participation, id, answer, change, ct), ct);
        }

        return Done("/Questions/Show", "questions.done-helped", id);
    }

    private async Task<bool> AnswerAsync(Guid id, string text, JourneyChange change, CancellationToken ct)
    {
        var question = await db.Questions.SingleAsync(question => question.Id == id, ct);
        var answer = question.TakeAnswer(change.NewId(), change.Actor.PersonId, text, change.Now);
        db.Answers.Add(answer);
        change.Happened(question.ParticipationId, new QuestionAnswered(id, answer.Id, question.AskedEventId));
        return true;
    }

    private async Task<bool> HelpAsync(Guid own, Guid id, Guid answerId, JourneyChange change, CancellationToken ct)
    {
        var answer = await db.Answers.SingleAsync(answer => answer.Id == answerId, ct);
        if (!answer.Help(change.Now))
        {
            return false;
        }

        change.Happened(own, new AnswerHelped(id, answerId));
        return true;
    }

    private async Task ByAskerAsync(Guid id, Func<QuestionProgress, JourneyEvent> what, CancellationToken ct)
    {
        if (await questions.FindAsync(id, ct) is not { IsOwn: true } found)
        {
            return;
        }

        var own = found.Participation.Id;
        await writer.ChangeAsync(
            Subjects.Of(own),
            Session.Actor,
            change =>
            {
                if (change.Learner(own)?.Progress.Of<QuestionsProgress>().Find(id) is not { HasUnread: true } question)
                {
                    return false;
                }

                change.Happened(own, what(question));
                return true;
            },
            ct);
    }
}

/// <summary>An answer with who gave it.</summary>
public sealed record AnswerRow(Answer Answer, string By);
