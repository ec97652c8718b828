using LearningBuddy.LtiTool.Features.Shared;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Questions;

namespace LearningBuddy.LtiTool.Features.Questions;

/// <summary>Questions in the set-up.</summary>
public sealed class QuestionsSectionForm() : SectionForm<QuestionsSection>("questions")
{
    /// <summary>Working days within which an answer is promised.</summary>
    public int AnswerWithinDays { get; set; }

    /// <inheritdoc />
    protected override QuestionsSection Default(JourneyDesign design) => new();

    /// <inheritdoc />
    protected override void Fill(QuestionsSection section) => AnswerWithinDays = section.AnswerWithinDays;

    /// <inheritdoc />
    protected override QuestionsSection Over(QuestionsSection before, JourneyDesign design) => new(AnswerWithinDays);
}
