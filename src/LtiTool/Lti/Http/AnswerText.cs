using System.Text;

namespace LearningBuddy.LtiTool.Lti;

/// <summary>
/// The text of a platform's answer. A charset that nobody knows is no reason not to read it: JSON is UTF-8 (RFC 8259, 8.1).
/// </summary>
internal static class AnswerText
{
    /// <summary>Reads it by its byte order mark, else by the charset that is said, else as UTF-8.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="charset">What <c>Content-Type</c> says, or null.</param>
    public static string Of(byte[] bytes, string? charset)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Find(charset), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static Encoding Find(string? charset)
    {
        try
        {
            return string.IsNullOrWhiteSpace(charset) ? Encoding.UTF8 : Encoding.GetEncoding(charset.Trim('"', ' '));
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return Encoding.UTF8;
        }
    }
}
