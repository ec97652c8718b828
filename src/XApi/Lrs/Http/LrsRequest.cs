using LearningBuddy.XApi.Lrs.Access;
using LearningBuddy.XApi.Statements;
using Microsoft.AspNetCore.Http;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>A request after version, credential and the alternate syntax were settled.</summary>
internal sealed record LrsRequest
{
    /// <value>GET, PUT, POST or DELETE; HEAD arrives as GET.</value>
    public required string Method { get; init; }

    /// <value>The version spoken.</value>
    public required XApiVersion Version { get; init; }

    /// <value>Query parameters, each once.</value>
    public required IReadOnlyDictionary<string, string> Query { get; init; }

    /// <value>Headers; of the form fields where the alternate syntax is used.</value>
    public required IHeaderDictionary Headers { get; init; }

    /// <value>The body.</value>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <value>Path of the resource, with which <c>more</c> begins.</value>
    public required string Path { get; init; }

    /// <value>Who asks. The about resource is open and never looks at it.</value>
    public LrsCredential? Credential { get; init; }

    /// <value>Ends when the client goes away.</value>
    public CancellationToken Aborted { get; init; }

    /// <value>Who asks, where somebody must.</value>
    public LrsCredential Sender => Credential ?? throw new InvalidOperationException("This resource needs a credential.");

    /// <value>Media type of the body, with its parameters.</value>
    public string ContentType => Headers.ContentType.ToString();

    /// <summary>Refuses parameters that the resource does not know; names are case-sensitive.</summary>
    public LrsReply? RefuseUnknownParameters(params ReadOnlySpan<string> known)
    {
        foreach (var name in Query.Keys)
        {
            if (!known.Contains(name))
            {
                return LrsReply.BadRequest("LRS-110", $"There is no parameter “{name}” here.");
            }
        }

        return null;
    }
}
