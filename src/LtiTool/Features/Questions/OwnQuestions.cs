using LearningBuddy.LtiTool.Data;
using LearningBuddy.LtiTool.Doors;
using LearningBuddy.Shared.Questions;
using Microsoft.EntityFrameworkCore;

namespace LearningBuddy.LtiTool.Features.Questions;

/// <summary>A learner's own questions in their words; read once for a page.</summary>
internal sealed class OwnQuestions(BuddyDbContext db, CurrentSession me)
{
    private const int MostShown = 200;
    private List<Question>? own;

    /// <summary>The question.</summary>
    public async Task<string> TextAsync(Guid id) => (await ReadAsync()).Find(question => question.Id == id)?.Text ?? "";

    /// <summary>Those about a sprint, newest first.</summary>
    public async Task<IReadOnlyList<Question>> AboutSprintAsync(string sprintId) =>
        (await ReadAsync()).FindAll(question => question.SprintId == sprintId);

    private async Task<List<Question>> ReadAsync() =>
        own ??= await db.Questions.AsNoTracking().Where(question => question.ParticipationId == me.ParticipationId)
            .OrderByDescending(question => question.AskedAt).Take(MostShown).ToListAsync();
}
