using System.Text.Json;
using LearningBuddy.XApi.Lrs.Storage;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>The activities resource (2.5 of 1.0.3, 4.1.6.4 of 2.0): what all statements said of an activity, merged.</summary>
internal sealed class ActivitiesResource(IActivityStore activities) : ILrsResource
{
    public async Task<LrsReply> AnswerAsync(LrsRequest request)
    {
        if (request.Method != "GET")
        {
            return LrsReply.MethodNotAllowed(request.Method);
        }

        if (!request.Sender.MayReadOwnStatements && !request.Sender.MayUseProfiles(writing: false))
        {
            return LrsReply.Forbidden();
        }

        var parameters = new ParameterReader(request);
        var id = parameters.Iri("activityId");
        if ((request.RefuseUnknownParameters("activityId") ?? parameters.Refusal) is { } refusal)
        {
            return refusal;
        }

        if (id is null)
        {
            return LrsReply.BadRequest("LRS-157", "“activityId” is required here.");
        }

        var known = await activities.DefinitionsAsync([id], request.Aborted);
        return LrsReply.Json(Activity(id, known.GetValueOrDefault(id)));
    }

    private static byte[] Activity(string id, string? definition)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("objectType", "Activity");
            writer.WriteString("id", id);
            if (definition is not null)
            {
                writer.WritePropertyName("definition");
                writer.WriteRawValue(definition);
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
