using System.Text.Json;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>The agents resource (2.4 of 1.0.3, 4.1.6.3 of 2.0): a Person with what identifies the agent that was asked for.</summary>
/// <remarks>No two identifiers are ever taken for one person here: nothing a sender says can join two people.</remarks>
internal sealed class AgentsResource : ILrsResource
{
    private static readonly string[] Lists = ["name", "mbox", "mbox_sha1sum", "openid", "account"];

    public Task<LrsReply> AnswerAsync(LrsRequest request) => Task.FromResult(Answer(request));

    private static LrsReply Answer(LrsRequest request)
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
        var agent = parameters.Agent();
        return request.RefuseUnknownParameters("agent") ?? parameters.Refusal
            ?? (agent is { } asked ? LrsReply.Json(Person(asked)) : LrsReply.BadRequest("LRS-156", "“agent” is required here."));
    }

    private static byte[] Person(JsonElement agent)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("objectType", "Person");
            foreach (var name in Lists)
            {
                if (agent.TryGetProperty(name, out var value))
                {
                    writer.WriteStartArray(name);
                    value.WriteTo(writer);
                    writer.WriteEndArray();
                }
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
