namespace LearningBuddy.LtiTool.Lti;

/// <summary>The few words that people see before there is a session, in English and German.</summary>
internal static class LtiTexts
{
    /// <summary>The language to speak: the launch's, else the browser's first choice; <c>en</c> when neither is known.</summary>
    /// <param name="locale">A language tag such as <c>de-AT</c>, or null.</param>
    /// <param name="acceptLanguage">The header as sent.</param>
    public static string Language(string? locale, string? acceptLanguage) =>
        (locale ?? acceptLanguage ?? "").StartsWith("de", StringComparison.OrdinalIgnoreCase) ? "de" : "en";

    /// <summary>The words of a page that nobody chose to see.</summary>
    public static AdviceText Of(Advice advice, string language) => language == "de" ? German(advice) : English(advice);

    /// <summary>The words on buttons and lines.</summary>
    public static LabelText Labels(string language) => language == "de" ? GermanLabels : EnglishLabels;

    private static readonly LabelText EnglishLabels = new(
        "Opening Learning Buddy …",
        "Continue",
        "Open in a new tab",
        "Your browser keeps nothing for pages that sit inside another page. A tab of its own usually helps.",
        "Back to your learning platform",
        "Code to quote:");

    private static readonly LabelText GermanLabels = new(
        "Learning Buddy wird geöffnet …",
        "Weiter",
        "In einem neuen Tab öffnen",
        "Ihr Browser merkt sich nichts für Seiten, die in einer anderen Seite liegen. Ein eigener Tab hilft meistens.",
        "Zurück zur Lernplattform",
        "Code zum Angeben:");

    private static AdviceText English(Advice advice) => advice switch
    {
        Advice.OpenAgain => new(
            "Please open this again from your course",
            "This way in works once and only for a short time, and it has been used or has run out.",
            "Go back to the course and open the activity again. Nothing you wrote is lost."),
        Advice.AllowStorage => new(
            "We could not recognise your browser",
            "To be sure that it is really you, this browser has to remember one thing for a minute, and it did not.",
            "Open the activity from your course again, best in a new tab. If your browser blocks all site data, allow it for this site."),
        Advice.AskAdministrator => new(
            "Your course and Learning Buddy do not understand each other yet",
            "The message from the learning platform was not one that we can accept.",
            "You can't repair this yourself. Please give the code below to the people who look after your learning platform."),
        Advice.RegisterFirst => new(
            "This learning platform is not connected yet",
            "Learning Buddy does not know the place that you come from.",
            "Please ask the people who look after your learning platform to connect it, and give them the code below."),
        Advice.WaitForApproval => new(
            "Almost there: this connection waits for approval",
            "Your learning platform has been registered, and an administrator of Learning Buddy still has to approve it.",
            "Try again later. If you are the administrator, approve it on the administration page."),
        Advice.SwitchedOff => new(
            "This connection has been switched off",
            "An administrator of Learning Buddy has paused the connection with your learning platform.",
            "Please ask the people who look after your learning platform."),
        Advice.SignInAgain => new(
            "Your learning platform did not confirm who you are",
            "You may have been signed out there, or signed in as someone else in another tab.",
            "Sign in to your learning platform, then open the activity from the course again, best in a new tab."),
        Advice.TryLater => new(
            "We can't reach your learning platform just now",
            "It did not answer when we wanted to check that the message really comes from it.",
            "Please try again in a few minutes."),
        Advice.CheckClocks => new(
            "The clocks do not agree",
            "The clock of your learning platform and ours differ by more than we may accept.",
            "Please give the code below to the people who look after your learning platform."),
        Advice.OtherPlacement => new(
            "Learning Buddy can't be opened from here",
            "It was opened from a place in your learning platform that it does not serve.",
            "Open it from an activity in your course instead."),
    };

    private static AdviceText German(Advice advice) => advice switch
    {
        Advice.OpenAgain => new(
            "Bitte öffnen Sie das noch einmal aus Ihrem Kurs",
            "Dieser Weg gilt nur einmal und nur kurze Zeit. Er wurde schon benutzt oder ist abgelaufen.",
            "Gehen Sie zurück in den Kurs und öffnen Sie die Aktivität erneut. Nichts Geschriebenes geht verloren."),
        Advice.AllowStorage => new(
            "Wir konnten Ihren Browser nicht wiedererkennen",
            "Damit wir sicher sind, dass Sie es sind, muss sich der Browser eine Minute lang etwas merken. Das hat er nicht getan.",
            "Öffnen Sie die Aktivität noch einmal aus Ihrem Kurs, am besten in einem neuen Tab. Blockiert Ihr Browser alle Websitedaten, erlauben Sie sie hier."),
        Advice.AskAdministrator => new(
            "Ihr Kurs und Learning Buddy verstehen sich noch nicht",
            "Die Nachricht der Lernplattform war keine, die wir annehmen können.",
            "Das können Sie nicht selbst beheben. Bitte geben Sie den Code unten an die Menschen weiter, die Ihre Lernplattform betreuen."),
        Advice.RegisterFirst => new(
            "Diese Lernplattform ist noch nicht verbunden",
            "Learning Buddy kennt den Ort nicht, von dem Sie kommen.",
            "Bitten Sie die Menschen, die Ihre Lernplattform betreuen, sie zu verbinden, und geben Sie ihnen den Code unten."),
        Advice.WaitForApproval => new(
            "Fast fertig: Die Verbindung wartet auf Freigabe",
            "Ihre Lernplattform ist angemeldet, jemand aus der Administration von Learning Buddy muss sie noch freigeben.",
            "Versuchen Sie es später noch einmal. Wenn Sie administrieren: Geben Sie sie auf der Administrationsseite frei."),
        Advice.SwitchedOff => new(
            "Diese Verbindung ist abgeschaltet",
            "Die Administration von Learning Buddy hat die Verbindung mit Ihrer Lernplattform angehalten.",
            "Bitte fragen Sie die Menschen, die Ihre Lernplattform betreuen."),
        Advice.SignInAgain => new(
            "Die Lernplattform hat nicht bestätigt, wer Sie sind",
            "Vielleicht wurden Sie dort abgemeldet, oder Sie sind in einem anderen Tab als jemand anderes angemeldet.",
            "Melden Sie sich bei der Lernplattform an und öffnen Sie die Aktivität noch einmal aus dem Kurs, am besten in einem neuen Tab."),
        Advice.TryLater => new(
            "Wir erreichen Ihre Lernplattform gerade nicht",
            "Sie hat nicht geantwortet, als wir prüfen wollten, ob die Nachricht wirklich von ihr kommt.",
            "Bitte versuchen Sie es in ein paar Minuten noch einmal."),
        Advice.CheckClocks => new(
            "Die Uhren stimmen nicht überein",
            "Die Uhr Ihrer Lernplattform und unsere gehen weiter auseinander, als wir zulassen dürfen.",
            "Bitte geben Sie den Code unten an die Menschen weiter, die Ihre Lernplattform betreuen."),
        Advice.OtherPlacement => new(
            "Von hier lässt sich Learning Buddy nicht öffnen",
            "Es wurde an einer Stelle der Lernplattform geöffnet, die es nicht bedient.",
            "Öffnen Sie es stattdessen über eine Aktivität in Ihrem Kurs."),
    };
}

/// <summary>What happened and what to do, for a person.</summary>
internal sealed record AdviceText(string Title, string WhatHappened, string WhatToDo);

/// <summary>The words on buttons and lines.</summary>
internal sealed record LabelText(
    string Opening, string Continue, string OpenInNewTab, string WhyNewTab, string BackToPlatform, string CodeToQuote);
