namespace LearningBuddy.XApi.Profile;

/// <summary>Words for people, in the languages that the tool speaks.</summary>
/// <param name="En">English; always sent, so that a dashboard finds one language everywhere.</param>
/// <param name="De">German.</param>
public sealed record Words(string En, string De)
{
    /// <summary>A language map (2.4.2 of 1.0.3) with English and, where there is one, the language of the journey.</summary>
    /// <param name="language">RFC 5646 tag of the journey.</param>
    public IReadOnlyDictionary<string, string> In(string language) =>
        language.StartsWith("de", StringComparison.OrdinalIgnoreCase)
            ? new Dictionary<string, string> { ["en"] = En, ["de"] = De }
            : new Dictionary<string, string> { ["en"] = En };
}

/// <summary>A verb: its IRI is the meaning, its words are for people.</summary>
public sealed record VerbTerm(string Iri, Words Display);

/// <summary>Addresses that are the profile's own.</summary>
public static class ProfileIris
{
    /// <value>The profile. Every IRI of ours starts with it; it may never change.</value>
    public const string Base = "https://w3id.org/xapi/learning-buddy";

    /// <value>The version that statements name in their category.</value>
    public const string Version = Base + "/v1.0";
}

/// <summary>
/// The one table of verbs. Published ones are used as they are; three are ours, since nobody had published their meaning.
/// </summary>
public static class Verbs
{
    private const string Adl = "http://adlnet.gov/expapi/verbs/";
    private const string Streams = "http://activitystrea.ms/";
    private const string TinCan = "http://id.tincanapi.com/verb/";
    private const string Tla = "https://w3id.org/xapi/tla/verbs/";
    private const string AcrossX = "https://w3id.org/xapi/acrossx/verbs/";
    private const string Ours = ProfileIris.Base + "/verbs/";

    internal static readonly VerbTerm Initialized = new(Adl + "initialized", new("started", "begann"));
    internal static readonly VerbTerm Completed = new(Adl + "completed", new("completed", "schloss ab"));
    internal static readonly VerbTerm Progressed = new(Adl + "progressed", new("progressed in", "kam voran in"));
    internal static readonly VerbTerm Attended = new(Adl + "attended", new("attended", "nahm teil an"));
    internal static readonly VerbTerm Attempted = new(Adl + "attempted", new("practised", "übte"));
    internal static readonly VerbTerm Commented = new(Adl + "commented", new("gave feedback on", "gab Rückmeldung zu"));
    internal static readonly VerbTerm Asked = new(Adl + "asked", new("asked", "fragte"));
    internal static readonly VerbTerm Answered = new(Adl + "answered", new("answered", "beantwortete"));
    internal static readonly VerbTerm Interacted = new(Adl + "interacted", new("acted on", "setzte um"));

    internal static readonly VerbTerm Unregistered = new(TinCan + "unregistered", new("withdrew from", "verließ"));
    internal static readonly VerbTerm Rated = new(TinCan + "rated", new("rated own", "schätzte sich ein in"));
    internal static readonly VerbTerm Selected = new(TinCan + "selected", new("chose", "wählte"));
    internal static readonly VerbTerm Discarded = new(TinCan + "discarded", new("dropped", "wählte ab"));
    internal static readonly VerbTerm Viewed = new(TinCan + "viewed", new("read", "las"));
    internal static readonly VerbTerm Earned = new(TinCan + "earned", new("earned", "erwarb"));
    internal static readonly VerbTerm Defined = new(TinCan + "defined", new("defined", "setzte sich"));
    internal static readonly VerbTerm RequestedAttention =
        new(TinCan + "requested-attention", new("asked for help with", "bat um Hilfe bei"));

    internal static readonly VerbTerm Invite = new(Streams + "invite", new("invited", "lud ein"));
    internal static readonly VerbTerm Accept = new(Streams + "accept", new("accepted", "nahm an"));
    internal static readonly VerbTerm Reject = new(Streams + "reject", new("declined", "lehnte ab"));
    internal static readonly VerbTerm Terminate = new(Streams + "terminate", new("ended", "beendete"));
    internal static readonly VerbTerm Leave = new(Streams + "leave", new("left", "verließ"));
    internal static readonly VerbTerm Schedule = new(Streams + "schedule", new("scheduled", "plante"));
    internal static readonly VerbTerm Cancel = new(Streams + "cancel", new("cancelled", "sagte ab"));
    internal static readonly VerbTerm Create = new(Streams + "create", new("created", "legte an"));
    internal static readonly VerbTerm Submit = new(Streams + "submit", new("submitted", "reichte ein"));
    internal static readonly VerbTerm Confirm = new(Streams + "confirm", new("attested", "bezeugte"));
    internal static readonly VerbTerm Receive = new(Streams + "receive", new("received", "erhielt"));
    internal static readonly VerbTerm Approve = new(Streams + "approve", new("confirmed", "bestätigte"));
    internal static readonly VerbTerm Return = new(Streams + "return", new("returned", "gab zurück"));
    internal static readonly VerbTerm Join = new(Streams + "join", new("joined", "trat bei"));
    internal static readonly VerbTerm Satisfy = new(Streams + "satisfy", new("kept", "hielt ein"));
    internal static readonly VerbTerm Unsatisfy = new(Streams + "unsatisfy", new("did not keep", "hielt nicht ein"));
    internal static readonly VerbTerm Send = new(Streams + "send", new("sent", "sandte"));
    internal static readonly VerbTerm Open = new(Streams + "open", new("opened", "öffnete"));
    internal static readonly VerbTerm Ignore = new(Streams + "ignore", new("dismissed", "verwarf"));

    internal static readonly VerbTerm Achieved = new(Tla + "achieved", new("achieved", "erreichte"));
    internal static readonly VerbTerm Expired = new(Tla + "expired", new("lost by expiry", "verlor durch Ablauf"));
    internal static readonly VerbTerm Forfeited = new(Tla + "forfeited", new("forfeited", "verlor"));
    internal static readonly VerbTerm Deselected = new(Tla + "deselected", new("gave up", "gab auf"));

    internal static readonly VerbTerm Edited = new(AcrossX + "edited", new("revised", "überarbeitete"));
    internal static readonly VerbTerm Reported = new(AcrossX + "reported", new("reported", "meldete"));

    internal static readonly VerbTerm Missed = new(Ours + "missed", new("missed", "versäumte"));
    internal static readonly VerbTerm Committed = new(Ours + "committed", new("committed to", "nahm sich vor"));
    internal static readonly VerbTerm Snoozed = new(Ours + "snoozed", new("snoozed", "verschob"));
}
