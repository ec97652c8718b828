using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Messages;

namespace LearningBuddy.Shared.Questions;

/// <summary>
/// What people are told about questions. One for everybody goes to nobody in particular: it stands on their pages, and goes to the
/// facilitators when nobody has answered in time.
/// </summary>
internal static class QuestionMessages
{
    public static IEnumerable<Tells> Of(JourneyDesign design, Progress progress, RecordedEvent e) => e.What switch
    {
        QuestionAsked { Audience: QuestionAudience.Facilitators } asked => [ToFacilitators(asked.QuestionId, e)],
        QuestionOverdue overdue when progress.Of<QuestionsProgress>().Find(overdue.QuestionId) is
            { Audience: QuestionAudience.Everybody } => [ToFacilitators(overdue.QuestionId, e)],
        QuestionAnswered answered =>
        [
            new Tells.Done(MessageName.QuestionAsked, answered.QuestionId),
            new Tells.Message(MessageName.QuestionAnswered, answered.QuestionId, new Waits.Learner(), e.ActorId),
        ],
        AnswersRead read => [new Tells.Done(MessageName.QuestionAnswered, read.QuestionId)],
        _ => [],
    };

    private static Tells.Message ToFacilitators(Guid question, RecordedEvent e) =>
        new(MessageName.QuestionAsked, question, new Waits.Facilitators(), e.LearnerId);
}
