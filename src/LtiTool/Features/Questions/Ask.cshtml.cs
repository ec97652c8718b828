using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.People;
using LearningBuddy.Shared.Questions;
using LearningBuddy.Shared.Sprints;
using Microsoft.AspNetCore.Mvc;

namespace LearningBuddy.LtiTool.Features.Questions;

/// <summary>A learner asks something: from Today, from a behaviour, from a sprint, or from a piece of evidence.</summary>
[Needs(Thing.OwnJourney, Right.Write)]
[OfTheme(typeof(QuestionsSection))]
internal sealed class AskModel(BuddyDbContext db, EvidenceFinder pieces, JourneyWriter writer, CurrentSession me) : JourneyPage(me)
{
    /// <summary>The behaviour it is about, or null.</summary>
    public string? BehaviourId { get; private set; }

    /// <summary>The piece of evidence it is about, or null.</summary>
    public Guid? EvidenceId { get; private set; }

    /// <summary>The sprint it is about, or null.</summary>
    public Sprint? Sprint { get; private set; }

    /// <summary>What was typed, when something is missing.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whether the question was missing.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string? behaviour, Guid? evidence, string? sprint, bool missing, CancellationToken ct)
    {
        if (Session.ParticipationId is null)
        {
            return RedirectToPage("/Today/Index");
        }

        BehaviourId = Design.FindBehaviour(behaviour ?? "")?.Id;
        EvidenceId = await OwnEvidenceAsync(evidence, ct);
        (Sprint, IsMissing) = (FindSprint(sprint), missing);
        return Page();
    }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync(
        string? text, QuestionAudience audience, string? behaviour, Guid? evidence, string? sprint, CancellationToken ct)
    {
        if (Session.ParticipationId is not { } own)
        {
            return RedirectToPage("/Today/Index");
        }

        var typed = CleanText.Of(text).Trim();
        if (!CleanText.IsVisible(typed))
        {
            return RedirectToPage("/Questions/Ask", new { behaviour, evidence, sprint, missing = true });
        }

        var asking = new Asking(
            CleanText.Cut(typed, Question.LongestText),
            Enum.IsDefined(audience) ? audience : QuestionAudience.Facilitators,
            Design.FindBehaviour(behaviour ?? "")?.Id,
            await OwnEvidenceAsync(evidence, ct),
            FindSprint(sprint)?.Id);
        var id = await writer.ChangeAsync(Subjects.Of(own), Session.Actor, change => Ask(own, asking, change), ct);
        return Done("/Questions/Show", "questions.done-asked", id);
    }

    private Guid Ask(Guid own, Asking asking, JourneyChange change)
    {
        var learner = change.Learner(own)!;
        var answerBy = learner.Design.Find<QuestionsSection>()!.AnswerBy(change.Now, learner.Place.Zone);
        var id = change.NewId();
        var asked = change.Happened(own, new QuestionAsked(id, asking.Audience, answerBy));
        db.Questions.Add(new Question(id, own, JourneyId, asking, asked.Id, answerBy, change.Now));
        return id;
    }

    private Sprint? FindSprint(string? id) => Design.Find<SprintsSection>()?.Find(id ?? "");

    /// <summary>The piece of evidence, if it is one's own.</summary>
    private async Task<Guid?> OwnEvidenceAsync(Guid? id, CancellationToken ct) =>
        id is { } piece && await pieces.FindAsync(piece, ct) is { Relation: Relation.Self } ? piece : null;
}
