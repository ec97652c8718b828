using LearningBuddy.LtiTool.Spine;
using LearningBuddy.Shared.Core;
using LearningBuddy.Shared.Sprints;

namespace LearningBuddy.LtiTool.Intake;

/// <summary>Ticks off resources of sprints that other systems say are completed. Done again, it changes nothing.</summary>
internal sealed class FoundTicks(FoundLearners learners, JourneyWriter writer, TimeProvider clock)
{
    /// <summary>Ticks off what these statements say, before anybody notes that they were read.</summary>
    public async Task TickAsync(IReadOnlyList<StatementReading.Found> readings, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var completed = readings.Where(found => found.Statement.Verb == ElsewhereTick.Completed).ToList();
        var meant = (await learners.OfAsync(completed, ct))
            .Where(one => one.Learner.MayHaveDone(one.Reading.Statement, now)
                && ElsewhereTick.Concerns(one.Learner.Design, one.Reading.Statement))
            .GroupBy(one => one.Learner.ParticipationId, one => one.Reading.Statement);
        foreach (var learner in meant)
        {
            await writer.ChangeAsync(
                Subjects.Of(learner.Key),
                Actor.Tool,
                change =>
                {
                    var own = change.Learner(learner.Key)!;
                    foreach (var what in learner.SelectMany(statement => ElsewhereTick.Of(own.Design, own.Progress, statement).ToList()))
                    {
                        change.Happened(learner.Key, what);
                    }

                    return true;
                },
                ct);
        }
    }
}
