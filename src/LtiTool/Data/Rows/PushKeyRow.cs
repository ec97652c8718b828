namespace LearningBuddy.LtiTool.Data.Rows;

/// <summary>The tool's key towards push services (VAPID, RFC 8292). There is one: browsers subscribe to it.</summary>
public sealed class PushKeyRow
{
    /// <summary>The public key, P-256, base64url: what pages give a browser to subscribe with.</summary>
    public string PublicKey { get; set; } = "";

    /// <summary>The private key, base64url, protected by the keys of the framework.</summary>
    public string ProtectedKey { get; set; } = "";

    /// <summary>Always 1, so that two nodes that make one at once end with one.</summary>
    public int Number { get; set; } = 1;
}
