using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Nudges;

namespace LearningBuddy.LtiTool.Features.Nudges;

/// <summary>An exercise with its answers, as the inbox and the page of a mail show it.</summary>
/// <param name="Nudge">The nudge.</param>
/// <param name="Exercise">The exercise in the design.</param>
/// <param name="Behaviour">What it trains; null where the design has it no more.</param>
public sealed record ExerciseCard(NudgeProgress Nudge, Exercise Exercise, Behaviour? Behaviour)
{
    /// <summary>The part of the course to look at, or the course; null where nobody knows the way.</summary>
    public Uri? Course { get; init; }

    /// <summary>Whether its answer is the page's main action.</summary>
    public bool IsFirst { get; init; } = true;

    /// <summary>Whether its words are the page's title.</summary>
    public bool IsTitle { get; init; }

    /// <summary>What the addresses of its forms carry along, such as the language.</summary>
    public string Along { get; init; } = "";

    /// <summary>What to do.</summary>
    public string Words => Exercise.Wording(Nudge.Nudge.Wording);

    /// <summary>What a good answer has in it; null where nobody wrote one.</summary>
    public string? Answer => Exercise.Answer.Length > 0 ? Exercise.Answer : How;

    /// <summary>How somebody can see that the behaviour is there; null where the design says nothing.</summary>
    public string? How => Behaviour is { ShownBy.Length: > 0 } ? Behaviour.ShownBy : null;

    /// <summary>The card of a nudge; null where the design has its exercise no more.</summary>
    public static ExerciseCard? Of(JourneyDesign design, NudgeProgress nudge, Uri? course)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(nudge);
        return design.Find<NudgesSection>()?.Find(nudge.Nudge.ExerciseId) is { } exercise
            ? new(nudge, exercise, design.FindBehaviour(nudge.Nudge.BehaviourId))
            {
                Course = Uri.TryCreate(exercise.Link, UriKind.Absolute, out var link) ? link : course,
            }
            : null;
    }

    /// <summary>Where a form of it goes: this page.</summary>
    /// <param name="handler">Which answer.</param>
    public string Post(string handler) => $"?handler={handler}&id={Nudge.Nudge.Id:N}{Along}";
}
