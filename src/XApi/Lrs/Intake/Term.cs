using System.IO.Hashing;
using System.Text;

namespace LearningBuddy.XApi.Lrs.Intake;

/// <summary>
/// What a statement can be found by, as 64 bits of a hash: every filter is one lookup in one narrow index, however long an IRI is.
/// Two values that fall on the same term would show a reader a statement more than asked for; at a million values the chance is below 1 in
/// 10 million.
/// </summary>
internal static class Term
{
    public static long Verb(string iri) => Of('v', iri);

    public static long Registration(Guid registration) => Of('g', registration.ToString("N"));

    /// <summary>The actor, a member of it, or the object.</summary>
    public static long Agent(string identity) => Of('a', identity);

    /// <summary>An agent anywhere else; <c>related_agents</c> asks for both kinds.</summary>
    public static long RelatedAgent(string identity) => Of('r', identity);

    /// <summary>The object.</summary>
    public static long Activity(string iri) => Of('o', iri);

    /// <summary>An activity anywhere else; <c>related_activities</c> asks for both kinds.</summary>
    public static long RelatedActivity(string iri) => Of('c', iri);

    private static long Of(char kind, string value)
    {
        var size = 1 + Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> text = size <= 1024 ? stackalloc byte[size] : new byte[size];
        text[0] = (byte)kind;
        var length = 1 + Encoding.UTF8.GetBytes(value, text[1..]);
        return unchecked((long)XxHash3.HashToUInt64(text[..length]));
    }
}
