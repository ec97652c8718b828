using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Questions;

/// <summary>A learner's own questions in their words; read once for a page.</summary>
internal sealed class OwnQuestions(BuddyDbContext db, CurrentSession me)
{
    private const int MostShown = 200;
    private Dictionary<Guid, string>? texts;

    /// <summary>The question.</summary>
    public async Task<string> TextAsync(Guid id)
    {
        texts ??= await db.Questions.AsNoTracking().Where(question => question.ParticipationId == me.ParticipationId)
            .OrderByDescending(question => question.AskedAt).Take(MostShown)
            .ToDictionaryAsync(question => question.Id, question => question.Text);
        return texts.GetValueOrDefault(id) ?? "";
    }
}
