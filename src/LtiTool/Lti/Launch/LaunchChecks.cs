namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// Every condition that a launch must meet, in the order in which they are looked at (1EdTech Security Framework 1.0, 5.1.3; LTI 1.3 Core,
/// 5.3).
/// To add one: a function in one of the classes named here, a line below, a member of <see cref="LaunchRefusal"/>, a paragraph in
/// <c>docs/errors.md</c> and a certification case.
/// </summary>
/// <remarks>
/// Two conditions are left to <see cref="ILaunchAdmission"/>, which sees them inside its transaction: that the nonce is new and the
/// deployment known.
/// </remarks>
internal static class LaunchChecks
{
    /// <summary>The list. The first that does not hold ends the launch.</summary>
    public static LaunchCheckList All { get; } = new()
    {
        // Does this browser answer a login that we began?
        LoginChecks.StateIsPresent,
        LoginChecks.StateIsOurs,
        LoginChecks.StateIsFresh,
        LoginChecks.PlatformIsKnownAsync,
        LoginChecks.PlatformIsLetIn,
        LoginChecks.PlatformAgreed,
        LoginChecks.BrowserIsTheSame,

        // Is the token a JWT that the platform signed?
        TokenChecks.TokenIsPresent,
        TokenChecks.TokenIsASignedJwt,
        TokenChecks.AlgorithmIsAllowed,
        TokenChecks.KeyIsNamed,
        TokenChecks.KeyIsPublishedAsync,
        TokenChecks.AlgorithmIsTheKeys,
        TokenChecks.SignatureIsValidAsync,
        TokenChecks.PayloadIsAnObject,

        // For this tool alone, for this login, and just now?
        TrustChecks.IssuerIsTheRegistered,
        TrustChecks.AudienceHoldsUs,
        TrustChecks.AudienceHoldsNobodyElse,
        TrustChecks.AuthorizedPartyIsUs,
        TimeChecks.ExpiryIsSaid,
        TimeChecks.TokenIsAlive,
        TimeChecks.TokenHasBegun,
        TimeChecks.IssueTimeIsSaid,
        TimeChecks.TokenIsNotFromTheFuture,
        TimeChecks.TokenIsRecent,
        TrustChecks.NonceIsTheLogins,

        // Is it a message that we understand, complete in itself?
        MessageChecks.VersionIsSupported,
        MessageChecks.MessageTypeIsNamed,
        MessageChecks.MessageTypeIsSupported,
        MessageChecks.DeploymentIsNamed,
        MessageChecks.SubjectIsNamed,
        MessageChecks.IdentifiersAreNotTooLong,
        MessageChecks.RolesAreAList,
        MessageChecks.TargetIsAnAddress,
        MessageChecks.TargetIsTheLogins,
        MessageChecks.TargetIsOurs,
        MessageChecks.ContextIsNamed,
        MessageChecks.ResourceLinkIsNamed,
        MessageChecks.DeepLinkingCanBeAnswered,
        MessageChecks.ReviewIsComplete,
    };
}
