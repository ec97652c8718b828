namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>Says which versions are spoken (2.8 of 1.0.3, 4.1.6.7 of 2.0).</summary>
internal sealed class AboutResource : ILrsResource
{
    private static readonly byte[] About = """{"version":["1.0.3","2.0.0"],"extensions":{}}"""u8.ToArray();

    public bool IsOpen => true;

    public Task<LrsReply> AnswerAsync(LrsRequest request) => Task.FromResult(
        request.Method != "GET" ? LrsReply.MethodNotAllowed(request.Method) : request.RefuseUnknownParameters() ?? LrsReply.Json(About));
}
