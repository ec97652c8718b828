namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>What is said after an answer.</summary>
internal static class AnswerTexts
{
    /// <summary>After an exercise was put off.</summary>
    public static string Of(NudgeDelay delay) => delay switch
    {
        NudgeDelay.Hour => "nudges.done-hour",
        NudgeDelay.Week => "nudges.done-week",
        _ => "nudges.done-snoozed",
    };
}
