namespace LearningBuddy.XApi.Profile;

/// <summary>
/// The one table of names that the profile gives to things itself, in the words of the pages. Nobody wrote them, so they are there in every
/// language.
/// </summary>
public static class ActivityNames
{
    internal static readonly Words Pairing =
        new("Learning-buddy pairing", "Lernbuddys", "Binôme d’apprentissage", "Colaboración de aprendizaje", "رفقة التعلّم");
    internal static readonly Words PracticePair =
        new("Practice pair", "Übungspaar", "Partenaires d’entraînement", "Pareja de práctica", "شريكا التدريب");
    internal static readonly Words Circle = new("Peer circle", "Lernzirkel", "Cercle de pairs", "Círculo de pares", "حلقة الأقران");
    internal static readonly Words BuddyMeeting =
        new("Buddy talk", "Gespräch mit dem Lernbuddy", "Échange du binôme", "Conversación de aprendizaje", "لقاء الرفيقين");
    internal static readonly Words CircleMeeting =
        new("Circle session", "Treffen des Lernzirkels", "Rencontre du cercle", "Encuentro del círculo", "لقاء الحلقة");
    internal static readonly Words CircleReunion =
        new("Circle reconvened", "Wiedersehen des Lernzirkels",
            "Retrouvailles du cercle", "Reencuentro del círculo", "لقاء الحلقة من جديد");
    internal static readonly Words GroupSession =
        new("Group session", "Gruppensitzung", "Séance de groupe", "Sesión de grupo", "جلسة جماعية");
    internal static readonly Words Breakout = new("Breakout group", "Kleingruppe", "Petit groupe", "Grupo pequeño", "مجموعة صغيرة");
    internal static readonly Words Takeaway = new("Takeaway", "Vorhaben", "Bilan", "Lo que se lleva", "ما خرج به");
    internal static readonly Words Evidence =
        new("Practice evidence", "Praxisbeispiel", "Exemple de pratique", "Ejemplo de práctica", "مثال من الممارسة");
    internal static readonly Words Feedback = new("Feedback", "Rückmeldung", "Retour", "Comentario", "تعليق");
    internal static readonly Words Commitment = new("Plan", "Vorsatz", "Plan", "Plan", "خطة");
    internal static readonly Words Goal = new("Goal", "Ziel", "Objectif", "Objetivo", "هدف");
    internal static readonly Words Step = new("Step", "Schritt", "Étape", "Paso", "خطوة");
    internal static readonly Words Question = new("Question", "Frage", "Question", "Pregunta", "سؤال");
    internal static readonly Words GradeColumn =
        new("Grade column", "Spalte in der Notenübersicht", "Colonne de notes", "Columna de calificación", "عمود الدرجات");

    /// <summary>Between a number and how many there are: meeting 2 of 6.</summary>
    internal static readonly Words OutOf = new("of", "von", "sur", "de", "من");

    private static readonly (string Type, Words Name)[] All =
    [
        (ActivityTypes.BuddyPairing, Pairing), (ActivityTypes.BuddyPairing, PracticePair), (ActivityTypes.Group, Circle),
        (ActivityTypes.Meeting, BuddyMeeting), (ActivityTypes.Meeting, CircleMeeting), (ActivityTypes.Meeting, CircleReunion),
        (ActivityTypes.GroupSession, GroupSession), (ActivityTypes.Takeaway, Takeaway), (ActivityTypes.Group, Breakout),
        (ActivityTypes.PracticeEvidence, Evidence), (ActivityTypes.Review, Feedback), (ActivityTypes.Commitment, Commitment),
        (ActivityTypes.Goal, Goal), (ActivityTypes.Step, Step), (ActivityTypes.Question, Question),
        (ActivityTypes.Assessment, GradeColumn),
        // What they were called before: a statement is never written again.
        (ActivityTypes.Meeting, BuddyMeeting with { En = "Buddy meeting" }),
        (ActivityTypes.Commitment, Commitment with { En = "Commitment" }), (ActivityTypes.Step, Step with { En = "Action" }),
    ];

    /// <summary>A name of the profile in another language; null for what people wrote and for what another system names.</summary>
    /// <param name="type">IRI of the activity's type.</param>
    /// <param name="english">What the activity is called in English.</param>
    /// <param name="language">RFC 5646 tag.</param>
    public static string? Find(string type, string english, string language) => All
        .Where(known => known.Type == type && english.StartsWith(known.Name.En, StringComparison.Ordinal))
        .Select(known => WithTail(known.Name.Of(language), english[known.Name.En.Length..], language))
        .FirstOrDefault(name => name is not null);

    private static string? WithTail(string name, string tail, string language) =>
        tail.Split(' ') is ["", .. var parts] && parts.All(TellsApart)
            ? name + tail.Replace($" {OutOf.En} ", $" {OutOf.Of(language)} ", StringComparison.Ordinal)
            : null;

    /// <summary>What stands behind a name to tell one thing from another: the end of its id, or its number, perhaps of how many.</summary>
    private static bool TellsApart(string part) =>
        part == OutOf.En || part.All(char.IsAsciiDigit) || (part.Length == 6 && part.All(char.IsAsciiHexDigitLower));
}
