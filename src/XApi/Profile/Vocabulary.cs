using System.Collections.Frozen;
using System.Reflection;

namespace LearningBuddy.XApi.Profile;

/// <summary>Words for people, in the languages that the tool speaks.</summary>
/// <param name="En">English; always sent, so that a dashboard finds one language everywhere.</param>
/// <param name="De">German.</param>
/// <param name="Fr">French.</param>
/// <param name="Es">Spanish.</param>
/// <param name="Ar">Arabic.</param>
public sealed record Words(string En, string De, string Fr, string Es, string Ar)
{
    /// <summary>These words with one behind them that is the same in each language, e.g. a number.</summary>
    public Words With(string last) => With(new Words(last, last, last, last, last));

    /// <summary>These words with others behind them.</summary>
    public Words With(Words last) =>
        new($"{En} {last.En}", $"{De} {last.De}", $"{Fr} {last.Fr}", $"{Es} {last.Es}", $"{Ar} {last.Ar}");

    /// <summary>In a language, else in English.</summary>
    /// <param name="language">RFC 5646 tag.</param>
    public string Of(string language) => Own(Primary(language)) ?? En;

    /// <summary>A language map (2.4.2 of 1.0.3) with English and, where there is one, the language of the journey.</summary>
    /// <param name="language">RFC 5646 tag of the journey.</param>
    public IReadOnlyDictionary<string, string> In(string language)
    {
        var map = new Dictionary<string, string> { ["en"] = En };
        if (Own(Primary(language)) is { } words)
        {
            map[Primary(language)] = words;
        }

        return map;
    }

    private string? Own(string primary) => primary switch
    {
        "de" => De,
        "fr" => Fr,
        "es" => Es,
        "ar" => Ar,
        _ => null,
    };

    private static string Primary(string language) => language.Split('-')[0].ToLowerInvariant();
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
    private const string TinCanUk = "http://www.tincanapi.co.uk/verbs/";
    private const string Ours = ProfileIris.Base + "/verbs/";

    private static readonly Lazy<FrozenDictionary<string, Words>> ByIri = new(() =>
        typeof(Verbs).GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(field => field.GetValue(null)).OfType<VerbTerm>()
            .ToFrozenDictionary(verb => verb.Iri, verb => verb.Display, StringComparer.Ordinal));

    /// <summary>The words of a verb of this profile, or null for another's.</summary>
    public static Words? Find(string iri) => ByIri.Value.GetValueOrDefault(iri);

    internal static readonly VerbTerm Initialized = new(Adl + "initialized", new("started", "begann", "a commencé", "empezó", "بدأ"));
    internal static readonly VerbTerm Completed = new(Adl + "completed", new("completed", "schloss ab", "a terminé", "terminó", "أكمل"));
    internal static readonly VerbTerm Progressed =
        new(Adl + "progressed", new("progressed in", "kam voran in", "a progressé dans", "avanzó en", "تقدّم في"));
    internal static readonly VerbTerm Attended =
        new(Adl + "attended", new("attended", "nahm teil an", "a participé à", "participó en", "حضر"));
    internal static readonly VerbTerm Attempted =
        new(Adl + "attempted", new("practised", "übte", "a pratiqué", "practicó", "تدرّب على"));
    internal static readonly VerbTerm Commented =
        new(Adl + "commented", new("gave feedback on", "gab Rückmeldung zu", "a commenté", "comentó", "علّق على"));
    internal static readonly VerbTerm Asked = new(Adl + "asked", new("asked", "fragte", "a demandé", "preguntó", "سأل"));
    internal static readonly VerbTerm Answered =
        new(Adl + "answered", new("answered", "beantwortete", "a répondu à", "respondió a", "أجاب عن"));
    internal static readonly VerbTerm Interacted =
        new(Adl + "interacted", new("acted on", "setzte um", "a mis en œuvre", "llevó a la práctica", "طبّق"));

    internal static readonly VerbTerm Unregistered =
        new(TinCan + "unregistered", new("withdrew from", "verließ", "a quitté", "se retiró de", "انسحب من"));
    internal static readonly VerbTerm Rated =
        new(TinCan + "rated", new("rated own", "schätzte sich ein in", "a évalué pour soi", "se valoró en", "قيّم نفسه في"));
    internal static readonly VerbTerm Selected = new(TinCan + "selected", new("chose", "wählte", "a choisi", "eligió", "اختار"));
    internal static readonly VerbTerm Discarded =
        new(TinCan + "discarded", new("dropped", "wählte ab", "a abandonné", "quitó", "تخلّى عن"));
    internal static readonly VerbTerm Viewed = new(TinCan + "viewed", new("read", "las", "a lu", "leyó", "قرأ"));
    internal static readonly VerbTerm Earned = new(TinCan + "earned", new("earned", "erwarb", "a obtenu", "obtuvo", "نال"));
    internal static readonly VerbTerm Defined = new(TinCan + "defined", new("defined", "setzte sich", "a fixé", "se propuso", "حدّد"));
    internal static readonly VerbTerm RequestedAttention =
        new(TinCan + "requested-attention", new("asked for help with", "bat um Hilfe bei",
            "a demandé de l’aide pour", "pidió ayuda con", "طلب المساعدة في"));

