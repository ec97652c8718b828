using LearningBuddy.DemoLms.Oidc;
using LearningBuddy.DemoLms.Personalities;

namespace LearningBuddy.DemoLms.World;

/// <summary>One issuer. In Moodle that is one school; in Canvas every school of the cloud shares it.</summary>
public sealed class Platform(string path, Personality personality)
{
    /// <value>The path of the issuer below the public address, e.g. <c>/moodle</c>.</value>
    public string Path { get; } = path;

    public Personality Personality { get; } = personality;

    public KeyRing Keys { get; } = new();
}
