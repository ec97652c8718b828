using LearningBuddy.LtiTool.Doors;
using LearningBuddy.LtiTool.Spine;
using LearningBuddy.LtiTool.Texts;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Path;

namespace LearningBuddy.LtiTool.Features.Path;

/// <summary>A learner says where they stand.</summary>
internal sealed class OwnLevels(JourneyWriter writer, CurrentSession me)
{
    /// <summary>Keeps what was answered; what is the same as before is no event. What the design doesn't know is left out.</summary>
    /// <param name="own">The learner's participation.</param>
    /// <param name="levels">By key of the behaviour: from 0.</param>
    /// <param name="ct">Stops.</param>
    public Task KeepAsync(Guid own, IReadOnlyDictionary<string, int> levels, CancellationToken ct) => writer.ChangeAsync(
        Subjects.Of(own),
        me.Actor,
        change =>
        {
            if (change.Learner(own) is { } learner && learner.Design.Find<PathSection>() is { } section)
            {
                var names = PathLevels.Of(section, Localizer.In(learner.Design.Language));
                foreach (var behaviour in learner.Design.ActiveBehaviours)
                {
                    if (levels.TryGetValue(behaviour.Id, out var level) && level >= 0 && level <= section.Top
                        && learner.Progress.Of<PathProgress>().Own.GetValueOrDefault(behaviour.Id)?.Level != level)
                    {
                        change.Happened(own, new SelfAssessed(behaviour.Id, new Points(level, 0, section.Top), names[level]));
                    }
                }
            }

            return true;
        },
        ct);
}
