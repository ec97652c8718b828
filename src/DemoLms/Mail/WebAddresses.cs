using System.Text.RegularExpressions;

namespace LearningBuddy.DemoLms.Mail;

/// <summary>The web addresses in plain text, which mail programs make links of.</summary>
internal static partial class WebAddresses
{
    /// <summary>The text in pieces; together they are the whole text again.</summary>
    public static IEnumerable<(string Piece, bool IsAddress)> Split(string text) =>
        Address().Split(text).Select((piece, index) => (piece, index % 2 == 1));

    // The mark that ends a sentence isn't part of the address before it. One group: Split puts what it found at every second place.
    [GeneratedRegex(@"(?<address>https?://\S*[^\s.,;:!?)\]>""'])", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
