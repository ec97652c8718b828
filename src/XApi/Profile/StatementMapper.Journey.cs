using System.Text.Json.Nodes;
using LearningBuddy.Shared.Events;
using static LearningBuddy.Shared.Events.JourneyEvent;

namespace LearningBuddy.XApi.Profile;

public static partial class StatementMapper
{
    private static MappedStatement? MapJourney(StatementDraft draft, JourneyEvent what) => what switch
    {
        JourneyStarted => draft.OfJourney(Templates.JourneyStarted, Verbs.Initialized, draft.Activities.Journey),
        JourneyCompleted completed => draft.OfJourney(Templates.JourneyCompleted, Verbs.Completed, draft.Activities.Journey) with
        {
            Outcome = new(Completion: true, Success: completed.Success, Duration: completed.Duration),
        },
        JourneyWithdrawn => draft.OfJourney(Templates.JourneyWithdrawn, Verbs.Unregistered, draft.Activities.Journey),
        SelfAssessed assessed => SelfAssessment(draft, assessed),
        SprintChosen chosen => draft.Of(Templates.SprintChosen, Verbs.Selected, Sprint(draft, chosen.Sprint)),
        SprintUnchosen dropped => draft.Of(Templates.SprintUnchosen, Verbs.Discarded, Sprint(draft, dropped.Sprint)),
        SprintStarted started => draft.Of(Templates.SprintStarted, Verbs.Initialized, Sprint(draft, started.Sprint)),
        SprintProgressed progressed => draft.Of(Templates.SprintProgressed, Verbs.Progressed, Sprint(draft, progressed.Sprint)) with
        {
            Outcome = Progress(progressed.Percent, words: null),
        },
        SprintCompleted completed => draft.Of(Templates.SprintCompleted, Verbs.Completed, Sprint(draft, completed.Sprint)) with
        {
            Outcome = new(Completion: true, Duration: completed.Duration),
        },
        HelpAsked help => draft.Of(Templates.HelpAsked, Verbs.RequestedAttention, NeedingHelp(draft, help)) with { People = draft.Facilitator },
        QuestionAsked asked => draft.Of(Templates.QuestionAsked, Verbs.Asked, draft.Activities.Question(asked.QuestionId)) with
        {
            Actor = draft.Actor,
        },
        QuestionAnswered answered => draft.Of(Templates.QuestionAnswered, Verbs.Answered, draft.Activities.Question(answered.QuestionId)) with
        {
            Actor = draft.Actor,
            Outcome = new(Response: answered.Answer),
            AnswersStatement = Answering(answered.AskedEventId),
        },
        _ => null,
    };

    private static MappedStatement SelfAssessment(StatementDraft draft, SelfAssessed assessed) =>
        draft.Of(Templates.SelfAssessed, Verbs.Rated, draft.Activities.Competency(assessed.Behaviour.Id, assessed.Behaviour.Name)) with
        {
            Outcome = new(Mark: ToMark(assessed.Points)),
            Extensions = new Dictionary<string, JsonNode>
            {
                [ExtensionIris.AssessmentType] = "self",
                [ExtensionIris.ScaleLabel] = assessed.ScaleLabel,
            },
        };

    private static NeutralActivity Sprint(StatementDraft draft, SprintRef sprint) => draft.Activities.Sprint(sprint.Id, sprint.Name);

    /// <summary>Help is asked on a sprint, whose key is a word, or on a piece of evidence, whose id is a UUID.</summary>
    private static NeutralActivity NeedingHelp(StatementDraft draft, HelpAsked help) => Guid.TryParse(help.ActivityId, out var id)
        ? draft.Activities.Evidence(id)
        : draft.Activities.Sprint(help.ActivityId, help.Name);

    /// <summary>Progress is an extension and never a score (2.4.5.1 of 1.0.3).</summary>
    private static Outcome Progress(int percent, string? words) => new(
        Response: words, Extensions: new Dictionary<string, JsonNode> { [ExtensionIris.Progress] = percent });

    private static Mark ToMark(Points points) => new(points.Scaled, points.Raw, points.Min, points.Max);

    private static Guid Answering(Guid eventId) => Statements.StatementIds.ForEvent(eventId);
}
