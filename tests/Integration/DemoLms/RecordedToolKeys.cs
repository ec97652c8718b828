using System.Net;
using System.Text.Json.Nodes;

namespace LearningBuddy.Tests.Integration.DemoLms;

/// <summary>Puts the recording tool's key set where that tool had it; everything else goes out as usual.</summary>
internal sealed class RecordedToolKeys(Uri address, Func<JsonObject> keys) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri == address
            ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(keys().ToJsonString()) })
            : base.SendAsync(request, cancellationToken);
}
