namespace LearningBuddy.XApi.Profile;

/// <summary>The published profile (xAPI Profiles 1.0), as it lies in <c>lti-config/xapi-profile.jsonld</c>.</summary>
public static class JourneyProfile
{
    private const string ResourceName = "xapi-profile.jsonld";

    /// <value>The JSON-LD document in UTF-8, to be served as <c>application/ld+json</c>.</value>
    public static ReadOnlyMemory<byte> Document { get; } = Read();

    private static byte[] Read()
    {
        using var resource = typeof(JourneyProfile).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"{ResourceName} is not embedded.");
        var document = new byte[resource.Length];
        resource.ReadExactly(document);
        return document;
    }
}
