namespace LearningBuddy.LtiTool.Lti;

/// <summary>Stops a request whose address may not be asked, before a connection is even thought of.</summary>
internal sealed class GuardHandler(AddressGuard guard) : DelegatingHandler
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        guard.Objection(request.RequestUri!) is { } objection
            ? Task.FromException<HttpResponseMessage>(objection)
            : base.SendAsync(request, cancellationToken);
}
