using LearningBuddy.XApi.Lrs.Intake;
using Microsoft.Net.Http.Headers;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>The JSON of a request with statements, and the attachments that came along.</summary>
/// <param name="Json">UTF-8 JSON.</param>
/// <param name="Parts">Attachment data by hash.</param>
internal sealed record StatementContent(ReadOnlyMemory<byte> Json, IReadOnlyDictionary<string, AttachmentData> Parts)
{
    /// <summary>Reads <c>application/json</c> or <c>multipart/mixed</c> (1.5 of 1.0.3, 4.1.3 of 2.0).</summary>
    public static async Task<(StatementContent? Content, LrsReply? Refusal)> ReadAsync(LrsRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return (null, LrsReply.BadRequest("LRS-130", "Statements come as application/json or multipart/mixed."));
        }

        if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return (new StatementContent(request.Body, new Dictionary<string, AttachmentData>()), null);
        }

        return type.MediaType.Equals("multipart/mixed", StringComparison.OrdinalIgnoreCase)
            ? await MultipartStatements.ReadAsync(request, HeaderUtilities.RemoveQuotes(type.Boundary).ToString())
            : (null, LrsReply.BadRequest("LRS-130", "Statements come as application/json or multipart/mixed."));
    }
}
