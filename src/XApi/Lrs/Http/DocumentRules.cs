using LearningBuddy.XApi.Lrs.Access;
using LearningBuddy.XApi.Lrs.Intake;
using LearningBuddy.XApi.Lrs.Storage;
using LearningBuddy.XApi.Statements;

namespace LearningBuddy.XApi.Lrs.Http;

/// <summary>What is different between the three document resources.</summary>
/// <param name="Kind">Which resource.</param>
/// <param name="IdParameter">Name of the parameter with the document's id.</param>
/// <param name="Required">Parameters that say whose document it is.</param>
/// <param name="Optional">Parameters that may be there.</param>
internal sealed record DocumentRules(DocumentKind Kind, string IdParameter, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    /// <summary>2.3 of 1.0.3.</summary>
    public static readonly DocumentRules State = new(DocumentKind.State, "stateId", ["activityId", "agent"], ["registration", "since"]);

    /// <summary>2.7 of 1.0.3.</summary>
    public static readonly DocumentRules ActivityProfile = new(DocumentKind.ActivityProfile, "profileId", ["activityId"], ["since"]);

    /// <summary>2.6 of 1.0.3.</summary>
    public static readonly DocumentRules AgentProfile = new(DocumentKind.AgentProfile, "profileId", ["agent"], ["since"]);

    /// <value>Every parameter the resource knows.</value>
    public IReadOnlyList<string> Parameters { get; } = [IdParameter, .. Required, .. Optional];

    /// <value>Only states can be removed together.</value>
    public bool CanRemoveAll => Kind == DocumentKind.State;

    /// <summary>Whether the credential may.</summary>
    public bool Allows(LrsCredential credential, bool writing) =>
        Kind == DocumentKind.State ? credential.MayUseState(writing) : credential.MayUseProfiles(writing);

    /// <summary>Whose document it is, as one text; null if a required parameter is missing.</summary>
    public string? ReadOwner(ParameterReader parameters)
    {
        var activity = parameters.Iri("activityId");
        var agent = parameters.Agent() is { } given ? AgentIdentity.Of(given) : null;
        var registration = parameters.Uuid("registration");
        return Kind switch
        {
            DocumentKind.State when activity is not null && agent is not null => $"{activity}\n{registration:D}\n{agent}",
            DocumentKind.ActivityProfile => activity,
            DocumentKind.AgentProfile => agent,
            _ => null,
        };
    }

    /// <summary>
    /// Whether replacing an existing document needs If-Match or If-None-Match: always for profiles, for states since 2.0
    /// (3.1 of 1.0.3, 4.1.4 of 2.0).
    /// </summary>
    public bool NeedsPrecondition(XApiVersion version) => Kind != DocumentKind.State || version == XApiVersion.V200;
}
