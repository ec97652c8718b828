using LearningBuddy.XApi.Lrs.Intake;

namespace LearningBuddy.XApi.Lrs.Access;

/// <summary>A sender or reader who was admitted.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Authority">The authority of statements sent with it.</param>
public sealed record LrsCredential(string Key, LrsScopes Scopes, LrsAuthority Authority)
{
    internal bool MayWriteStatements => Has(LrsScopes.StatementsWrite);

    internal bool MayReadStatements => Has(LrsScopes.StatementsRead | LrsScopes.AllRead);

    internal bool MayReadOwnStatements => MayReadStatements || Has(LrsScopes.StatementsReadMine);

    internal bool MayDefine => Has(LrsScopes.Define);

    internal bool MayUseState(bool writing) => Has(writing ? LrsScopes.State : LrsScopes.State | LrsScopes.AllRead);

    internal bool MayUseProfiles(bool writing) => Has(writing ? LrsScopes.Profile : LrsScopes.Profile | LrsScopes.AllRead);

    private bool Has(LrsScopes anyOf) => (Scopes & (anyOf | LrsScopes.All)) != LrsScopes.None;
}
