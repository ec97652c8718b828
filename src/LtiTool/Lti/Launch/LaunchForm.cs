namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// The form that the platform lets the browser post (1EdTech Security Framework 1.0, 5.1.1.3), and what our own page adds when the proof
/// was in storage.
/// </summary>
/// <param name="IdToken"><c>id_token</c>, empty when missing.</param>
/// <param name="State"><c>state</c>, empty when missing.</param>
/// <param name="Error">The platform's error code instead of a token, or null.</param>
/// <param name="ErrorDescription">Its words, or null.</param>
/// <param name="Proof">What our page found in storage; null when no page has asked yet, empty when it found nothing.</param>
internal sealed record LaunchForm(string IdToken, string State, string? Error, string? ErrorDescription, string? Proof)
{
    /// <summary>Picks the fields of a launch out of a form; others are ignored.</summary>
    public static LaunchForm From(IFormCollection form) => new(
        form["id_token"].ToString(),
        form["state"].ToString(),
        form.TryGetValue("error", out var error) ? error.ToString() : null,
        form.TryGetValue("error_description", out var description) ? description.ToString() : null,
        form.TryGetValue("proof", out var proof) ? proof.ToString() : null);
}