    /// <summary>Somebody said how they see another on a behaviour; nothing else is said by it.</summary>
    public static readonly VerbTerm Evaluated = new(TinCanUk + "evaluated", new("rated", "schätzte ein", "a évalué", "valoró", "قيّم"));

    internal static readonly VerbTerm Start =
        new(Streams + "start", new("started over", "begann von vorn", "a recommencé", "empezó de nuevo", "بدأ من جديد"));
    internal static readonly VerbTerm Invite = new(Streams + "invite", new("invited", "lud ein", "a invité", "invitó a", "دعا"));
    internal static readonly VerbTerm Accept = new(Streams + "accept", new("accepted", "nahm an", "a accepté", "aceptó", "قبل"));
    internal static readonly VerbTerm Reject = new(Streams + "reject", new("declined", "lehnte ab", "a décliné", "declinó", "اعتذر عن"));
    internal static readonly VerbTerm Terminate = new(Streams + "terminate", new("ended", "beendete", "a mis fin à", "puso fin a", "أنهى"));
    internal static readonly VerbTerm Leave = new(Streams + "leave", new("left", "verließ", "a quitté", "dejó", "غادر"));
    internal static readonly VerbTerm Schedule =
        new(Streams + "schedule", new("scheduled", "plante", "a planifié", "programó", "حدّد موعد"));
    internal static readonly VerbTerm Cancel = new(Streams + "cancel", new("cancelled", "sagte ab", "a annulé", "canceló", "ألغى"));
    internal static readonly VerbTerm Create = new(Streams + "create", new("created", "legte an", "a créé", "creó", "أنشأ"));
    internal static readonly VerbTerm Submit =
        new(Streams + "submit", new("sent for review", "sandte zum Prüfen",
            "a envoyé pour relecture", "envió para revisión", "أرسل للمراجعة"));
    internal static readonly VerbTerm Confirm =
        new(Streams + "confirm", new("vouched for", "stand ein für", "a attesté", "dio fe de", "زكّى"));
    internal static readonly VerbTerm Receive = new(Streams + "receive", new("received", "erhielt", "a reçu", "recibió", "تلقّى"));
    internal static readonly VerbTerm Approve = new(Streams + "approve", new("confirmed", "bestätigte", "a validé", "confirmó", "أكّد"));
    internal static readonly VerbTerm Return = new(Streams + "return", new("returned", "gab zurück", "a renvoyé", "devolvió", "أعاد"));
    internal static readonly VerbTerm Join = new(Streams + "join", new("joined", "trat bei", "a rejoint", "se unió a", "انضمّ إلى"));
    internal static readonly VerbTerm Satisfy = new(Streams + "satisfy", new("kept", "hielt ein", "a réalisé", "cumplió", "نفّذ"));
    internal static readonly VerbTerm Unsatisfy =
        new(Streams + "unsatisfy", new("did not keep", "hielt nicht ein", "n’a pas réalisé", "no cumplió", "لم ينفّذ"));
    internal static readonly VerbTerm Send = new(Streams + "send", new("sent", "sandte", "a envoyé", "envió", "بعث"));
    internal static readonly VerbTerm Open = new(Streams + "open", new("opened", "öffnete", "a ouvert", "abrió", "فتح"));
    internal static readonly VerbTerm Ignore = new(Streams + "ignore", new("dismissed", "verwarf", "a écarté", "descartó", "استبعد"));

    internal static readonly VerbTerm Achieved = new(Tla + "achieved", new("achieved", "erreichte", "a atteint", "alcanzó", "حقّق"));
    internal static readonly VerbTerm Expired =
        new(Tla + "expired", new("lost by expiry", "verlor durch Ablauf",
            "a perdu par expiration", "perdió por caducidad", "فقد بانتهاء المدة"));
    internal static readonly VerbTerm Forfeited = new(Tla + "forfeited", new("forfeited", "verlor", "a perdu", "perdió", "فقد"));
    internal static readonly VerbTerm Deselected =
        new(Tla + "deselected", new("gave up", "gab auf", "a renoncé à", "renunció a", "عدل عن"));

    internal static readonly VerbTerm Edited = new(AcrossX + "edited", new("revised", "überarbeitete", "a révisé", "revisó", "عدّل"));
    internal static readonly VerbTerm Reported = new(AcrossX + "reported", new("reported", "meldete", "a signalé", "comunicó", "أبلغ عن"));

    internal static readonly VerbTerm Missed = new(Ours + "missed", new("missed", "versäumte", "a manqué", "faltó a", "فاته"));
    internal static readonly VerbTerm Committed =
        new(Ours + "committed", new("committed to", "nahm sich vor", "a prévu", "planeó", "خطّط لـ"));
    internal static readonly VerbTerm Snoozed = new(Ours + "snoozed", new("put off", "verschob", "a reporté", "aplazó", "أجّل"));
}
