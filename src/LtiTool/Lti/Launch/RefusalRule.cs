namespace LearningBuddy.LtiTool.Lti;

/// <summary>How a refusal is answered.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Advice">What the person is told and can do.</param>
internal sealed record RefusalRule(int Status, Advice Advice)
{
    /// <summary>The code that people quote, e.g. <c>LTI-012</c>.</summary>
    public static string CodeOf(LaunchRefusal reason) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"LTI-{(int)reason:000}");

    /// <summary>
    /// The answer to a refusal: 400 for a message that can't be understood, 401 for one that is not trusted, 403 for one not allowed.
    /// </summary>
    public static RefusalRule Of(LaunchRefusal reason) => reason switch
    {
        LaunchRefusal.LoginMalformed => new(400, Advice.AskAdministrator),
        LaunchRefusal.PlatformUnknown => new(403, Advice.RegisterFirst),
        LaunchRefusal.PlatformAmbiguous => new(400, Advice.AskAdministrator),
        LaunchRefusal.PlatformPending => new(403, Advice.WaitForApproval),
        LaunchRefusal.PlatformBlocked => new(403, Advice.SwitchedOff),
        LaunchRefusal.RequestMalformed => new(400, Advice.AskAdministrator),
        LaunchRefusal.RequestTooLarge => new(413, Advice.AskAdministrator),
        LaunchRefusal.PlatformError => new(400, Advice.SignInAgain),
        LaunchRefusal.StateMissing => new(400, Advice.OpenAgain),
        LaunchRefusal.StateForged => new(401, Advice.OpenAgain),
        LaunchRefusal.StateExpired => new(401, Advice.OpenAgain),
        LaunchRefusal.BrowserUnproved => new(401, Advice.AllowStorage),
        LaunchRefusal.TokenMissing => new(400, Advice.AskAdministrator),
        LaunchRefusal.TokenMalformed => new(400, Advice.AskAdministrator),
        LaunchRefusal.AlgorithmRefused => new(401, Advice.AskAdministrator),
        LaunchRefusal.KeyIdMissing => new(401, Advice.AskAdministrator),
        LaunchRefusal.KeyUnknown => new(401, Advice.AskAdministrator),
        LaunchRefusal.KeysUnreachable => new(502, Advice.TryLater),
        LaunchRefusal.SignatureInvalid => new(401, Advice.AskAdministrator),
        LaunchRefusal.IssuerWrong => new(401, Advice.AskAdministrator),
        LaunchRefusal.AudienceWrong => new(401, Advice.AskAdministrator),
        LaunchRefusal.AudienceForeign => new(401, Advice.AskAdministrator),
        LaunchRefusal.AuthorizedPartyWrong => new(401, Advice.AskAdministrator),
        LaunchRefusal.ExpiryMissing => new(401, Advice.AskAdministrator),
        LaunchRefusal.TokenExpired => new(401, Advice.OpenAgain),
        LaunchRefusal.IssueTimeMissing => new(401, Advice.AskAdministrator),
        LaunchRefusal.IssuedInFuture => new(401, Advice.CheckClocks),
        LaunchRefusal.TokenTooOld => new(401, Advice.OpenAgain),
        LaunchRefusal.NonceWrong => new(401, Advice.OpenAgain),
        LaunchRefusal.NonceReplayed => new(401, Advice.OpenAgain),
        LaunchRefusal.VersionWrong => new(400, Advice.AskAdministrator),
        LaunchRefusal.MessageTypeMissing => new(400, Advice.AskAdministrator),
        LaunchRefusal.MessageTypeUnsupported => new(400, Advice.OtherPlacement),
        LaunchRefusal.DeploymentMissing => new(400, Advice.AskAdministrator),
        LaunchRefusal.DeploymentUnknown => new(403, Advice.RegisterFirst),
        LaunchRefusal.SubjectMissing => new(400, Advice.AskAdministrator),
        LaunchRefusal.IdentifierTooLong => new(400, Advice.AskAdministrator),
        LaunchRefusal.RolesMissing => new(400, Advice.AskAdministrator),
        LaunchRefusal.TargetMissing => new(400, Advice.AskAdministrator),
        LaunchRefusal.TargetChanged => new(401, Advice.AskAdministrator),
        LaunchRefusal.TargetForeign => new(403, Advice.AskAdministrator),
        LaunchRefusal.ResourceLinkMissing => new(400, Advice.AskAdministrator),
        LaunchRefusal.ContextMalformed => new(400, Advice.AskAdministrator),
        LaunchRefusal.DeepLinkingMalformed => new(400, Advice.AskAdministrator),
        LaunchRefusal.ReviewMalformed => new(400, Advice.AskAdministrator),
        LaunchRefusal.TokenNotBegun => new(401, Advice.CheckClocks),
    };
}

/// <summary>What a person who can't get in is told; <see cref="LtiTexts.IdOf"/> names the words.</summary>
internal enum Advice
{
    /// <summary>Too old, or used already: open it again from the course.</summary>
    OpenAgain,

    /// <summary>The browser keeps nothing here.</summary>
    AllowStorage,

    /// <summary>The set-up is wrong.</summary>
    AskAdministrator,

    /// <summary>This school has not been connected.</summary>
    RegisterFirst,

    /// <summary>Connected, but not approved yet.</summary>
    WaitForApproval,

    /// <summary>The connection was switched off.</summary>
    SwitchedOff,

    /// <summary>The learning platform did not confirm who this is.</summary>
    SignInAgain,

    /// <summary>The learning platform can't be reached.</summary>
    TryLater,

    /// <summary>The learning platform's certificate can't be trusted.</summary>
    MendCertificate,

    /// <summary>The two servers' clocks differ.</summary>
    CheckClocks,

    /// <summary>Opened from a place that this tool does not serve.</summary>
    OtherPlacement,
}
