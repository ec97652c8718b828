using System.Security.Cryptography;
using System.Text;
using LearningBuddy.LtiTool.Settings;
using LearningBuddy.XApi.Profile;
using LearningBuddy.XApi.Statements;
using Microsoft.Extensions.Options;

namespace LearningBuddy.LtiTool.Delivery;

/// <summary>Where statements go: the embedded record store, and those of the settings.</summary>
internal sealed class LrsDestinations(IOptions<LearningBuddyOptions> options)
{
    /// <summary>Name of the embedded record store.</summary>
    public const string Embedded = "embedded";

    /// <summary>All of them; the embedded one first. It may hold free text: its readers are the course's own.</summary>
    public IReadOnlyList<LrsDestination> All { get; } =
    [
        new LrsDestination(Embedded, null, new StatementDestination(XApiVersion.V200, new ActorNaming.PlatformAccount(), FreeText: true)),
        .. options.Value.Lrs.Destinations.Select(From),
    ];

    /// <summary>The destination of this name, or null when the settings no longer name it.</summary>
    public LrsDestination? Find(string name) => All.FirstOrDefault(destination => destination.Name == name);

    private static LrsDestination From(LrsDestinationOptions options) => new(
        options.Name,
        options,
        new StatementDestination(VersionOf(options), Naming(options), options.IncludeText));

    /// <summary>The version a store is spoken to in.</summary>
    public static XApiVersion VersionOf(LrsConnectionOptions options) => options.Version == "1.0.3" ? XApiVersion.V103 : XApiVersion.V200;

    private static ActorNaming Naming(LrsDestinationOptions options) => options.Actor switch
    {
        // The destination's own secret is the key: two stores can't be joined, and a new secret means new names.
        "pseudonym" => new ActorNaming.Pseudonym(
            options.HomePage ?? "https://w3id.org/xapi/learning-buddy/people",
            SHA256.HashData(Encoding.UTF8.GetBytes($"{options.Name}\n{options.Secret}"))),
        "mbox" => new ActorNaming.Mailbox(),
        _ => new ActorNaming.PlatformAccount(options.HomePage),
    };
}

/// <summary>One record store.</summary>
/// <param name="Name">Stable; part of every queued statement.</param>
/// <param name="Remote">Where and with which key, or null for the embedded one.</param>
/// <param name="Form">In which form statements go there.</param>
internal sealed record LrsDestination(string Name, LrsDestinationOptions? Remote, StatementDestination Form)
{
    /// <summary>Whether a journey's statements go there.</summary>
    public bool Takes(Guid journeyId) => Remote is not { Journeys: { Count: > 0 } only } || only.Contains(journeyId);
}
