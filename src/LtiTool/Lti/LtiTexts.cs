using System.Globalization;
using LearningBuddy.LtiTool.Texts;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>In which language to speak to people before there is a session.</summary>
internal static class LtiTexts
{
    /// <summary>The launch's language, else the browser's first choice, else English.</summary>
    /// <param name="context">The request; its header is asked.</param>
    /// <param name="locale">A language tag such as <c>de-AT</c>, or null.</param>
    public static Localizer Of(HttpContext context, string? locale = null) => Localizer.For(
        LanguageTags.Find(locale)
        ?? LanguageTags.Accepted(context.Request.GetTypedHeaders().AcceptLanguage)
        ?? CultureInfo.GetCultureInfo(TextCatalog.Fallback));

    /// <summary>
    /// The id of a page that nobody chose to see; what happened and what to do follow as <c>-happened</c> and <c>-to-do</c>.
    /// </summary>
    public static string IdOf(Advice advice) => advice switch
    {
        Advice.OpenAgain => "lti.open-again",
        Advice.AllowStorage => "lti.allow-storage",
        Advice.AskAdministrator => "lti.ask-administrator",
        Advice.RegisterFirst => "lti.register-first",
        Advice.WaitForApproval => "lti.wait-for-approval",
        Advice.SwitchedOff => "lti.switched-off",
        Advice.SignInAgain => "lti.sign-in-again",
        Advice.TryLater => "lti.try-later",
        Advice.MendCertificate => "lti.mend-certificate",
        Advice.CheckClocks => "lti.check-clocks",
        Advice.OtherPlacement => "lti.other-placement",
    };
}
