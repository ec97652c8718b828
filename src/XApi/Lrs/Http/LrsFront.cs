using LearningBuddy.XApi.Lrs.Access;
using LearningBuddy.XApi.Statements;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>
/// What every resource has in common, in this order: origin, alternate syntax, version, credential, rate, size; then the resource.
/// </summary>
internal sealed class LrsFront(ILrsCredentials credentials, IOptions<LrsOptions> options, LrsRates rates, LrsFaults faults)
{
    /// <summary>Answers one request.</summary>
    /// <param name="context">The HTTP request.</param>
    /// <param name="defaultVersion">The version in which a request without version header is refused, and <c>about</c> answered.</param>
    /// <param name="resource">The resource.</param>
    public async Task HandleAsync(HttpContext context, XApiVersion defaultVersion, ILrsResource resource)
    {
        if (LrsOrigins.Answer(context, options.Value))
        {
            return;
        }

        var (version, reply) = await faults.TellAsync(
            context, defaultVersion, () => ReplyWithConsistencyAsync(context, defaultVersion, resource));
        await LrsReplyWriter.WriteAsync(context, version, reply);
    }

    private async Task<(XApiVersion Version, LrsReply Reply)> ReplyWithConsistencyAsync(
        HttpContext context, XApiVersion defaultVersion, ILrsResource resource)
    {
        var (version, reply) = await ReplyAsync(context, defaultVersion, resource);
        return resource.TellsConsistency && reply.ConsistentThrough is null
            ? (version, reply with { ConsistentThrough = await resource.ConsistentThroughAsync(context.RequestAborted) })
            : (version, reply);
    }

    private async Task<(XApiVersion Version, LrsReply Reply)> ReplyAsync(
        HttpContext context, XApiVersion defaultVersion, ILrsResource resource)
    {
        var (parts, refusal) = await RequestParts.ReadAsync(context, options.Value.MaxRequestBytes);
        if (parts is null)
        {
            return (defaultVersion, refusal!);
        }

        var header = parts.Headers[XApiVersions.Header].ToString();
        if (resource.IsOpen)
        {
            return (defaultVersion, await AskAsync(context, parts, defaultVersion, credential: null, resource));
        }

        if (XApiVersions.Parse(header) is not { } version)
        {
            return (defaultVersion, LrsReply.BadRequest(
                "LRS-101", header.Length == 0
                    ? $"Every request names its version: {XApiVersions.Header}: {defaultVersion.ToHeader()}"
                    : $"{XApiVersions.Header} is 1.0.x or 2.0.x; “{header}” is not spoken here."));
        }

        if (parts.IsAlternate && version != XApiVersion.V103)
        {
            return (version, LrsReply.BadRequest("LRS-111", "The alternate request syntax ended with xAPI 1.0."));
        }

        var pair = BasicAuthentication.Parse(parts.Headers.Authorization.ToString());
        if (pair is not var (key, secret) || await credentials.FindAsync(key, secret, context.RequestAborted) is not { } credential)
        {
            return (version, LrsReply.Refusal(401, "LRS-102", "A key and its secret are expected, as HTTP Basic."));
        }

        return (version, rates.Refuse(credential) ?? await AskAsync(context, parts, version, credential, resource));
    }

    private static Task<LrsReply> AskAsync(
        HttpContext context, RequestParts parts, XApiVersion version, LrsCredential? credential, ILrsResource resource) =>
        resource.AnswerAsync(new LrsRequest
        {
            Method = HttpMethods.IsHead(parts.Method) ? HttpMethods.Get : parts.Method,
            Version = version,
            Query = parts.Query,
            Headers = parts.Headers,
            Body = parts.Body,
            Path = context.Request.PathBase + context.Request.Path,
            Credential = credential,
            Aborted = context.RequestAborted,
        });
}

/// <summary>One resource of the record store.</summary>
internal interface ILrsResource
{
    /// <value>Whether anybody may ask, in any version.</value>
    bool IsOpen => false;

    /// <value>Whether its answers, refusals included, say how far they can be trusted to be complete.</value>
    bool TellsConsistency => false;

    /// <summary>Answers a request.</summary>
    Task<LrsReply> AnswerAsync(LrsRequest request);

    /// <summary>See <see cref="TellsConsistency"/>.</summary>
    ValueTask<DateTimeOffset> ConsistentThroughAsync(CancellationToken ct) => throw new NotSupportedException();
}
